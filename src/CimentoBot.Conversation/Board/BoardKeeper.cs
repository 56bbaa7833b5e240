using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Looks after what changes without anybody acting: a hold that can no longer be met, a session that passed without a decision, a
/// guideline that is suspended or back in force. It looks once at each change of the day, at a page of cases at a time.
/// </summary>
public sealed class BoardKeeper(Desk desk, BoardCases boards, IOutbox outbox, INotebook notebook, TimeProvider clock)
{
    /// <summary>Under this stands the suspension that every case was last told of; empty = that the guideline is in force.</summary>
    private const string FollowedKey = "keeper:suspended";

    /// <summary>The last case that was told of the suspension or its end; null = all were. A suspension begins and ends with a start.</summary>
    private string? followedTo = "";

    /// <summary>The day on which every case was looked at.</summary>
    private LocalDate? lookedOn;

    /// <summary>Does a page of what there is to do.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        var today = desk.Files.Today;
        if (followedTo is { } after && !await FollowAsync(after, today, cancellationToken))
        {
            return true;
        }

        if (lookedOn == today || desk.Bedside.IsSuspended)
        {
            return false;
        }

        var page = await boards.ToLookAtAsync(today, cancellationToken);
        var looked = 0;
        foreach (var code in page)
        {
            looked += await LookAsync(code, today, cancellationToken) ? 1 : 0;
        }

        // A page of cases that cannot be read would come again and again.
        lookedOn = looked == 0 ? today : lookedOn;
        return looked > 0;
    }

    /// <summary>Suspends cases, or lets them go on, and has their cards say so; true when all were.</summary>
    private async Task<bool> FollowAsync(string after, LocalDate today, CancellationToken cancellationToken)
    {
        var reason = desk.Settings.Suspended;
        if ((await notebook.FindAsync(FollowedKey, cancellationToken) ?? "") != reason)
        {
            var page = await boards.ListAfterAsync(after, today, cancellationToken);
            foreach (var code in page)
            {
                await FollowAsync(code, cancellationToken);
            }

            if (page.Count > 0)
            {
                followedTo = page[^1];
                return false;
            }

            await notebook.SetAsync(FollowedKey, reason, cancellationToken);
        }

        followedTo = null;
        return true;
    }

    /// <summary>The card is rewritten also where the case waits already: the reason may be another. A channel that is gone takes nothing.</summary>
    private async Task FollowAsync(string code, CancellationToken cancellationToken)
    {
        var isConcerned = false;
        var board = await boards.ChangeIfReadableAsync(
            code,
            before =>
            {
                isConcerned = desk.Bedside.IsSuspended || before!.SuspendedFor.Contains(SuspensionCause.Guideline);
                return desk.Bedside.IsSuspended ? before!.SuspendedBy(SuspensionCause.Guideline) : isConcerned ? before!.ResumedFrom(SuspensionCause.Guideline) : before;
            },
            _ => [],
            cancellationToken);
        if (!isConcerned || board!.SuspendedFor.Contains(SuspensionCause.Channel))
        {
            return;
        }

        await outbox.AddAsync([OutboxMessage.New(code, BoardDesk.RewriteKind, clock.GetUtcNow())], cancellationToken);
    }

    /// <returns>Whether it could be read.</returns>
    private async Task<bool> LookAsync(string code, LocalDate today, CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxMessage> rewriting = [];
        return await boards.ChangeIfReadableAsync(
            code,
            before =>
            {
                var after = desk.Followed(before!, Expired(before!, today) with { LookedOn = today });
                rewriting = [.. RewritingOf(before!, after, today)];
                return after;
            },
            after => [.. rewriting, .. desk.ChangesTold(after, clock.GetUtcNow())],
            cancellationToken) is not null;
    }

    /// <summary>The day after its session; one that was reopened later waits for no session.</summary>
    private BoardCase Expired(BoardCase board, LocalDate today)
    {
        var reopenedOn = board.Stage is BoardStage.Reopened && board.Reopenings is [.., { At: var at }]
            ? Instant.FromDateTimeOffset(at).InZone(desk.Settings.Zone).Date
            : board.Session;
        return board.Session < today && reopenedOn <= board.Session && board.Stage is not BoardStage.Closed ? board.Moved(BoardTrigger.Expire) : board;
    }

    private IEnumerable<OutboxMessage> RewritingOf(BoardCase before, BoardCase after, LocalDate today)
    {
        if (after.Stage is BoardStage.Suspended)
        {
            // Its card is rewritten when the channel is there again.
            yield break;
        }

        var then = before.LookedOn ?? before.Current.Decision.Day;
        var (was, now) = (desk.Assess(before, then), desk.Assess(after, today));
        var isOther = IsOther(was, now);
        if (isOther || after.Stage != before.Stage || after.Agreement != before.Agreement || SaysOther(was, now) || !ChangesOn(then).SequenceEqual(ChangesOn(today)))
        {
            yield return OutboxMessage.New(after.Code, BoardDesk.RewriteKind, clock.GetUtcNow());
        }

        if (isOther)
        {
            yield return AgeTeller.Message(after.Code, today, clock.GetUtcNow());
        }

        IEnumerable<(string Words, Effect AtBest, Effect AtWorst)> ChangesOn(LocalDate day) => desk.Assessor.ChangesFor(after.PlannedFacts, day)
            .Select(change => (string.Join(';', change.Words.Select(words => words.En)), change.AtBest, change.AtWorst));
    }

    /// <summary>
    /// Whether the cards say something else beside the verdict. That moves with the days too: which drugs somebody takes may begin to matter, and what would
    /// better the verdict may better it less.
    /// </summary>
    private static bool SaysOther(CaseAssessment was, CaseAssessment now) =>
        IsLater(was, now)
        || !was.Missing.SequenceEqual(now.Missing, StringComparer.Ordinal)
        || !was.Findings.Select(finding => finding.Rule.Id).SequenceEqual(now.Findings.Select(finding => finding.Rule.Id), StringComparer.Ordinal)
        || !was.NotUsed.SequenceEqual(now.NotUsed);

    private static bool IsOther(CaseAssessment then, CaseAssessment now) =>
        (then.AtBest, then.AtWorst) != (now.AtBest, now.AtWorst)
        || !then.Holds.Select(hold => (hold.Drug, hold.Met)).SequenceEqual(now.Holds.Select(hold => (hold.Drug, hold.Met)));

    /// <summary>Where a hold was missed the card gives the earliest date, which moves with every day: an old one would be too early.</summary>
    private static bool IsLater(CaseAssessment then, CaseAssessment now) =>
        now.EarliestProcedureDate != then.EarliestProcedureDate && now.Holds.Any(hold => hold.Met is HoldMet.No);
}
