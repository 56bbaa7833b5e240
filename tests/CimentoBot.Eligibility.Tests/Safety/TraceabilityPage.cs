using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Pages;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>docs/safety/traceability.md as the code prints it.</summary>
internal static class TraceabilityPage
{
    public const string Path = "docs/safety/traceability.md";

    private static IEnumerable<Statement> NotCarried => Statements.All.Where(statement => !Trace.IsCarried(statement));

    public static string Print()
    {
        var page = new Page(Language.English);
        page.Line("# Traceability").Line();
        page.Printed("src/CimentoBot.Eligibility/Citations/Statements*.cs, the rules, the drug table, the case book and hazards.md");
        page.Line(Introduction());
        page.Heading(2, "From the source to the product", "statements");
        foreach (var place in Statements.All.GroupBy(statement => statement.At.Where))
        {
            var name = Source.At(place.Key).In(Language.English);
            page.Heading(3, $"{char.ToUpperInvariant(name[0])}{name[1..]}", Anchored(place.Key));
            page.Table(["statement", "in our words", "references", "carried by", "case rows", "held by", "hazards"], place.Select(StatementCells));
        }

        page.Heading(2, "From a rule back to the source", "rules");
        page.Table(["rule", "effect", "statements", "cites", "reads", "decides alone", "holds", "still open"], Guideline.Current.Rules.Select(RuleCells));
        page.Heading(2, "From the hold schedule back to the source", "schedule");
        page.Paragraph("A name that the table does not know is [not covered](#schedule.not-covered).");
        page.Table(["what is asked", "drugs", "statements", "case row"], Trace.EverythingAsked.Select(AskedCells));
        page.Heading(2, "From a fact back to the source", "facts");
        page.Paragraph("*Ours*: shown beside the others, asked for by no statement and read by no rule.");
        page.Table(["fact", "statements", "rules that read it"], Vocabulary.All.Select(FactCells));
        page.Heading(2, "References", "references");
        page.Table(["number", "reference", "statements"], Bibliography.All.Select(ReferenceCells));
        page.Heading(2, "Hazards", "hazards");
        page.Table(["hazard", "statements whose carrying controls it"], HazardPage.All.Select(HazardCells));
        return page.ToString();
    }

    private static string Introduction() => $"""
        Every statement of the source's chapter, what carries it here, the cases and tests that hold it, and the hazards that it controls; then
        the way back. A statement is a sentence, an item of a list or a cell of table 8, in the source's order; headings are left out. The words
        are ours, never the source's. Ids are permanent.

        {Statements.All.Count} statements: {Statements.All.Count - NotCarried.Count()} are carried, {NotCarried.Count()} are not, each with its reason:

        {string.Join('\n', NotCarried.GroupBy(statement => Trace.ReasonOf(statement)!.Value).Select(group => $"- {Why(group.Key)}: {Listed(group.Select(Link))}"))}

        *Held by*

        - **book**: the whole answer to each row of the case book is compared, `CaseBookTests.TheCoreSaysWhatTheBookSays`;
        - **removal**: without the rule a row of the book turns red, `CaseBookTests.RemovingARuleTurnsARowRed`;
        - **second**: an evaluator written apart agrees on generated cases, `PropertyTests.TheCoreAndTheSecondOpinionAgreeOnWholeCases` and
          `PropertyTests.TheCoreAndEveryCompletionAgreeWhereFactsAreUnknown`;
        - **card**: the sentence stands on every card with a schedule, `SaidOnEveryCardTests.WhatHoldsOfEveryScheduleStandsUnderEveryOne`.

        What else holds a statement is named with its [hazards](hazards.md). That this page says what the rows say:
        `PrintedTraceabilityTests.ThePageSaysWhatTheRowsSay`; that nothing is orphaned on either side: the class `TraceabilityTests`.

        """;

    private static string[] StatementCells(Statement statement) =>
    [
        $"{Anchor(statement.Id)}**{statement.Id}**",
        $"{statement.Words.Fr}<br>*{statement.Words.En}*",
        Listed(statement.At.References.Select(number => $"[{number}](#ref-{number})")),
        string.Join("<br>", statement.By.Select(Carrier)),
        Listed(Trace.CasesOf(statement).Select(CaseLink)),
        Listed(HeldBy(statement)),
        Listed(statement.Hazards.Select(HazardLink)),
    ];

    private static string Carrier(Carrier carrier) => carrier switch
    {
        RuleCarrier rule => RuleLink(rule.Id),
        FactCarrier asked => $"asks [`{asked.Fact.Path}`](#{FactAnchor(asked.Fact)})",
        HoldCarrier hold => $"schedule: [{InWords(hold.Asked)}](#{AskedAnchor(hold.Asked)})",
        TextCarrier text => $"always printed: `{text.Name}`",
        NoCarrier nothing => $"nothing – {Why(nothing.Reason)}",
        _ => throw new NotSupportedException(carrier.GetType().Name),
    };

    private static string Why(Reason reason) => reason switch
    {
        Reason.LeadIn => "lead-in, what it announces is numbered itself",
        Reason.Mechanism => "background, how a treatment acts",
        Reason.Technique => "technique, how the procedure is done once it has been decided",
        Reason.Research => "research, studies still to be made",
    };

    private static IEnumerable<string> HeldBy(Statement statement)
    {
        var rules = statement.By.Any(carrier => carrier is RuleCarrier);
        if (rules || statement.By.Any(carrier => carrier is HoldCarrier))
        {
            yield return "book";
            yield return "second";
        }

        if (rules)
        {
            yield return "removal";
        }

        if (statement.By.Any(carrier => carrier is TextCarrier))
        {
            yield return "card";
        }
    }

    private static string[] RuleCells(Rule rule) =>
    [
        $"{Anchor(rule.Id)}[{rule.Id}](../guideline.fr.md#{rule.Id})",
        rule.Effect?.Label().En ?? "–",
        Listed(Trace.StatementsOf(rule).Select(Link)),
        string.Join("; ", rule.Where.Select(citation => citation.In(Language.English))),
        Listed(Trace.FactsReadBy(rule).Select(fact => $"[`{fact.Path}`](#{FactAnchor(fact)})")),
        CaseLink(Trace.CasesOf(rule).Alone),
        CaseLink(Trace.CasesOf(rule).Holds),
        CaseLink(Trace.OpenCaseOf(rule)),
    ];

    private static string[] AskedCells(Asked asked) =>
    [
        $"{Anchor(AskedAnchor(asked))}{InWords(asked)}",
        Listed(DrugTable.Current.All.Where(drug => drug.Asked == asked).Select(drug => drug.Inn)),
        Listed(Trace.StatementsOf(asked).Select(Link)),
        CaseLink(Trace.CaseOf(asked)),
    ];

    private static string InWords(Asked asked) => asked switch
    {
        Stop { Hours: { } hours } stop => $"last dose {hours} hours before; without an hour, none from D−{stop.Days}",
        Stop { FromMg: { } limit } stop => $"under {Numbers.Print(limit, Language.English)} mg a day it may go on; else none from D−{stop.Days}",
        Stop stop => $"none from D−{stop.Days}",
        Relay relay => $"relay by a heparin, which stops on D−{relay.HeparinDays}",
        Unnamed { Kind: UnnamedKind.Heparin } => "not covered; as a relay it stops on its day",
        Unnamed { Kind: UnnamedKind.ReversalAgent } => "not covered: a reversal agent",
        Unnamed => "not covered",
        _ => throw new NotSupportedException(asked.ToString()),
    };

    private static string AskedAnchor(Asked asked) => "schedule." + asked switch
    {
        Stop { Hours: not null } => "hours",
        Stop { FromMg: not null } => "dose",
        Stop => "days",
        Relay => "relay",
        Unnamed { Kind: UnnamedKind.Heparin } => "heparin",
        Unnamed { Kind: UnnamedKind.ReversalAgent } => "reversal-agent",
        Unnamed => "not-covered",
        _ => throw new NotSupportedException(asked.ToString()),
    };

    private static string[] FactCells(Fact fact) =>
    [
        $"{Anchor(FactAnchor(fact))}`{fact.Path}`",
        Statements.Ours.Contains(fact) ? "*ours*" : Listed(Trace.StatementsOf(fact).Select(Link)),
        Listed(Guideline.Current.Rules.Where(rule => Trace.FactsReadBy(rule).Contains(fact)).Select(rule => RuleLink(rule.Id))),
    ];

    private static string[] ReferenceCells(Reference reference) =>
    [
        $"{Anchor($"ref-{reference.Number}")}{reference.Number}",
        reference.Text,
        Listed(Statements.All.Where(statement => statement.At.References.Contains(reference.Number)).Select(Link)),
    ];

    private static string[] HazardCells(Hazard hazard) =>
    [
        $"{HazardLink(hazard.Id)} {hazard.Name}",
        Listed(Statements.All.Where(statement => statement.Hazards.Contains(hazard.Id)).Select(Link)),
    ];

    private static string Link(Statement statement) => $"[{statement.Id}](#{Anchored(statement.Id)})";

    private static string RuleLink(string id) => $"[{id}](#{id})";

    private static string HazardLink(string id) => $"[{id}](hazards.md#{Anchored(id)})";

    private static string CaseLink(CaseBookRow? row) => row is null ? "–" : $"[{row.Number}](../{Links.CaseBook}#{Links.Slug(row.Section)})";

    private static string Anchor(string id) => $"<a id=\"{Anchored(id)}\"></a>";

    private static string Anchored(string id) => id.ToLowerInvariant();

    private static string FactAnchor(Fact fact) => Anchored(fact.Path);

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "–";
}
