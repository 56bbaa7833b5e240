namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The service was asked too often. Of the calls here only that for a team's channels says so; officially public.</summary>
internal sealed class ThrottleException : Exception
{
}
