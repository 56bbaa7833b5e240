using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Sections;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>What the guideline asks about a case.</summary>
internal static class FactsOnPage
{
    private static readonly IReadOnlyList<(string Path, Phrase Title)> Groups =
    [
        ("lesion", new("La lésion", "The lesion")),
        ("pain", new("La douleur", "The pain")),
        ("plan", new("Le projet", "The plan")),
        ("patient", new("Le patient", "The patient")),
        ("medications", new("Les médicaments", "The medicines")),
    ];

    public static void Print(Page page, Guideline guideline)
    {
        page.Heading(2, page.In("Les faits", "The facts"), "facts");
        page.Paragraph(page.In(
            "Les règles ne lisent que ces faits. Chacun peut être inconnu. *Facultatif* : aucune question n’insiste. *Modifiable* : on peut agir dessus (refaire un bilan, traiter une infection, choisir une date), et l’aide dit ce que cela changerait.",
            "The rules read these facts and no others. Each may be unknown. *Optional*: no question insists on it. *Actionable*: one can act on it (repeat a test, treat an infection, choose a date), and the assistant says what that would change."));
        var conditions = new ConditionText(guideline, page.Language);
        foreach (var (path, title) in Groups)
        {
            page.Heading(3, page.In(title), $"facts-{path}");
            page.Table(
                [page.In("Fait", "Fact"), page.In("Valeurs", "Values"), page.In("Concerne le cas", "Concerns the case"), page.In("Remarques", "Remarks")],
                Vocabulary.All.Where(fact => fact.Path.Split('.')[0] == path).Select(fact => (IReadOnlyList<string>)
                [
                    $"**{page.In(fact.Label)}**<br>`{fact.Path}`",
                    Values(page, fact),
                    fact.Concern == Criterion.Always ? page.In("toujours", "always") : page.In("si ", "if ") + conditions.Short(fact.Concern),
                    Remarks(page, fact),
                ]));
            if (path == "lesion")
            {
                page.Paragraph(page.In(
                    $"Là où « {page.In(Vocabulary.WeightBearing.Label)} » n’est pas demandé, l’os en décide : ne porte pas « {Terms.FlatBone.Print(page.Language)} » ; tout autre porte.",
                    $"Where “{page.In(Vocabulary.WeightBearing.Label)}” is not asked, the bone settles it: no weight is borne by “{Terms.FlatBone.Print(page.Language)}”; every other one bears it."));
            }
        }
    }

    private static string Values(Page page, Fact fact) => fact switch
    {
        IChoiceFact { IsList: true } choice => page.In("aucun, un ou plusieurs : ", "none, one or several: ") + Titles(page, choice),
        IChoiceFact choice => Titles(page, choice),
        NumberFact number => Range(page, number),
        BooleanFact => page.In("oui · non", "yes · no"),
        TextFact text => page.In($"texte libre, {text.MaximumLength} caractères au plus ; affiché seulement", $"free text, at most {text.MaximumLength} characters; shown only"),
        DateFact => page.In("un jour ; affiché seulement", "a day; shown only"),
        ProcedureFact => page.In("un jour, ou un jour et une heure", "a day, or a day and an hour"),
        MedicationsFact => page.In(
            "une liste, vide si aucun : nom, dose par jour (mg) et jour de la dernière prise s’ils sont connus",
            "a list, empty if none: name, and, where known, dose a day (mg) and day of the last dose"),
        _ => throw new NotSupportedException(fact.Path),
    };

    private static string Range(Page page, NumberFact number)
    {
        var kind = number.IsInteger ? page.In("nombre entier", "whole number") : page.In("décimales admises", "decimals allowed");
        return $"{Numbers.Print(number.Minimum, page.Language)}{page.In(" à ", " to ")}{Numbers.Print(number.Maximum, page.Language)}{page.In(number.Unit)}, {kind}";
    }

    private static string Titles(Page page, IChoiceFact choice) => string.Join(" · ", choice.Options.Select(option => page.In(option.Title)));

    private static string Remarks(Page page, Fact fact)
    {
        List<string> remarks = [];
        if (fact.Optional)
        {
            remarks.Add(page.In("facultatif", "optional"));
        }

        if (fact.Actionable)
        {
            remarks.Add(page.In("modifiable", "actionable"));
        }

        return remarks.Count == 0 ? "–" : string.Join(", ", remarks);
    }
}
