using System.Net.Http.Headers;

namespace CimentoBot.Conversation.Ports;

/// <summary>What a service says about when to come again.</summary>
public static class RetryAfter
{
    public const string Header = "Retry-After";

    /// <summary>How long it wants to be left alone, in seconds or until a moment, which may have passed; null where it does not say.</summary>
    public static TimeSpan? PauseFrom(RetryConditionHeaderValue? said, DateTimeOffset now) => said?.Delta ?? said?.Date - now;
}
