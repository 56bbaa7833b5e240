using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Paper;

/// <summary>The links to a case's papers, as a card shows them: each says that it leads out of Teams.</summary>
public sealed class PaperLinks(ISheets sheets, ISheetLinks links, HoldCalendar calendar)
{
    /// <summary>None where no public address is configured; the calendar's only once the board and both signatories have agreed.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string code, Language language, CancellationToken cancellationToken)
    {
        if (links.For(code) is not { } addresses || await sheets.FindAsync(code, cancellationToken) is not { } sheet)
        {
            return [];
        }

        var print = Link(PaperWords.PrintLink, addresses.Print);
        return calendar.Of(sheet) is null ? [print] : [Link(PaperWords.CalendarLink, addresses.Calendar), print];

        string Link(Phrase title, Uri address) => $"[{title.In(language)}]({address})";
    }
}
