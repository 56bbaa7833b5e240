using System.Collections.Immutable;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Privacy;

/// <summary>What stays of somebody who is forgotten: what a board has, under another name.</summary>
internal static class Pseudonymous
{
    /// <summary>Their opinions, signatures and decisions under the pseudonym. Of a case of theirs nothing leads to their chat any more.</summary>
    public static BoardCase Board(BoardCase board, string person, string pseudonym, bool isOwn) => board with
    {
        Opinions = [.. board.Opinions.Select(given => given.By == person ? given with { By = pseudonym } : given)],
        SignOffs = [.. board.SignOffs.Select(signed => signed.By == person ? signed with { By = pseudonym } : signed)],
        Closings = [.. board.Closings.Select(closed => closed.By == person ? closed with { By = pseudonym } : closed)],
        Reopenings = [.. board.Reopenings.Select(reopened => reopened.By == person ? reopened with { By = pseudonym } : reopened)],
        Acknowledgements = [.. board.Acknowledgements.Select(seen => seen.By == person ? seen with { By = pseudonym } : seen)],
        Reminded = isOwn
            ? [.. board.Reminded.Select(sent => sent.InThread ? sent : sent with { Conversation = "", Message = null })]
            : board.Reminded,
    };

    /// <summary>The case as the board saw it last: what was changed since and not presented is gone, as is the way to the chat.</summary>
    public static CaseFile Case(CaseFile file, BoardCase board, string pseudonym) => file with
    {
        Owner = pseudonym,
        Conversation = "",
        ServiceUrl = "",
        OpenCard = null,
        OpenedBy = "",
        Status = CaseStatus.Finished,
        Step = Itinerary.Verdict,
        Facts = board.Current.Facts,
        Decision = board.Current.Decision,
        Asked = [],
        Wanted = null,
        Draft = ImmutableDictionary<string, string>.Empty,
        TypedSinceCard = [],
        Confirmed = [],
        Post = file.Post is { } post ? post with { Facts = CaseFile.FingerprintOf(board.Current.Facts) } : null,
    };
}
