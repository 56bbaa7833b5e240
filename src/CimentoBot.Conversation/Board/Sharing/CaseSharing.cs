using AdaptiveCards;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace CimentoBot.Conversation.Board.Sharing;

/// <summary>
/// The message extension: finds cases by their code among one's own and those of the boards that one belongs to, and puts a copy of the
/// card into any conversation. Who may see a case is read from the store and the rosters, never from where the search is made.
/// </summary>
public sealed class CaseSharing(Desk desk, CaseDesk cases, BoardCases boards, BoardDirectory directory, BoardRoster roster, TimeProvider clock)
{
    /// <summary>How Teams calls a search.</summary>
    public const string InvokeName = "composeExtension/query";

    private const string PreviewType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>A card has some thousand characters: more of them would be too much for one answer.</summary>
    private const int MostOnAPage = 8;

    private const int LongestText = 40;

    /// <summary>Cases of sessions before this are found by their whole code.</summary>
    private static readonly Period Recent = Period.FromDays(90);

    /// <summary>Teams waits five seconds for an answer: what it does not say of rosters by then is taken for a no.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Whether an activity is a search: it changes nothing, and the bot need not be in the conversation.</summary>
    public static bool IsSearch(IActivity activity) => activity is Activity { Type: ActivityTypes.Invoke, Name: InvokeName };

    /// <summary>A text in place of results.</summary>
    public static JObject Said(string text) => Extension(new() { ["type"] = "message", ["text"] = text });

    /// <summary>Answers a search.</summary>
    public async Task<JObject> AnswerAsync(ITurnContext turn, CaseSearch search, CancellationToken cancellationToken)
    {
        var language = await desk.LanguageAsync(turn, null, null, cancellationToken);
        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            return Said(SuspensionWords.OnPaper(reason).In(language));
        }

        var typed = Normal(search.Typed);
        var found = typed.Length > LongestText ? [] : await FindAsync(turn, typed, cancellationToken);
        if (found.Count == 0)
        {
            return Said((typed.Length == 0 ? SharingWords.NothingYet : SharingWords.NothingFound).In(language));
        }

        var results = new JArray();
        foreach (var code in found.Skip(Math.Max(0, search.Skip ?? 0)).Take(Math.Clamp(search.Count ?? MostOnAPage, 1, MostOnAPage)))
        {
            if (await ShownAsync(code, language, cancellationToken) is { } shown)
            {
                results.Add(shown);
            }
        }

        return Extension(new() { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = results });
    }

    private static JObject Extension(JObject answer) => new() { ["composeExtension"] = answer };

    /// <summary>What was typed, in capitals and without the sign that all codes begin with.</summary>
    private static string Normal(string typed)
    {
        var normal = typed.Trim().ToUpperInvariant();
        return normal.StartsWith(CaseCode.Prefix, StringComparison.Ordinal) ? normal[CaseCode.Prefix.Length..] : normal;
    }

    /// <summary>The codes of the cases that somebody may see, newest first.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(ITurnContext turn, string typed, CancellationToken cancellationToken)
    {
        var own = await desk.Files.FinishedAsync(Desk.UserOf(turn.Activity), cancellationToken);
        var channels = await ChannelsOfAsync(turn, cancellationToken);
        var found = own.Select(known => (known.Code, Day: Instant.FromDateTimeOffset(known.At).InZone(desk.Settings.Zone).Date)).ToList();
        foreach (var channel in channels)
        {
            found.AddRange(await boards.SessionsFromAsync(channel, desk.Files.Today - Recent, cancellationToken));
        }

        if (CaseCode.In(CaseCode.Prefix + typed) is { } code
            && await boards.FindAsync(code, cancellationToken) is { } old && channels.Contains(old.Channel, StringComparer.Ordinal))
        {
            found.Add((code, old.Session));
        }

        return
        [
            .. found.Where(known => known.Code[CaseCode.Prefix.Length..].Contains(typed, StringComparison.Ordinal))
                .GroupBy(known => known.Code).Select(same => (Code: same.Key, Day: same.Max(known => known.Day)))
                .OrderByDescending(known => known.Day).ThenBy(known => known.Code, StringComparer.Ordinal).Select(known => known.Code),
        ];
    }

    /// <summary>The boards whose roster has the one who searches.</summary>
    private async Task<IReadOnlyList<string>> ChannelsOfAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var channels = new List<string>();
        foreach (var board in await directory.ListAsync(cancellationToken))
        {
            if (await roster.HasAsync(board.Id, turn, patience.Token))
            {
                channels.Add(board.Id);
            }
        }

        return channels;
    }

    /// <summary>The card, and a line of the list that says no more than the code and where the case stands.</summary>
    private async Task<JObject?> ShownAsync(string code, Language language, CancellationToken cancellationToken)
    {
        // It may have been forgotten since it was listed.
        if (await desk.Files.FindAsync(code, cancellationToken) is not { } file)
        {
            return null;
        }

        var board = await boards.FindAsync(code, cancellationToken);
        var card = board is null
            ? SharedCard.Of(file, desk.Judge(file, language).View, desk.Files.Today, language)
            : SharedCard.Of(desk.View(file, board, language), desk.Files.Today, language);
        var (state, _) = await cases.StandingOfAsync(file, language, cancellationToken);
        var preview = new JObject
        {
            ["title"] = code,
            ["text"] = board is null ? state.In(language) : $"{state.In(language)} — {BoardWords.SessionLine(board.Session).In(language)}",
        };
        return new JObject
        {
            ["contentType"] = AdaptiveCard.ContentType,
            ["content"] = CardKit.Json(card),
            ["preview"] = new JObject { ["contentType"] = PreviewType, ["content"] = preview },
        };
    }
}
