using System.Collections.Immutable;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Interview;

/// <summary>The verdict that was given, and the rules that it was given under: by these a case is found again when a rule is recalled.</summary>
/// <param name="Edition">The edition of the rules.</param>
/// <param name="Hash">Their content.</param>
/// <param name="Day">The day of the verdict.</param>
/// <param name="AtBest">The best verdict that some completion of the case reached.</param>
/// <param name="AtWorst">The worst one; another than the best = undetermined.</param>
/// <param name="Rules">Ids of the rules that held.</param>
public sealed record Decision(string Edition, string Hash, LocalDate Day, Effect AtBest, Effect AtWorst, ImmutableArray<string> Rules)
{
    /// <summary>The verdict in words; an undetermined one with its bounds.</summary>
    public Phrase Verdict => WordsOf(AtBest, AtWorst);

    /// <summary>Whether the rules are still the same.</summary>
    public bool IsOfTheseRules => Edition == Guideline.Edition && Hash == Guideline.Current.Hash;

    public static Decision Of(CaseAssessment assessment, LocalDate day) => new(
        Guideline.Edition,
        Guideline.Current.Hash,
        day,
        assessment.AtBest,
        assessment.AtWorst,
        [.. assessment.Findings.Select(finding => finding.Rule.Id)]);

    /// <summary>Where the rules changed since: from what to what, and what became of the verdict; else null.</summary>
    public Phrase? ChangedSince(CaseAssessment now)
    {
        if (IsOfTheseRules)
        {
            return null;
        }

        var today = WordsOf(now.AtBest, now.AtWorst);
        var (fr, en) = (now.AtBest, now.AtWorst) == (AtBest, AtWorst)
            ? ("le verdict est le même", "the verdict is the same")
            : ($"le verdict était « {Verdict.Fr} », il est « {today.Fr} »", $"the verdict was “{Verdict.En}”, it is “{today.En}”");
        var editions = $"{Edition} ({Hash}) → {Guideline.Edition} ({Guideline.Current.Hash})";
        return new(
            $"Règles modifiées depuis le verdict du {Dates.Short(Day, Language.French)}, édition {editions} : {fr}.",
            $"Rules changed since the verdict of {Dates.Short(Day, Language.English)}, edition {editions}: {en}.");
    }

    private static Phrase WordsOf(Effect best, Effect worst) => best == worst ? best.Label() : new(
        $"{Verdicts.Undetermined.Fr} (au mieux {best.Label().Fr}, au pire {worst.Label().Fr})",
        $"{Verdicts.Undetermined.En} (at best {best.Label().En}, at worst {worst.Label().En})");
}
