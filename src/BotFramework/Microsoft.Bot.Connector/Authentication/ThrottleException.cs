namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The service was asked too often. Of the calls here only that for a team's channels says so.</summary>
public class ThrottleException : Exception
{
}
