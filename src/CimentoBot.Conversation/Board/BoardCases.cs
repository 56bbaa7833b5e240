using System.Text.Json;
using System.Text.Json.Serialization;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board;

/// <summary>Keeps cases before the board in the store: the rest of the conversation never sees JSON.</summary>
public sealed class BoardCases
{
    /// <summary>Thirty people in one second lose some races each; nobody loses this many.</summary>
    private const int Tries = 200;

    private const int Page = 50;

    /// <summary>How long after its session a case without a decision is still looked at for what changes by itself.</summary>
    private static readonly Period Watched = Period.FromDays(60);

    private readonly IBoardStore store;
    private readonly JsonSerializerOptions json;

    public BoardCases(IBoardStore store, BotSettings settings)
    {
        this.store = store;

        // Days are all that a case has of NodaTime; its converters for everything else take their time to be made.
        json = new()
        {
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(), new FactsConverter(settings.Zone), new NodaPatternConverter<LocalDate>(LocalDatePattern.Iso) },
        };
    }

    /// <exception cref="CaseUnreadableException">It is there, but cannot be read.</exception>
    public async Task<BoardCase?> FindAsync(string code, CancellationToken cancellationToken) =>
        await store.FindAsync(code, cancellationToken) is { } stored ? Read(stored) : null;

    /// <summary>The cases of that day's session and of later ones.</summary>
    public async Task<BoardCaseList> ListFromAsync(string channel, LocalDate day, CancellationToken cancellationToken) =>
        InOrder(await store.ListFromAsync(channel, day, cancellationToken));

    /// <summary>The codes of the same cases, each with its session.</summary>
    public async Task<IReadOnlyList<(string Code, LocalDate Session)>> SessionsFromAsync(string channel, LocalDate day, CancellationToken cancellationToken) =>
        [.. (await store.ListFromAsync(channel, day, cancellationToken)).Select(stored => (stored.Code, stored.Session))];

    /// <summary>The cases of sessions before a day that still wait for a decision.</summary>
    public async Task<BoardCaseList> ListOverdueAsync(string channel, LocalDate day, CancellationToken cancellationToken) =>
        InOrder(await store.ListBeforeAsync(channel, day, nameof(BoardStage.Closed), cancellationToken));

    /// <summary>The codes of a channel's cases that may still change.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(string channel, CancellationToken cancellationToken) =>
        [.. (await store.ListBeforeAsync(channel, LocalDate.MaxIsoValue, nameof(BoardStage.Closed), cancellationToken)).Select(stored => stored.Code)];

    /// <summary>The codes of some of the cases that may have changed by themselves since they were last looked at.</summary>
    public async Task<IReadOnlyList<string>> ToLookAtAsync(LocalDate today, CancellationToken cancellationToken) =>
        [.. (await store.ToLookAtAsync(today, Page, cancellationToken)).Select(stored => stored.Code)];

    /// <summary>
    /// The codes of some of the cases that a suspension of the guideline, or its end, concerns, in the order of codes after one: those that people
    /// may still act on, and every one that is suspended.
    /// </summary>
    public async Task<IReadOnlyList<string>> ListAfterAsync(string code, LocalDate today, CancellationToken cancellationToken) =>
        [.. (await store.ListAfterAsync(code, nameof(BoardStage.Suspended), today - Watched, Page, cancellationToken)).Select(stored => stored.Code)];

    /// <summary>
    /// Changes a case, on what stands now: where somebody else was faster, the change is made again on theirs.
    /// </summary>
    /// <param name="code">The case.</param>
    /// <param name="change">What to make of it (null = it is not before the board yet); null = nothing.</param>
    /// <param name="messages">What the change sends.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The case as it stands afterwards; null where there is none.</returns>
    public async Task<BoardCase?> ChangeAsync(
        string code, Func<BoardCase?, BoardCase?> change, Func<BoardCase, IReadOnlyList<OutboxMessage>> messages, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await FindAsync(code, cancellationToken);
            if (change(before) is not { } changed || changed == before)
            {
                return before;
            }

            if (await store.TrySaveAsync(Write(changed), messages(changed), BoardAudit.Between(before, changed), cancellationToken))
            {
                return changed with { Version = changed.Version + 1 };
            }
        }

        throw new CaseChangedException(code);
    }

    /// <summary>The same where many are changed in a row: one that cannot be read stays as it is and holds up no other.</summary>
    /// <returns>The case as it stands afterwards; null where there is none, or none that can be read.</returns>
    public async Task<BoardCase?> ChangeIfReadableAsync(
        string code, Func<BoardCase?, BoardCase?> change, Func<BoardCase, IReadOnlyList<OutboxMessage>> messages, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeAsync(code, change, messages, cancellationToken);
        }
        catch (CaseUnreadableException)
        {
            return null;
        }
    }

    private BoardCaseList InOrder(IReadOnlyList<StoredBoard> stored)
    {
        var (boards, unreadable) = (new List<BoardCase>(), new List<(string Code, LocalDate Session)>());
        foreach (var row in stored)
        {
            try
            {
                boards.Add(Read(row));
            }
            catch (CaseUnreadableException)
            {
                unreadable.Add((row.Code, row.Session));
            }
        }

        return new([.. boards.OrderBy(board => board.Session).ThenBy(board => board.Presentations[0].At)], unreadable);
    }

    internal StoredBoard Write(BoardCase board) => new(
        board.Code,
        board.Channel,
        board.Session,
        board.Stage.ToString(),
        board.LookedOn ?? board.Current.Decision.Day,
        Until(board),
        board.Version,
        JsonSerializer.Serialize(board, json));

    internal BoardCase Read(StoredBoard stored) => CaseUnreadableException.Guard(
        stored.Code, () => JsonSerializer.Deserialize<BoardCase>(stored.Body, json)! with { Version = stored.Version });

    /// <summary>A refused case does not change any more; an accepted one until the procedure; any other for some weeks after its session.</summary>
    private static LocalDate Until(BoardCase board) => board.Standing switch
    {
        null or { Decision: BoardDecision.Postponed } => board.Session + Watched,
        { Accepts: true } => board.PlannedFacts.Find(Vocabulary.ProcedureAt)?.Date ?? board.Session + Watched,
        _ when board.OwesNews => board.Session + Watched,
        _ => board.Current.Decision.Day,
    };

    /// <summary>Facts in the form in which the API takes them.</summary>
    private sealed class FactsConverter(DateTimeZone zone) : JsonConverter<Case>
    {
        public override Case Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return CaseReader.Read(document.RootElement, asOf: null, zone).Case;
        }

        public override void Write(Utf8JsonWriter writer, Case value, JsonSerializerOptions options) => CaseWriter.Write(value).WriteTo(writer, options);
    }
}

/// <summary>Cases before a board.</summary>
/// <param name="Cases">In the order of sessions, then of presentation.</param>
/// <param name="Unreadable">Those that cannot be read, and for which session they are.</param>
public sealed record BoardCaseList(IReadOnlyList<BoardCase> Cases, IReadOnlyList<(string Code, LocalDate Session)> Unreadable);
