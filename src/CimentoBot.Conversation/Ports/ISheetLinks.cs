namespace CimentoBot.Conversation.Ports;

/// <summary>Where browsers find the papers of a case. They lead out of Teams: whoever offers them says so.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Print">The page for print.</param>
public sealed record SheetAddresses(Uri Calendar, Uri Print);

/// <summary>Makes links to the papers of a case.</summary>
public interface ISheetLinks
{
    /// <summary>
    /// Addresses that are good for thirty days from now and hold no identity, other ones at each call; null where no public
    /// address is configured, and then nothing offers paper.
    /// </summary>
    SheetAddresses? For(string code);
}
