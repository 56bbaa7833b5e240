using System.Globalization;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>
/// The evening before a session: its agenda is posted, and the cases that were postponed to it come back. What is to leave then is
/// written beside the change that brings a case to the session.
/// </summary>
internal static class SessionEve
{
    /// <summary>What the outbox calls an agenda. Its subject is the channel, its name says which session's.</summary>
    public const string AgendaKind = "board.agenda";

    /// <summary>What the outbox calls what did not fit into an agenda's first message. Its name says where in which thread.</summary>
    public const string RestKind = "board.agenda.rest";

    /// <summary>What the outbox calls the return of a postponed case. Its subject is the case.</summary>
    public const string ReturnKind = "board.return";

    private const string Prefix = "agenda:";

    private const char Separator = '/';

    /// <summary>When an evening begins, in the hospital's zone.</summary>
    public static readonly LocalTime Hour = new(18, 0);

    /// <summary>When the evening before a session begins.</summary>
    public static DateTimeOffset Of(LocalDate session, DateTimeZone zone) =>
        (session.PlusDays(-1) + Hour).InZoneLeniently(zone).ToDateTimeOffset();

    /// <summary>What is to leave on the eve of the session that a case stands in. An agenda has a name: however many cases ask for it, it leaves once.</summary>
    public static IEnumerable<OutboxMessage> Messages(Desk desk, BoardCase board)
    {
        var eve = Of(board.Session, desk.Settings.Zone);
        if (board.IsOn(board.Session) && desk.Files.Today < board.Session)
        {
            yield return OutboxMessage.New(board.Channel, AgendaKind, eve, NameOf(board.Channel, board.Session));
        }

        if (board.IsPostponed)
        {
            yield return OutboxMessage.New(board.Code, ReturnKind, eve);
        }
    }

    public static string NameOf(string channel, LocalDate session) => $"{Prefix}{channel}:{LocalDatePattern.Iso.Format(session)}";

    /// <summary>One more message of an agenda: each is sent by itself, so that what fails takes no other with it.</summary>
    public static OutboxMessage Rest(string channel, LocalDate session, int part, string conversation, DateTimeOffset now) => OutboxMessage.New(
        channel, RestKind, now, FormattableString.Invariant($"{RestKind}{Separator}{part}{Separator}{conversation}{Separator}{LocalDatePattern.Iso.Format(session)}"));

    /// <summary>Which message of its agenda such a one is, and the thread that it goes to.</summary>
    public static (int Part, string Conversation) PlaceOf(OutboxMessage message)
    {
        var parts = message.Name!.Split(Separator);
        return (int.Parse(parts[1], CultureInfo.InvariantCulture), string.Join(Separator, parts[2..^1]));
    }

    /// <summary>The session whose agenda a message is.</summary>
    /// <exception cref="UnparsableValueException">The message is no agenda.</exception>
    public static LocalDate SessionOf(OutboxMessage message) => LocalDatePattern.Iso.Parse(message.Name![^"yyyy-MM-dd".Length..]).GetValueOrThrow();
}
