using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Conversation.Privacy;

/// <summary>
/// Deletes what has been kept for long enough: once a day, a page at a time. A case goes when nobody has done anything with it, and its
/// session and its procedure are over, for <see cref="BotSettings.RetainDays"/>.
/// </summary>
public sealed class RetentionKeeper(IRetention retention, BoardCases boards, BotSettings settings, TimeProvider clock)
{
    private const int Page = 50;

    private LocalDate? keptOn;
    private string after = "";

    /// <summary>Does a page of what there is to do.</summary>
    /// <returns>Whether there may be more today.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = Instant.FromDateTimeOffset(now).InZone(settings.Zone).Date;
        if (keptOn == today)
        {
            return false;
        }

        var before = now - TimeSpan.FromDays(settings.RetainDays);
        var page = await retention.ListOldAsync(after, before, today.PlusDays(-settings.RetainDays), Page, cancellationToken);
        foreach (var old in page.Where(old => old.Board is null || LastActOf(boards.Read(old.Board)) < before))
        {
            await retention.TryDeleteAsync(old, now, cancellationToken);
        }

        if (page.Count > 0)
        {
            after = page[^1].Case.Code;
            return true;
        }

        await retention.SweepAsync(before, cancellationToken);
        (keptOn, after) = (today, "");
        return false;
    }

    private static DateTimeOffset LastActOf(BoardCase board) => board.Presentations.Select(presented => presented.At)
        .Concat(board.Opinions.Select(given => given.At))
        .Concat(board.SignOffs.Select(signed => signed.At))
        .Concat(board.Closings.Select(closed => closed.At))
        .Concat(board.Reopenings.Select(reopened => reopened.At))
        .Concat(board.Acknowledgements.Select(seen => seen.At))
        .Max();
}
