using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>Minutes as a page to print: A4, no script, nothing from elsewhere, everything that is not ours encoded.</summary>
public static class MinutesPage
{
    /// <summary>The page.</summary>
    /// <param name="minutes">What is printed.</param>
    /// <param name="language">In which language.</param>
    public static string Of(Minutes minutes, Language language)
    {
        var title = $"{MinutesWords.Title.In(language)} — {minutes.Board}";
        Html page = $"""
            {PrintStyle.Head(title, language)}
            <body class="minutes">
            <header><h1>{title}</h1></header>
            <p>{Sentence.Capital(MinutesWords.SessionOf(minutes.Session).In(language))} — {MinutesWords.CasesOf(minutes.Cases.Length).In(language)}.</p>
            {Html.Paragraph(minutes.Suspended.Length > 0 ? MinutesWords.Suspended(minutes.Suspended).In(language) : null, "urgent")}
            <main>
            {minutes.Cases.Select(decided => Section(decided, language))}
            </main>
            <footer class="small">
            {Html.Paragraph(minutes.Undecided.Length > 0 ? MinutesWords.Undecided(minutes.Undecided).In(language) : null)}
            {Html.Paragraph(minutes.Unreadable.Length > 0 ? MinutesWords.Unreadable(minutes.Unreadable).In(language) : null)}
            <p>{MinutesWords.MadeOn(minutes.Day).In(language)} {MinutesWords.Pseudonyms.In(language)}</p>
            <p>{Guideline.Scope.In(language)} {Say.BoardDecides.In(language)}</p>
            </footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    private static Html Section(MinutesCase decided, Language language) => $"""
        <section>
        <h3>{(decided.Label.Length == 0 ? decided.Code : $"{decided.Code} — {decided.Label}")}</h3>
        <dl>
        {decided.Lines.Select(line => (Html)$"<dt>{line.Title.In(language)}</dt><dd>{line.Text.In(language)}</dd>\n")}
        </dl>
        </section>

        """;
}
