using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// What the audit says of a change at the board. Whatever anybody adds to a case is found by comparing, so that no way of adding it
/// can leave the audit out.
/// </summary>
internal static class BoardAudit
{
    public static IReadOnlyList<AuditEntry> Between(BoardCase? before, BoardCase after) =>
    [
        .. after.Opinions.Skip(before?.Opinions.Length ?? 0).Select(given => new AuditEntry(given.By, AuditAction.Opinion, after.Code, given.At)),
        .. after.SignOffs.Skip(before?.SignOffs.Length ?? 0).Select(signed => new AuditEntry(signed.By, AuditAction.SignOff, after.Code, signed.At)),
        .. after.Closings.Skip(before?.Closings.Length ?? 0).Select(closed => new AuditEntry(closed.By, AuditAction.Closing, after.Code, closed.At)),
        .. after.Reopenings.Skip(before?.Reopenings.Length ?? 0).Select(reopened => new AuditEntry(reopened.By, AuditAction.Reopening, after.Code, reopened.At)),
        .. after.Acknowledgements.Skip(before?.Acknowledgements.Length ?? 0).Select(seen => new AuditEntry(seen.By, AuditAction.Seen, after.Code, seen.At)),
    ];
}
