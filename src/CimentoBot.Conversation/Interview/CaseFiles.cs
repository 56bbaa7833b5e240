using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Interview;

/// <summary>Somebody else changed the case in the meantime; nothing was written.</summary>
public sealed class CaseChangedException(string code) : Exception($"The case {code} was changed in the meantime.");

/// <summary>Keeps case files in the store: the rest of the conversation never sees JSON.</summary>
public sealed class CaseFiles(ICaseStore store, BotSettings settings, TimeProvider clock)
{
    private const int Tries = 20;
    private const int Listed = 20;
    private const int Searched = 500;

    /// <summary>Today in the hospital's zone.</summary>
    public LocalDate Today => Now.Date;

    /// <summary>The hour there.</summary>
    public LocalDateTime Now => Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(settings.Zone).LocalDateTime;

    /// <exception cref="CaseUnreadableException">It is there, but cannot be read.</exception>
    public async Task<CaseFile?> FindAsync(string code, CancellationToken cancellationToken) =>
        await store.FindAsync(code, cancellationToken) is { } stored ? Read(stored) : null;

    /// <summary>Somebody's cases, the newest first; without a file where one cannot be read.</summary>
    public async Task<IReadOnlyList<(string Code, CaseFile? File)>> ListAsync(string owner, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(owner, Listed, cancellationToken)).Select(Listing)];

    /// <summary>The codes of a user's finished cases, with the moment at which each was last saved.</summary>
    public async Task<IReadOnlyList<(string Code, DateTimeOffset At)>> FinishedAsync(string owner, CancellationToken cancellationToken) =>
    [
        .. (await store.ListAsync(owner, Searched, cancellationToken))
            .Where(stored => stored.Status is CaseStatus.Finished).Select(stored => (stored.Code, stored.UpdatedAt)),
    ];

    /// <summary>Every case there is, in the order of codes; without a file where one cannot be read.</summary>
    public async IAsyncEnumerable<(string Code, CaseFile? File)> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; await store.ListAfterAsync(after, Listed, cancellationToken) is { Count: > 0 } page; after = page[^1].Code)
        {
            foreach (var stored in page)
            {
                yield return Listing(stored);
            }
        }
    }

    /// <summary>Adds a case under a code that is free; the one that was added for the same request before, where there is one.</summary>
    /// <param name="request">What asks for the case, unlike anything else that does; empty = nothing that could ask again.</param>
    /// <param name="create">Makes the case of a code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CaseFile> AddAsync(string request, Func<string, CaseFile> create, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var code = request.Length == 0 ? CaseCode.Next() : CaseCode.For(request, tries);
            var file = create(code) with { StartedAt = clock.GetUtcNow(), OpenedBy = request };
            if (await store.TryAddAsync(Write(file), cancellationToken))
            {
                return file with { Version = 1 };
            }

            if (request.Length > 0 && await FindAsync(code, cancellationToken) is { } before && before.OpenedBy == request)
            {
                return before;
            }
        }

        throw new InvalidOperationException("No free case code was found.");
    }

    /// <summary>Saves the file and, with it, the messages that its change sends.</summary>
    /// <exception cref="CaseChangedException">Somebody else was faster.</exception>
    public async Task<CaseFile> SaveAsync(CaseFile file, CancellationToken cancellationToken, params IReadOnlyList<string> messages)
    {
        var due = clock.GetUtcNow();
        var outbox = messages.Select(kind => OutboxMessage.New(file.Code, kind, due)).ToList();
        IReadOnlyList<AuditEntry> audit = file.Post is { } post && messages.Contains(CaseDesk.PostKind, StringComparer.Ordinal)
            ? [new(file.Owner, post.Message is null ? AuditAction.Post : AuditAction.Edit, file.Code, due)]
            : [];
        return await store.TryUpdateAsync(Write(file), outbox, audit, cancellationToken)
            ? file with { Version = file.Version + 1 }
            : throw new CaseChangedException(file.Code);
    }

    /// <summary>
    /// Notes which message shows the card of a revision. A post that was remembered in the meantime is no reason to fail: the note is
    /// made on what stands now, unless another card has been shown since.
    /// </summary>
    public async Task<CaseFile> ShownAsync(CaseFile file, string card, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await SaveAsync(file with { OpenCard = card }, cancellationToken);
            }
            catch (CaseChangedException)
            {
                var now = (await FindAsync(file.Code, cancellationToken))!;
                if (now.Revision != file.Revision)
                {
                    return now;
                }

                file = now;
            }
        }
    }

    internal StoredCase Write(CaseFile file)
    {
        var body = new JsonObject
        {
            ["serviceUrl"] = file.ServiceUrl,
            ["channelId"] = file.ChannelId,
            ["openedBy"] = file.OpenedBy,
            ["language"] = file.Language.ToString(),
            ["facts"] = CaseWriter.Write(file.Facts),
            ["asked"] = Strings(file.Asked),
            ["wanted"] = file.Wanted,
            ["ended"] = file.Ended,
            ["step"] = file.Step,
            ["revision"] = file.Revision,
            ["openCard"] = file.OpenCard,
            ["draft"] = new JsonObject(file.Draft.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
            ["typedSinceCard"] = Strings(file.TypedSinceCard),
            ["confirmed"] = Strings(file.Confirmed),
            ["typed"] = file.Typed,
            ["wentOn"] = file.WentOn,
            ["decision"] = file.Decision is not { } decision ? null : new JsonObject
            {
                ["edition"] = decision.Edition,
                ["hash"] = decision.Hash,
                ["day"] = LocalDatePattern.Iso.Format(decision.Day),
                ["atBest"] = decision.AtBest.ToString(),
                ["atWorst"] = decision.AtWorst.ToString(),
                ["rules"] = Strings(decision.Rules),
            },
            ["post"] = file.Post is not { } post ? null : new JsonObject
            {
                ["channel"] = post.Channel,
                ["session"] = LocalDatePattern.Iso.Format(post.Session),
                ["question"] = post.Question,
                ["serviceUrl"] = post.ServiceUrl,
                ["conversation"] = post.Conversation,
                ["message"] = post.Message,
                ["facts"] = post.Facts,
                ["shown"] = post.Shown,
                ["rules"] = post.Rules,
                ["refused"] = post.Refused?.ToString(),
                ["unanswered"] = post.Unanswered,
                ["again"] = post.Again,
                ["leftConversation"] = post.Left?.Conversation,
                ["leftMessage"] = post.Left?.Message,
            },
        };
        return new(file.Code, file.Owner, file.Conversation, file.Status, file.StartedAt, clock.GetUtcNow(), file.Version, body.ToJsonString());
    }

    internal CaseFile Read(StoredCase stored) => CaseUnreadableException.Guard(stored.Code, () => FileOf(stored));

    private (string Code, CaseFile? File) Listing(StoredCase stored)
    {
        try
        {
            return (stored.Code, Read(stored));
        }
        catch (CaseUnreadableException)
        {
            return (stored.Code, null);
        }
    }

    private CaseFile FileOf(StoredCase stored)
    {
        using var document = JsonDocument.Parse(stored.Body);
        var body = document.RootElement;
        return new()
        {
            Code = stored.Code,
            Owner = stored.Owner,
            Conversation = stored.Conversation,
            Status = stored.Status,
            StartedAt = stored.StartedAt,
            UpdatedAt = stored.UpdatedAt,
            Version = stored.Version,
            ServiceUrl = body.GetProperty("serviceUrl").GetString()!,
            ChannelId = body.GetProperty("channelId").GetString()!,
            OpenedBy = TextOrNone(body, "openedBy") ?? "",
            Language = Enum.Parse<Language>(body.GetProperty("language").GetString()!),
            Facts = CaseReader.Read(body.GetProperty("facts"), asOf: null, settings.Zone).Case,
            Asked = Strings(body.GetProperty("asked")),
            Wanted = TextOrNone(body, "wanted"),
            Ended = body.GetProperty("ended").GetBoolean(),
            Step = body.GetProperty("step").GetString()!,
            Revision = body.GetProperty("revision").GetInt32(),
            OpenCard = body.GetProperty("openCard").GetString(),
            Draft = body.GetProperty("draft").EnumerateObject()
                .ToImmutableDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal),
            TypedSinceCard = Strings(body.GetProperty("typedSinceCard")),
            Confirmed = Strings(body.GetProperty("confirmed")),
            Typed = body.GetProperty("typed").GetBoolean(),
            WentOn = body.GetProperty("wentOn").GetBoolean(),
            Decision = body.TryGetProperty("decision", out var decision) && decision.ValueKind is JsonValueKind.Object ? ReadDecision(decision) : null,
            Post = body.GetProperty("post") is not { ValueKind: JsonValueKind.Object } post ? null : new(
                post.GetProperty("channel").GetString()!,
                LocalDatePattern.Iso.Parse(post.GetProperty("session").GetString()!).Value,
                post.GetProperty("question").GetString()!,
                post.GetProperty("serviceUrl").GetString()!,
                post.GetProperty("conversation").GetString(),
                post.GetProperty("message").GetString())
            {
                Facts = TextOrNone(post, "facts") ?? "",
                Shown = TextOrNone(post, "shown") ?? "",
                Rules = TextOrNone(post, "rules") ?? "",
                Refused = TextOrNone(post, "refused") is { } reason ? Enum.Parse<Refused>(reason) : null,
                Unanswered = TextOrNone(post, "unanswered") is not null ? post.GetProperty("unanswered").GetDateTimeOffset() : null,
                Again = post.TryGetProperty("again", out var again) ? again.GetInt32() : 0,
                Left = TextOrNone(post, "leftConversation") is { } thread ? new(thread, TextOrNone(post, "leftMessage")!) : null,
            },
        };
    }

    /// <summary>A text that earlier versions did not write.</summary>
    private static string? TextOrNone(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static Decision ReadDecision(JsonElement json) => new(
        json.GetProperty("edition").GetString()!,
        json.GetProperty("hash").GetString()!,
        LocalDatePattern.Iso.Parse(json.GetProperty("day").GetString()!).Value,
        Enum.Parse<Effect>(json.GetProperty("atBest").GetString()!),
        Enum.Parse<Effect>(json.GetProperty("atWorst").GetString()!),
        [.. json.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!)]);

    private static JsonArray Strings(IEnumerable<string> strings) =>
        new([.. strings.Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]);

    private static ImmutableHashSet<string> Strings(JsonElement json) => [.. json.EnumerateArray().Select(text => text.GetString()!)];
}
