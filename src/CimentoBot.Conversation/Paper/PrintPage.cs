using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Paper;

/// <summary>
/// The case on one page of A4 for the patient's file: what the verdict card says, without what it folds. It asks for no other
/// resource and runs no script.
/// </summary>
public sealed class PrintPage(BotSettings settings)
{
    private static readonly string Urgency = VerdictView.Urgency.Replace("*", "", StringComparison.Ordinal);

    private readonly Assessor assessor = new(Guideline.Current, settings.Zone);

    /// <summary>What a Content-Security-Policy must let in as <c>style-src</c>: the page's own style and no other.</summary>
    public static string StyleSource => PrintStyle.Source;

    /// <summary>The page as HTML. While the guideline is suspended it says so in the place of everything that is drawn from rules.</summary>
    public string Of(HoldSheet sheet)
    {
        Html page = $"""
            {PrintStyle.Head(sheet.Title, sheet.Language)}
            <body>
            <header><h1>{PaperWords.Title.In(sheet.Language)}</h1><p class="case">{sheet.Title}</p></header>
            <p class="small">{PaperWords.EvaluatedOn(sheet.Day).In(sheet.Language)} · {VerdictView.EditionIn(sheet.Language)}</p>
            <main>
            {(settings.Suspended.Length > 0 ? Suspended(sheet) : Judged(sheet))}
            </main>
            <footer class="small">
            <p>{Guideline.Scope.In(sheet.Language)}</p>
            <p><strong>{Say.BoardDecides.In(sheet.Language)}</strong> {PaperWords.PaperHasLeftTeams.In(sheet.Language)}</p>
            </footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    private Html Suspended(HoldSheet sheet) => $"""
        <section class="verdict"><p class="urgent">{SuspensionWords.OnPaper(settings.Suspended).In(sheet.Language)}</p></section>
        {Board(sheet)}
        """;

    private Html Judged(HoldSheet sheet)
    {
        var assessment = assessor.Assess(sheet.File.Facts, sheet.Day);
        var view = new VerdictView(sheet.File, assessment, [], sheet.Day, sheet.Language);
        return $"""
            {Verdict(view, sheet.Language)}
            {Board(sheet)}
            {(sheet.Cancelled ? null : Schedule(sheet, view))}
            {view.Groups.Select(Group)}
            {Signatures(sheet.Language)}
            {Sources(view, sheet.Language)}
            """;
    }

    private static Html Verdict(VerdictView view, Language language) => $"""
        <section class="verdict">
        <h2>{view.Label}</h2>
        {view.Urgent.Select(line => (Html)$"<p class=\"urgent\">{Urgency}{line.Text} {Source(line.Source)}</p>\n")}
        {Html.Paragraph(view.RulesChanged)}
        {Html.Paragraph(view.Bounds)}
        {Html.Paragraph(view.Why)}
        {(view.Missing.Count > 0 ? Said(Say.StillMissing.In(language), string.Join(" · ", view.Missing), language) : null)}
        </section>
        """;

    private static Html Board(HoldSheet sheet) => $"""
        <section>
        {Said(PaperWords.Decision.In(sheet.Language), (sheet.Decision ?? PaperWords.NotDecided).In(sheet.Language), sheet.Language)}
        {Html.Paragraph(sheet.Question.Length > 0 ? BoardWords.QuestionLine(sheet.Question).In(sheet.Language) : null)}
        {Html.Paragraph(sheet.Cancelled ? PaperWords.DatesWithdrawn.In(sheet.Language) : null, "urgent")}
        </section>
        """;

    private static Html Schedule(HoldSheet sheet, VerdictView view)
    {
        var schedule = view.Schedule;
        var agreed = sheet.Agreed && view.Verdict is not null && schedule.Rows.Count > 0;
        return $"""
            <section>
            <h3>{(agreed ? PaperWords.AgreedSchedule.In(sheet.Language) : schedule.Heading)}</h3>
            {Html.Paragraph(schedule.Procedure)}
            {(schedule.Rows.Count > 0 ? Table(schedule.Rows, sheet.Language) : null)}
            {Html.Paragraph(schedule.Earliest)}
            {schedule.Notes.Select(note => Html.Paragraph(note, "small"))}
            </section>
            """;
    }

    private static Html Table(IReadOnlyList<ScheduleRow> rows, Language language) => $"""
        <table>
        <thead><tr><th>{PaperWords.Drug.In(language)}</th><th>{PaperWords.Date.In(language)}</th><th>{PaperWords.Status.In(language)}</th><th>{PaperWords.WhatToDo.In(language)}</th></tr></thead>
        <tbody>
        {rows.Select(row => (Html)$"<tr><td><strong>{row.Name}</strong></td><td class=\"day\">{row.Day}</td><td>{row.Status}</td><td>{row.Statement} {Source(row.Source)}</td></tr>\n")}
        </tbody>
        </table>
        """;

    private static Html Group(LineGroup group) => $"""
        <section>
        <h3>{group.Title}</h3>
        <ul>{group.Lines.Select(line => (Html)$"<li>{line.Text} {Source(line.Source)}</li>\n")}</ul>
        </section>
        """;

    private static Html Signatures(Language language) => $"""
        <section class="signatures"><p>{PaperWords.Prescriber.In(language)}</p><p>{PaperWords.Anaesthesia.In(language)}</p></section>
        """;

    private static Html Sources(VerdictView view, Language language) => $"""
        <p class="sources"><strong>{VerdictText.Sources.In(language)}</strong> {string.Join(' ', view.References)}</p>
        {view.Readings.Select(reading => Html.Paragraph(VerdictText.Reading.In(language) + reading, "small"))}
        """;

    private static Html Source(string places) => $"<span class=\"source\">({places})</span>";

    private static Html Said(string title, string what, Language language) =>
        $"<p><strong>{title}</strong>{(language == Language.French ? " : " : ": ")}{what}</p>\n";
}
