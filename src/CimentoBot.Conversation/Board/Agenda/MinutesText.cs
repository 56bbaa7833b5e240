using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>Minutes in messages, to be pasted into the shared record: plain text, a paragraph a case. A line never begins with somebody's own words.</summary>
internal static class MinutesText
{
    public static IReadOnlyList<string> Of(Minutes minutes, Language language) => Paragraphs.InMessages(Parts(minutes, language));

    private static IEnumerable<string> Parts(Minutes minutes, Language language)
    {
        yield return $"{MinutesWords.Title.In(language)} — {minutes.Board}, {MinutesWords.SessionOf(minutes.Session).In(language)} — " +
            $"{MinutesWords.CasesOf(minutes.Cases.Length).In(language)}. {MinutesWords.MadeOn(minutes.Day).In(language)}";
        if (minutes.Suspended.Length > 0)
        {
            yield return CardKit.Plain(MinutesWords.Suspended(minutes.Suspended).In(language));
        }

        foreach (var decided in minutes.Cases)
        {
            yield return Paragraph(decided, language);
        }

        if (minutes.Undecided.Length > 0)
        {
            yield return MinutesWords.Undecided(minutes.Undecided).In(language);
        }

        if (minutes.Unreadable.Length > 0)
        {
            yield return MinutesWords.Unreadable(minutes.Unreadable).In(language);
        }

        yield return $"{MinutesWords.Pseudonyms.In(language)} {Say.BoardDecides.In(language)}";
    }

    private static string Paragraph(MinutesCase decided, Language language)
    {
        var colon = language == Language.French ? " : " : ": ";
        var head = decided.Label.Length == 0 ? decided.Code : $"{decided.Code} — {decided.Label}";
        return CardKit.Plain(string.Join(' ', decided.Lines
            .Select(line => Ended($"{line.Title.In(language)}{colon}{line.Text.In(language)}"))
            .Prepend(Ended(head))));
    }

    private static string Ended(string sentence) => sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
}
