using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The rows as a whole: what they refuse, the order in which they show, and exactness where three values are not enough.</summary>
public sealed class GuidelineTests
{
    private static readonly Criterion Tautology = Any(CementAllergy.IsTrue, Not(CementAllergy.IsTrue));

    [Fact]
    public void TwoRowsWithOneIdAreRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new Guideline([TheCore.Rule("once", Always), TheCore.Rule("twice", Always), TheCore.Rule("twice", Never)]));
        Assert.Contains("'twice'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherTableOfDrugsIsTheOneThatIsUsed()
    {
        var table = new DrugTable([new("aspirin", "aspirine", new Stop(3))], []);
        Assert.Same(table, new Guideline([TheCore.Rule("one", Always)], table).Drugs);
        Assert.Same(DrugTable.Current, new Guideline([TheCore.Rule("one", Always)]).Drugs);
    }

    [Fact]
    public void FindingsStandUrgentFirstThenWorstFirstAndWhatHasNoEffectLast()
    {
        var guideline = new Guideline([
            TheCore.Rule("informs", Always), TheCore.Rule("eligible", Always, Effect.Eligible), TheCore.Rule("deferred", Always, Effect.Deferred),
            TheCore.Rule("urgent", Always) with { Urgent = true }, TheCore.Rule("board", Always, Effect.BoardDecision)]);
        Assert.Equal(
            ["urgent", "deferred", "board", "eligible", "informs"],
            new Assessor(guideline, TheCore.Paris).Assess(Case.Empty, CaseBookReader.Row("Q1.01").AsOf).Findings.Select(finding => finding.Rule.Id));
    }

    /// <summary>What is true either way is true, and what is known settles it: not the fact that does not matter.</summary>
    [Fact]
    public void ARuleIsSettledWhereItHoldsWhateverAnUnknownFactIs()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "cementAllergy=?; immunosuppressed=oui");
        var guideline = new Guideline([TheCore.Rule("either", All(Tautology, Immunosuppressed.IsTrue)), TheCore.Rule("neither", All(Not(Tautology), Immunosuppressed.IsTrue))]);
        var reasons = new Assessor(guideline, TheCore.Paris).Assess(known, asOf).Reasons;
        Assert.Equal([Truth.Yes, Truth.No], reasons.Select(reason => reason.Outcome));
        Assert.Equal([Immunosuppressed], reasons[0].Because);
        Assert.All(reasons, reason => Assert.Empty(reason.Awaits));
    }

    /// <summary>Of two ways to hold one is open whatever an unknown fact is: what is known settles it.</summary>
    [Fact]
    public void ARuleThatHoldsEitherWayIsSettledByWhatIsKnownAlone()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "cementAllergy=?; immunosuppressed=oui; systemicInfection=oui");
        var guideline = new Guideline([TheCore.Rule("either", Any(All(CementAllergy.IsTrue, Immunosuppressed.IsTrue), All(CementAllergy.IsFalse, SystemicInfection.IsTrue)))]);
        var reason = Assert.Single(new Assessor(guideline, TheCore.Paris).Assess(known, asOf).Reasons);
        Assert.Equal(Truth.Yes, reason.Outcome);
        Assert.Equal([SystemicInfection, Immunosuppressed], reason.Because);
    }

    [Fact]
    public void AConditionSaysWhereItsRuleIsWithheld()
    {
        var rule = TheCore.Rule("one", Matrix.Is(LesionMatrix.Lytic));
        Assert.Equal(("Nature de la lésion : Lytique", "Kind of lesion: Lytic"), (rule.Condition(Language.French), rule.Condition(Language.English)));
        Assert.Equal(
            "Kind of lesion: Lytic, unless the verdict is at best Not indicated or Contraindicated", (rule with { UnlessRefused = true }).Condition(Language.English));
    }

    [Fact]
    public void AFactConcernsTheCaseWhereItDoesWhateverAnUnknownFactIs()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "cementAllergy=?");
        var assessor = new Assessor(
            new([TheCore.Rule("one", Extent.Is(LesionExtent.Large))], concern: fact => fact == Extent ? Tautology : fact == Matrix ? Not(Tautology) : Always), TheCore.Paris);
        Assert.Equal(Truth.Yes, assessor.Concerns(known, Extent, asOf));
        Assert.Equal(Truth.No, assessor.Concerns(known, Matrix, asOf));
        Assert.Equal([Matrix], assessor.Assess(known, asOf).NotUsed);
    }

    [Theory]
    [InlineData("—", "lesion.posteriorWall", Truth.Yes)]
    [InlineData("site=rib", "lesion.posteriorWall", Truth.No)]
    [InlineData("site=?", "lesion.posteriorWall", Truth.Unknown)]
    [InlineData("site=?", "lesion.site", Truth.Yes)]
    [InlineData("distribution=?", "pain.lesionIsSource", Truth.Unknown)]
    [InlineData("distribution=diffuse", "pain.lesionIsSource", Truth.No)]
    [InlineData("extent=?", "lesion.neuralStructureInAblationZone", Truth.Unknown)]
    [InlineData("extent=large", "lesion.neuralStructureInAblationZone", Truth.Yes)]
    [InlineData("—", "lesion.neuralStructureInAblationZone", Truth.No)]
    [InlineData("—", "medications", Truth.Yes)]
    public void AFactConcerns(string facts, string path, Truth concerns)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        Assert.Equal(concerns, TheCore.Assessor.Concerns(known, Vocabulary.Find(path)!, asOf));
    }

    [Theory]
    [InlineData("—", "lesion.label", false)]
    [InlineData("—", "lesion.site", true)]
    [InlineData("—", "patient.plateletsPerMm3", true)]
    [InlineData("—", "patient.bloodsOn", false)]
    [InlineData("site=rib", "lesion.posteriorWall", false)]
    [InlineData("site=?", "lesion.posteriorWall", true)]
    [InlineData("site=rib", "lesion.weightBearing", false)]
    [InlineData("—", "medications", true)]
    public void AFactMatters(string facts, string path, bool matters)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        Assert.Equal(matters, TheCore.Assessor.Matters(known, Vocabulary.Find(path)!, asOf));
    }

    [Theory]
    [InlineData("condition.medication-hold", "medications=Plavix", "Q4-122-123")]
    [InlineData("condition.medication-hold", "medications=Eliquis", "Q4-122-123")]
    [InlineData("condition.medication-hold", "medications=Previscan", "Q4")]
    [InlineData("condition.medication-hold", "medications=Previscan + Plavix", "Q4-122-123")]
    [InlineData("deferred.hold-window", "medications=Plavix; procedureAt=2026-12-02", "Q4-122-123")]
    [InlineData("deferred.hold-window", "medications=Plavix, dernière 2026-11-20 + Previscan; procedureAt=2026-11-28", "Q4")]
    [InlineData("deferred.platelets", "plateletsPerMm3=40000", "Q4")]
    [InlineData("condition.flat-bone-ablation", "site=rib", "Q2-120-121")]
    public void AFindingCites(string rule, string facts, string citations)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        var seen = TheCore.Assessor.Assess(known, asOf);
        Assert.Equal(citations, string.Join(", ", seen.Findings.Single(finding => finding.Rule.Id == rule).Citations.Select(citation => citation.Id)));
    }

    [Fact]
    public void CitationsOfFindingsAndHoldsStandOnceAndReferencesAscend()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "medications=Plavix + Lovenox; extent=large");
        var seen = TheCore.Assessor.Assess(known, asOf);
        Assert.Contains("Q4", seen.Citations.Select(citation => citation.Id));
        Assert.Equal(seen.Citations.Select(citation => citation.Id).Distinct(), seen.Citations.Select(citation => citation.Id));
        Assert.Superset(seen.Holds.Select(hold => hold.Citation.Id).ToHashSet(), seen.Citations.Select(citation => citation.Id).ToHashSet());
        Assert.Equal(seen.References.Select(reference => reference.Number).Distinct().Order(), seen.References.Select(reference => reference.Number));
        Assert.Contains(122, seen.References.Select(reference => reference.Number));
        Assert.Equal(("Éligible sous conditions", "Indéterminé"), (seen.Label.Fr, TheCore.Assessor.Assess(Case.Empty, asOf).Label.Fr));
    }
}
