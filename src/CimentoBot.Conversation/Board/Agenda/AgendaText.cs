using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>An agenda in messages: a paragraph a case, as a single line break collapses in Teams.</summary>
internal static class AgendaText
{
    public static IReadOnlyList<string> Of(SessionAgenda agenda, Language language) => Paragraphs.InMessages(Parts(agenda, language));

    private static IEnumerable<string> Parts(SessionAgenda agenda, Language language)
    {
        if (agenda.Session is { } session)
        {
            yield return AgendaWords.Title(agenda.Board, session, agenda.At).In(language);
        }
        else
        {
            yield return AgendaWords.Titled(agenda.Board).In(language);
        }

        if (agenda.Suspended.Length > 0)
        {
            yield return SuspensionWords.Line(agenda.Suspended).In(language);
        }

        if (agenda.Cases.Count == 0)
        {
            yield return (agenda.Session is null ? AgendaWords.NothingToCome : AgendaWords.Empty).In(language);
        }

        foreach (var (place, listed) in agenda.Cases.Index())
        {
            yield return FormattableString.Invariant($"{place + 1}. {Line(listed, listed.WasPostponed ? AgendaWords.Postponed : null, language)}");
        }

        foreach (var code in agenda.Unreadable)
        {
            yield return $"- {Say.Illegible(code).In(language)}";
        }

        if (agenda.Overdue.Count == 0)
        {
            yield break;
        }

        yield return AgendaWords.Overdue.In(language);
        foreach (var listed in agenda.Overdue)
        {
            yield return $"- {Line(listed, AgendaWords.SessionOf(listed.Session), language)}";
        }
    }

    private static string Line(AgendaCase listed, Phrase? note, Language language) => string.Join(" — ", new[]
    {
        $"**{listed.Code}**",
        CardKit.Plain(listed.Label),
        note?.In(language) ?? "",
        (listed.IsUrgent ? VerdictView.Urgency : "") + (listed.Verdict ?? AgendaWords.NoVerdict).In(language),
        AgendaWords.WaitsFor.In(language) + string.Join(language == Language.French ? " ; " : "; ", listed.WaitsFor.Select(what => what.In(language))),
    }.Where(part => part.Length > 0));
}
