using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>The rules, kind by kind, each with the cases that show it.</summary>
internal static class RulesOnPage
{
    public static void Print(Page page, Guideline guideline)
    {
        page.Heading(2, page.In("Les règles", "The rules"), "rules");
        var conditions = new ConditionText(guideline, page.Language);
        foreach (var kind in GuidelinePage.Kinds)
        {
            page.Heading(3, page.In(kind.Title), kind.Anchor);
            page.Paragraph(page.In(kind.Says));
            foreach (var rule in kind.Rows)
            {
                Print(page, rule, guideline, conditions);
            }
        }
    }

    private static void Print(Page page, Rule rule, Guideline guideline, ConditionText conditions)
    {
        page.Heading(4, $"`{rule.Id}`{(rule.Urgent ? $" — {page.In("urgent", "urgent")}" : "")}", rule.Id);
        page.Paragraph($"**{page.In(rule.Statement)}**");
        foreach (var line in conditions.Outline(rule.When, page.In("Vaut si", "Holds if"), rule.UnlessRefused ? UnlessRefused(page) : null))
        {
            page.Line(line);
        }

        page.Line($"- {page.In("Effet :", "Effect:")} {Effect(page, rule)}");
        page.Line($"- {page.In("Source :", "Source:")} {string.Join(page.In(" ; ", "; "), rule.Where.Select(citation => Links.To(citation, page.Language)))}{ForNamedDrugs(page, rule)}"
            + $" · [{page.In("énoncés", "statements")}](safety/traceability.md#{rule.Id})");
        if (rule.Reading is { } reading)
        {
            page.Line($"- {page.In("Lecture :", "Reading:")} {Links.To(reading)} — {page.In(reading.Words)}");
        }

        Examples(page, CaseBookExamples.Of(rule, guideline));
        page.Line();
    }

    private static string UnlessRefused(Page page) => page.In(
        $"le ciment n’est pas refusé d’avance (verdict au mieux « {page.In(Rules.Effect.NotIndicated.Label())} » ou « {page.In(Rules.Effect.Contraindicated.Label())} »)",
        $"cement is not refused beforehand (verdict at best “{page.In(Rules.Effect.NotIndicated.Label())}” or “{page.In(Rules.Effect.Contraindicated.Label())}”)");

    private static string Effect(Page page, Rule rule) =>
        rule.Effect is { } effect ? $"**{page.In(effect.Label())}**" : page.In("aucun sur le verdict", "none on the verdict");

    private static string ForNamedDrugs(Page page, Rule rule) => rule.ReferencesOnlyForNamedDrugs
        ? page.In(" (références données seulement pour les médicaments que la source nomme)", " (references given only for the drugs that the source names)")
        : "";

    private static void Examples(Page page, CaseBookExamples examples)
    {
        Example(page, page.In("Décide seule :", "Decides alone:"), examples.Alone);
        Example(page, page.In("Vaut aussi :", "Holds as well:"), examples.Alone is null ? null : examples.Holds);
        Example(page, page.In("Vaut :", "Holds:"), examples.Alone is null ? examples.Holds : null);
        Example(page, page.In("Ne vaut pas, dans un cas voisin :", "Does not hold, in a similar case:"), examples.Beside);
        if (examples.Beside is null)
        {
            page.Line($"- {page.In("Vaut dans tous les cas du livre.", "Holds in every case of the book.")}");
        }
    }

    private static void Example(Page page, string opening, CaseBookRow? row)
    {
        if (row is not null)
        {
            page.Line($"- {opening} {Links.To(row)} « {row.Story} » → {Verdict(page, row)}");
        }
    }

    private static string Verdict(Page page, CaseBookRow row) => row.AtBest == row.AtWorst
        ? Label(page, row.Verdict)
        : $"{page.In(Verdicts.Undetermined)} ({Label(page, row.AtBest)} … {Label(page, row.AtWorst)})";

    private static string Label(Page page, string verdict) => page.In(Enum.Parse<Effect>(verdict, ignoreCase: true).Label());
}
