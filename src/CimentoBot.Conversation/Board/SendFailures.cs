using System.Net;
using System.Net.Http.Headers;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace CimentoBot.Conversation.Board;

/// <summary>What the connector's errors say: about sending again, and that Teams did not answer a question.</summary>
internal static class SendFailures
{
    private static readonly (string Code, Refused Reason)[] Reasons =
    [
        ("BotNotInConversationRoster", Refused.NotInRoster),
        ("ConversationBlockedByUser", Refused.BlockedByUser),
        ("BotDisabledByAdmin", Refused.DisabledByAdmin),
        ("MessageWritesBlocked", Refused.WritesBlocked),
    ];

    /// <summary>The refusal that no other attempt will change; null for everything that may pass.</summary>
    public static Refused? RefusalIn(Exception failure) => failure is not ErrorResponseException { Response: { } response }
        ? null
        : response.StatusCode switch
        {
            HttpStatusCode.NotFound => Refused.NotFound,
            HttpStatusCode.Forbidden => ReasonIn(response.Content ?? ""),
            _ => null,
        };

    /// <summary>What Teams says to a question, which is all that is tried; null where it does not say.</summary>
    public static async Task<T?> AnswerToAsync<T>(Func<Task<T>> question)
        where T : class
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (IsNoAnswer(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// A member, a roster and a team's channels are each refused by another exception: it is whatever is neither the end of waiting nor a
    /// mistake of the program.
    /// </summary>
    private static bool IsNoAnswer(Exception failure) =>
        failure is not (OperationCanceledException or ArgumentException or InvalidOperationException or NullReferenceException);

    /// <summary>
    /// Whether a message may stand in Teams although making it failed: its answer was lost, cannot be read, or says nothing of it.
    /// What was refused, and what never left, stands nowhere.
    /// </summary>
    public static bool MayHaveArrived(Exception failure) => failure switch
    {
        NoAnswerException lost => lost.MayHaveArrived,
        ErrorResponseException { Response: { } response } => response.StatusCode is < HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError,
        _ => failure is OperationCanceledException or JsonException,
    };

    private static Refused ReasonIn(string answer) =>
        Reasons.FirstOrDefault(known => answer.Contains(known.Code, StringComparison.Ordinal), (Code: "", Reason: Refused.Forbidden)).Reason;

    /// <summary>How long the service wants to be left alone; null where it does not say.</summary>
    public static TimeSpan? PauseAskedBy(Exception failure, DateTimeOffset now) =>
        failure is ErrorResponseException { Response: { } response }
        && response.Headers.TryGetValue(RetryAfter.Header, out var values)
        && RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var condition)
            ? RetryAfter.PauseFrom(condition, now)
            : null;
}
