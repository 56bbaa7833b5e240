using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Interview;

/// <summary>Answers that are possible and do not fit together: asked about at review, never blocking.</summary>
public static class CrossChecks
{
    private const decimal SeverePain = 7;
    private const decimal ProthrombinUnlikelyUnderVka = 70;

    /// <param name="subject">What was answered.</param>
    /// <param name="assessment">What was made of it; null while nothing is evaluated.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Phrase> Of(Case subject, CaseAssessment? assessment, LocalDate today) => [.. Find(subject, assessment, today)];

    private static IEnumerable<Phrase> Find(Case subject, CaseAssessment? assessment, LocalDate today)
    {
        var prothrombin = subject.Find(Vocabulary.ProthrombinRatio);
        if (subject.Find(Vocabulary.SevereCoagulopathy) is false && assessment?.Findings.Any(finding => finding.Rule.Id is RuleIds.Platelets or RuleIds.Prothrombin) is true)
        {
            yield return new(
                "Pas de trouble sévère de la coagulation, mais plaquettes ou TP au seuil ou au-dessous.",
                "No severe coagulopathy, but platelets or prothrombin activity at or under the limit.");
        }

        var pain = subject.Find(Vocabulary.Pain);
        var intensity = subject.Find(Vocabulary.Intensity);
        var painful = pain is PainDistribution.Localised or PainDistribution.Diffuse;
        if (painful && intensity >= SeverePain && subject.Find(Vocabulary.Control) is PainControl.Controlled)
        {
            yield return new("Douleur dite bien contrôlée, mais d’intensité 7 ou plus.", "Pain said to be well controlled, but of intensity 7 or more.");
        }

        if (pain is PainDistribution.Localised && intensity is 0)
        {
            yield return new("Douleur localisée, mais d’intensité 0.", "Localised pain, but of intensity 0.");
        }

        if (pain is PainDistribution.None && subject.Find(Vocabulary.Intolerance) is { IsEmpty: false })
        {
            yield return new("Aucune douleur, mais une intolérance aux opioïdes.", "No pain, but opioid intolerance.");
        }

        foreach (var check in Medicines(subject.Find(Vocabulary.Medications) ?? [], prothrombin))
        {
            yield return check;
        }

        if (subject.Find(Vocabulary.ProcedureAt) is { } planned && planned.Date < today)
        {
            yield return new("La date du geste est passée.", "The date of the procedure has passed.");
        }
    }

    private static IEnumerable<Phrase> Medicines(IReadOnlyList<Medication> list, decimal? prothrombin)
    {
        var drugs = list.SelectMany(drug => DrugTable.Current.Recognise(drug.Drug).Drugs).ToList();
        if (prothrombin > ProthrombinUnlikelyUnderVka && drugs.Exists(drug => drug.Asked is Relay))
        {
            yield return new("Un AVK (antivitamine K) est pris, mais le taux de prothrombine (TP) dépasse 70 %.", "A vitamin K antagonist is taken, but the prothrombin activity is above 70%.");
        }

        foreach (var doubled in drugs.GroupBy(drug => drug.Inn).Where(group => group.Count() > 1).Select(group => group.First()))
        {
            yield return new($"Cité deux fois : {doubled.InnFr}.", $"Listed twice: {doubled.Inn}.");
        }
    }
}
