using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Paper;

/// <summary>The links to papers, as cards and messages show them: each says that it leads out of Teams.</summary>
public sealed class PaperLinks(ISheets sheets, ISheetLinks links, HoldCalendar calendar)
{
    /// <summary>None where no public address is configured; the calendar's only once the board and both signatories have agreed.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string code, Language language, CancellationToken cancellationToken)
    {
        if (links.For(code) is not { } addresses || await sheets.FindAsync(code, cancellationToken) is not { } sheet)
        {
            return [];
        }

        var print = Link(PaperWords.PrintLink, addresses.Print, language);
        return calendar.Of(sheet) is null ? [print] : [Link(PaperWords.CalendarLink, addresses.Calendar, language), print];
    }

    /// <summary>Null where no public address is configured.</summary>
    public string? Of(MinutesSheet minutes) => links.For(minutes) is { } address ? Link(PaperWords.MinutesLink, address, minutes.Language) : null;

    private static string Link(Phrase title, Uri address, Language language) => $"[{title.In(language)}]({address})";
}
