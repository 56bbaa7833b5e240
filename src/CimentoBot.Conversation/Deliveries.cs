using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace CimentoBot.Conversation;

/// <summary>
/// Lets a turn begin. Teams delivers again, under the same id, what was answered slowly: it acts once, and a card's action gets the
/// same answer again. Messages of one conversation come one after another, whichever instance they come to.
/// </summary>
public sealed class Deliveries(ConversationState state, ITurnBook book, Desk desk, TimeProvider clock, ILogger<Deliveries> logger)
{
    /// <summary>How long a turn has its place without a sign of life.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>How long a message waits for another one's turn, before its sender is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long Teams may ask again for the answer to a card's action.</summary>
    public static readonly TimeSpan AnswersKept = TimeSpan.FromHours(1);

    /// <summary>How long a delivery is recognised.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How long a delivery waits for itself: as long as an instance that has gone keeps its place, and a little more.</summary>
    private static readonly TimeSpan PatienceWithItself = Length + Patience;

    private const int Done = 200;
    private const int UnderWay = 409;

    /// <summary>A card in an answer has some twenty levels.</summary>
    private static readonly JsonSerializerSettings AsSent =
        new() { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None, MaxDepth = 256 };

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromMinutes(10);

    /// <summary>Those of this process who wait need not look: they are told when a turn ends.</summary>
    private readonly ConcurrentDictionary<string, TaskCompletionSource> endings = new(StringComparer.Ordinal);

    private DateTimeOffset forgotAt;

    /// <summary>Runs a turn unless its delivery has acted before. What fails may be delivered again.</summary>
    public async Task OnceAsync(ITurnContext turnContext, Func<Task> turn, CancellationToken cancellationToken)
    {
        if (TicketFor(turnContext.Activity) is not { } ticket)
        {
            await turn();
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
            return;
        }

        try
        {
            var entry = await EnterAsync(ticket, cancellationToken);
            await (entry.Outcome switch
            {
                TurnOutcome.Entered => RunAsync(turnContext, ticket, turn, cancellationToken),
                TurnOutcome.Repeated => AnswerAgainAsync(turnContext, entry.Answer, cancellationToken),
                TurnOutcome.Occupied => RefuseAsync(turnContext, cancellationToken),
                _ => PassOverAsync(turnContext, cancellationToken),
            });
        }
        finally
        {
            if (endings.TryRemove(ticket.Place, out var ending))
            {
                ending.SetResult();
            }
        }
    }

    /// <summary>Forgets, now and then, what nobody will ask for again.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - forgotAt >= BetweenForgetting)
        {
            await book.ForgetAsync(now - AnswersKept, now - Kept, cancellationToken);
            forgotAt = now;
        }
    }

    /// <summary>
    /// A message needs its conversation to itself. A card's action writes over nothing that another has changed, and needs only to be
    /// alone with itself; clients that give every action the same id differ in what it says. Null for what does no harm twice.
    /// </summary>
    private static TurnTicket? TicketFor(Activity activity)
    {
        var holder = Guid.NewGuid().ToString("N");
        if (activity is not { Type: ActivityTypes.Message or ActivityTypes.Invoke, Conversation.Id: { } conversation } || CaseSharing.IsSearch(activity))
        {
            return null;
        }

        // What comes without an id is not recognised when it comes again.
        var id = activity.Id is { Length: > 0 } given ? given : holder;
        var delivery = activity.Type == ActivityTypes.Message
            ? Digest(activity.ChannelId, conversation, id)
            : Digest(activity.ChannelId, conversation, id, activity.From?.Id, activity.Name, JsonConvert.SerializeObject(activity.Value));
        return new(activity.Type == ActivityTypes.Message ? Digest(activity.ChannelId, conversation) : delivery, delivery, holder);
    }

    /// <summary>What stands for these texts and for no others.</summary>
    internal static string Digest(params IEnumerable<string?> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(texts))));

    private async Task<TurnEntry> EnterAsync(TurnTicket ticket, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            // Asked for before looking: a turn that ends in between is not missed.
            var ending = endings.GetOrAdd(ticket.Place, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            var now = clock.GetUtcNow();
            var entry = await book.EnterAsync(ticket, now, now + Length, cancellationToken);
            var patience = entry.Outcome switch
            {
                TurnOutcome.Occupied => Patience,
                TurnOutcome.UnderWay => PatienceWithItself,
                _ => TimeSpan.Zero,
            };
            if (clock.GetElapsedTime(began) >= patience)
            {
                return entry;
            }

            await Task.WhenAny(ending, Task.Delay(BetweenLooks, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task RunAsync(ITurnContext turnContext, TurnTicket ticket, Func<Task> turn, CancellationToken cancellationToken)
    {
        var hasActed = false;
        try
        {
            await Lease.HoldAsync(
                Length,
                isDone => book.RenewAsync(ticket, clock.GetUtcNow() + Length, isDone),
                async () =>
                {
                    await turn();
                    await state.SaveChangesAsync(turnContext, false, cancellationToken);
                },
                clock,
                logger);
            hasActed = true;
            await book.LeaveAsync(ticket, AnswerTo(turnContext), clock.GetUtcNow(), CancellationToken.None);
        }
        finally
        {
            if (!hasActed)
            {
                await book.AbandonAsync(ticket, CancellationToken.None);
            }
        }
    }

    private static string? AnswerTo(ITurnContext turnContext) =>
        turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey)?.Value is InvokeResponse answer ? JsonConvert.SerializeObject(answer, AsSent) : null;

    private Task AnswerAgainAsync(ITurnContext turnContext, string? answer, CancellationToken cancellationToken) => turnContext.Activity.Type switch
    {
        ActivityTypes.Message => Task.CompletedTask,
        _ when answer is null => AnswerAsync(turnContext, Done, "application/vnd.microsoft.activity.message", Say.DoneAlready, text => text, cancellationToken),
        _ => AnswerAsync(turnContext, JsonConvert.DeserializeObject<InvokeResponse>(answer, AsSent)!, cancellationToken),
    };

    private async Task RefuseAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var language = await desk.LanguageAsync(turnContext, null, null, cancellationToken);
        await turnContext.SendActivityAsync(MessageFactory.Text(Say.AnotherMessage.In(language)), cancellationToken);
    }

    /// <summary>It has not come to an end in all this time: whoever delivers it once more learns what became of it.</summary>
    private Task PassOverAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turnContext.Activity.Type == ActivityTypes.Message
        ? Task.CompletedTask
        : AnswerAsync(
            turnContext, UnderWay, "application/vnd.microsoft.error", Say.StillUnderWay, text => new Error { Code = "Conflict", Message = text }, cancellationToken);

    private async Task AnswerAsync(
        ITurnContext turnContext, int status, string type, Phrase says, Func<string, object> value, CancellationToken cancellationToken)
    {
        var text = says.In(await desk.LanguageAsync(turnContext, null, null, cancellationToken));
        var body = new AdaptiveCardInvokeResponse { StatusCode = status, Type = type, Value = value(text) };
        await AnswerAsync(turnContext, new InvokeResponse { Status = Done, Body = body }, cancellationToken);
    }

    private static Task<ResourceResponse> AnswerAsync(ITurnContext turnContext, InvokeResponse answer, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, cancellationToken);
}
