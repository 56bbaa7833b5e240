using CimentoBot.Conversation.Ports;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Storage;

/// <summary>A row of <c>boards</c>.</summary>
internal sealed record BoardRow(string Code, string Channel, string Session, string Stage, string LookedOn, string Until, long Version, string Body)
{
    public const string Columns = "code, channel, session, stage, looked_on AS LookedOn, until, version, body";

    public static BoardRow Of(StoredBoard board) => new(
        board.Code, board.Channel, Day(board.Session), board.Stage, Day(board.LookedOn), Day(board.Until), board.Version, board.Body);

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public StoredBoard Read() => new(Code, Channel, Day(Session), Stage, Day(LookedOn), Day(Until), Version, Body);

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;
}
