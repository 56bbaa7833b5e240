using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>A criterion prints itself, names its facts and makes its own mutants.</summary>
public sealed class CriterionTests
{
    private static readonly Criterion Sample = All(Any(Immunosuppressed.IsTrue, CementAllergy.IsTrue), Not(Extent.Is(LesionExtent.Large)));

    [Fact]
    public void ItIsPrintedInBothLanguagesWithBracketsWhereAndAndOrMeet()
    {
        Assert.Equal(
            "(Immunodépression : oui ou Allergie à un composant du ciment : oui) et non (Volume de la lésion : Volumineuse)", Sample.Print(Language.French));
        Assert.Equal(
            "(Immunosuppression: yes or Allergy to a component of the cement: yes) and not (Size of the lesion: Large)", Sample.Print(Language.English));
        Assert.Equal(("toujours", "always"), (Always.Print(Language.French), Always.Print(Language.English)));
    }

    [Fact]
    public void ItsFactsStandInTheOrderOfTheVocabularyEachOnce() =>
        Assert.Equal([Extent, CementAllergy, Immunosuppressed], All(Sample, Immunosuppressed.IsFalse).Facts);

    [Fact]
    public void ItsMutantsAreEveryPlaceChangedOnceThenTheWhole() => Assert.Equal(
        [
            "“Immunosuppression: no” for “Immunosuppression: yes”",
            "unknown read as no in “Immunosuppression: yes”",
            "without “Immunosuppression: yes”",
            "“Allergy to a component of the cement: no” for “Allergy to a component of the cement: yes”",
            "unknown read as no in “Allergy to a component of the cement: yes”",
            "without “Allergy to a component of the cement: yes”",
            "“and” for “or”",
            "without “Immunosuppression: yes or Allergy to a component of the cement: yes”",
            "“Size of the lesion: Large or Small” for “Size of the lesion: Large”",
            "“Size of the lesion: anything but Large” for “Size of the lesion: Large”",
            "unknown read as no in “Size of the lesion: Large”",
            "without the negation",
            "without “not (Size of the lesion: Large)”",
            "“or” for “and”",
        ],
        Sample.Mutants.Select(mutant => mutant.Slip));

    [Fact]
    public void AMutantIsTheWholeCriterionWithOnePlaceChanged()
    {
        var mutants = Sample.Mutants.ToDictionary(mutant => mutant.Slip, mutant => mutant.Criterion.Print(Language.English));
        Assert.Equal("(Allergy to a component of the cement: yes) and not (Size of the lesion: Large)", mutants["without “Immunosuppression: yes”"]);
        Assert.Equal(
            "(Immunosuppression: yes or Allergy to a component of the cement: yes) and Size of the lesion: Large", mutants["without the negation"]);
        Assert.Equal("never", Assert.Single(Always.Mutants).Slip);
    }

    [Fact]
    public void OfTwoPartsThatSettleItAlikeTheFirstIsNamed()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "systemicInfection=oui; punctureSiteInfection=oui; immunosuppressed=oui");
        var rule = TheCore.Rule("one", All(Any(SystemicInfection.IsTrue, PunctureSiteInfection.IsTrue), Immunosuppressed.IsTrue));
        var reason = Assert.Single(new Assessment.Assessor(new([rule]), TheCore.Paris).Assess(known, asOf).Reasons);
        Assert.Equal([SystemicInfection, Immunosuppressed], reason.Because);
    }

    [Fact]
    public void OfTwoPartsThatSettleItTheOneThatTakesFewerFactsIsNamed()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "systemicInfection=oui; punctureSiteInfection=oui; immunosuppressed=oui");
        var both = All(SystemicInfection.IsTrue, PunctureSiteInfection.IsTrue);
        var guideline = new Rules.Guideline([
            TheCore.Rule("one", Any(both, Immunosuppressed.IsTrue)), TheCore.Rule("two", Any(Immunosuppressed.IsTrue, both))]);
        var reasons = new Assessment.Assessor(guideline, TheCore.Paris).Assess(known, asOf).Reasons;
        Assert.All(reasons, reason => Assert.Equal([Immunosuppressed], reason.Because));
    }
}
