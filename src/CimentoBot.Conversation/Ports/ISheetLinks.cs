using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Ports;

/// <summary>Where browsers find the papers of a case. They lead out of Teams: whoever offers them says so.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Print">The page for print.</param>
public sealed record SheetAddresses(Uri Calendar, Uri Print);

/// <summary>The minutes that a link leads to.</summary>
/// <param name="Channel">The board's channel.</param>
/// <param name="Session">The day of the session.</param>
/// <param name="Language">In which language they are printed.</param>
public sealed record MinutesSheet(string Channel, LocalDate Session, Language Language);

/// <summary>Makes links to papers.</summary>
public interface ISheetLinks
{
    /// <summary>
    /// Addresses that are good for thirty days from now and hold no identity, other ones at each call; null where no public
    /// address is configured, and then nothing offers paper.
    /// </summary>
    SheetAddresses? For(string code);

    /// <summary>The same for the page of a session's minutes.</summary>
    Uri? For(MinutesSheet minutes);
}
