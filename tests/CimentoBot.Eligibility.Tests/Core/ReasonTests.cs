using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>Why a rule holds, fails or is open.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void TheFactsNamedSettleTheRuleWhateverTheOthersAre() => CaseGenerator.Any.Sample(
        generated =>
        {
            var known = TheCore.CaseOf(generated.Case, generated.AsOf);
            foreach (var reason in ReasonsOf(known, generated.AsOf).Where(reason => reason.Outcome is not Truth.Unknown))
            {
                var alone = known.Said.Where(fact => !Stays(fact, reason.Because)).Aggregate(known, (fewer, fact) => fewer.With(fact, null));
                var outcome = ReasonsOf(alone, generated.AsOf).Single(other => other.Rule == reason.Rule).Outcome;
                Assert.True(outcome == reason.Outcome, $"{reason.Rule.Id} {reason.Outcome}, by {string.Join(", ", reason.Because)} alone {outcome}");
            }
        },
        iter: Samples.Of(100));

    [Fact]
    public void AnOpenRuleWaitsForFactsThatAreNotKnownAndAnotherForNone() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var known = TheCore.CaseOf(generated.Case, generated.AsOf);
            Assert.All(ReasonsOf(known, generated.AsOf), reason =>
            {
                Assert.Equal(reason.Outcome is Truth.Unknown, reason.Awaits.Count > 0);
                Assert.Equal(reason.Outcome is Truth.Unknown, reason.Because.Count == 0 && reason.Rule.When.Facts.Any());
                Assert.DoesNotContain(reason.Awaits, fact => fact is not MedicationsFact && known.Knows(fact));
                Assert.DoesNotContain(reason.Because, fact => !known.Knows(fact) && fact != Vocabulary.ProcedureAt);
            });
        },
        iter: Samples.Of(300));

    [Fact]
    public void OutcomesAreThoseOfTheAssessment()
    {
        foreach (var row in CaseBookReader.Rows)
        {
            var seen = TheCore.Assessor.Assess(TheCore.CaseOf(row.NewCase(), row.AsOf), row.AsOf);
            Assert.Equal(Guideline.Current.Rules, seen.Reasons.Select(reason => reason.Rule));
            Assert.Equal(
                seen.Findings.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal),
                seen.Reasons.Where(reason => reason is { Outcome: Truth.Yes, Withheld: false }).Select(reason => reason.Rule.Id).Order(StringComparer.Ordinal));
            Assert.Equal(seen.Open, seen.Reasons.Where(reason => reason is { Outcome: Truth.Unknown, Withheld: false }).Select(reason => reason.Rule));
            Assert.All(seen.Reasons, reason => Assert.False(reason.Withheld && !(seen.Refused && reason.Rule.UnlessRefused)));
        }
    }

    /// <summary>In words that follow the printed condition: of a conjunction that fails, the part that takes the fewest facts.</summary>
    [Theory]
    [InlineData("Q1.01", "deferred.platelets", "patient.plateletsPerMm3")]
    [InlineData("Q1.01", "absolute.asymptomatic-stable-fracture", "lesion.fracture")]
    [InlineData("Q1.01", "indication.poorly-controlled-pain", "pain.distribution, pain.lesionIsSource, pain.control, plan.aims")]
    [InlineData("Q2.08", "suggestion.kyphoplasty-evidence", "lesion.site")]
    [InlineData("Q2.08", "condition.flat-bone-ablation", "lesion.site")]
    public void AReasonNamesTheFactsThatTheConditionNames(string row, string rule, string facts)
    {
        var seen = CaseBookReader.Row(row);
        var reason = ReasonsOf(TheCore.CaseOf(seen.NewCase(), seen.AsOf), seen.AsOf).Single(one => one.Rule.Id == rule);
        Assert.Equal(facts, string.Join(", ", reason.Because));
    }

    /// <summary>A list that is not known misses no window where the day is far, and any hold where there is none: the day says so, or that there is none.</summary>
    [Theory]
    [InlineData("medications=?; procedureAt=2026-12-20", "plan.procedureAt")]
    [InlineData("medications=?", "plan.procedureAt")]
    [InlineData("medications=Plavix; procedureAt=2026-12-20", "medications")]
    public void ThatNoWindowIsMissedIsSettledBy(string facts, string because)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        var reason = ReasonsOf(known, asOf).Single(one => one.Rule.Id == "deferred.hold-window");
        Assert.Equal((Truth.No, because), (reason.Outcome, string.Join(", ", reason.Because)));
    }

    private static IReadOnlyList<Reason> ReasonsOf(Case known, LocalDate asOf) => TheCore.Assessor.Assess(known, asOf).Reasons;

    /// <summary>What the medicines ask depends on the planned day, which no rule reads itself: without one, no window is missed.</summary>
    private static bool Stays(Facts.Fact fact, FactSet because) =>
        because.Contains(fact) || (fact == Vocabulary.ProcedureAt && because.Contains(Vocabulary.Medications));
}
