using System.Collections.Immutable;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>What may be known: its comparisons with the slips of the pen next to them, its values, its days and hours in words.</summary>
public sealed class FactTests
{
    public static TheoryData<Criterion, string[]> Comparisons => new()
    {
        { Immunosuppressed.IsTrue, ["Immunosuppression: no"] },
        { Immunosuppressed.IsFalse, ["Immunosuppression: yes"] },
        { Matrix.Is(LesionMatrix.Lytic), ["Kind of lesion: Lytic or Mixed", "Kind of lesion: Lytic or Sclerotic", "Kind of lesion: anything but Lytic"] },
        { Matrix.Is(LesionMatrix.Lytic, LesionMatrix.Mixed), ["Kind of lesion: Mixed", "Kind of lesion: Lytic", "Kind of lesion: Lytic or Mixed or Sclerotic", "Kind of lesion: anything but Lytic or Mixed"] },
        { Extent.IsNot(LesionExtent.Small), ["Size of the lesion: anything but Small or Large", "Size of the lesion: Small"] },
        { Aims.Name(Aim.Histology), ["Aims, among them: Relieve pain", "Aims, among them: Stabilise the bone", "Aims, among them: Control the tumour", "Aims, without: Obtain histology"] },
        { Aims.DoNotName(Aim.Histology), ["Aims, without: Relieve pain", "Aims, without: Stabilise the bone", "Aims, without: Control the tumour", "Aims, among them: Obtain histology"] },
        { Intolerance.IsEmpty, ["Opioid intolerance: at least one", "Opioid intolerance, without: Constipation", "Opioid intolerance, without: Urinary retention", "Opioid intolerance, without: Confusion", "Opioid intolerance, without: Other"] },
        { Intolerance.IsNotEmpty, ["Opioid intolerance: none", "Opioid intolerance, among them: Constipation", "Opioid intolerance, among them: Urinary retention", "Opioid intolerance, among them: Confusion", "Opioid intolerance, among them: Other"] },
        { ProthrombinRatio.AtMost(50), ["Prothrombin activity (TP) ≤ 49.5%", "Prothrombin activity (TP) ≤ 50.5%", "Prothrombin activity (TP) < 50%", "Prothrombin activity (TP) > 50%"] },
        { Medications.AskForAHold, ["not (a drug of the list asks to be stopped or bridged)", "a drug is not named by the source", "a hold can no longer be met at the planned date"] },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void AComparisonHasTheSlipsNextToIt(Criterion comparison, string[] slips) =>
        Assert.Equal(slips, ((Atom)comparison).Neighbours().Select(other => other.Print(Language.English)));

    /// <summary>Whether the comparison and each slip hold on the limit, a step under it and a step over it.</summary>
    [Fact]
    public void ALimitAndItsSlipsAreToldApartByTheValuesAroundIt()
    {
        var limit = (Atom)ProthrombinRatio.AtMost(50);
        Assert.Equal("110", At(limit));
        Assert.Equal(["100", "111", "100", "001"], limit.Neighbours().Cast<Atom>().Select(At));
        Assert.Equal(["49.5", "50.5", "49.5 50", "50"], limit.Neighbours().Cast<Atom>().Select(Limits));

        static string At(Atom atom) => string.Concat(new[] { 49.5m, 50m, 50.5m }.Select(value => atom.Holds(value) ? '1' : '0'));
        static string Limits(Atom atom) => string.Join(' ', atom.Limits.Select(limit => Numbers.Print(limit, Language.English)));
    }

    [Fact]
    public void SeveralValuesHaveNoOrderAndCountOnceAndOneIsOne()
    {
        var aims = (ImmutableArray<Aim>)Aims.Parse(["histology", "painRelief", "histology"]);
        Assert.Equal([Aim.PainRelief, Aim.Histology], aims.AsEnumerable());
        Assert.Equal(["painRelief", "histology"], Aims.IdsOf(aims));
        Assert.Equal(LesionMatrix.Mixed, Matrix.Parse(["mixed"]));
        Assert.Throws<InvalidOperationException>(() => Matrix.Parse([]));
        Assert.Throws<InvalidOperationException>(() => Matrix.Parse(["mixed", "lytic"]));
    }

    [Fact]
    public void AChoiceWithoutATitleForEachValueIsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new ChoiceFact<LesionExtent>("lesion.extent", new("a", "a"), (LesionExtent.Small, "Petite", "Small")));
        Assert.Contains("no title for Large", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "mardi 1er décembre 2026", "Tuesday 1 December 2026", "mar. 1er déc. 2026", "Tue 1 Dec 2026")]
    [InlineData(11, "vendredi 11 décembre 2026", "Friday 11 December 2026", "ven. 11 déc. 2026", "Fri 11 Dec 2026")]
    public void ADayIsWrittenAsAReaderWould(int day, string longFr, string longEn, string shortFr, string shortEn)
    {
        var date = new LocalDate(2026, 12, day);
        Assert.Equal((longFr, longEn), (Dates.Long(date, Language.French), Dates.Long(date, Language.English)));
        Assert.Equal((shortFr, shortEn), (Dates.Short(date, Language.French), Dates.Short(date, Language.English)));
        Assert.Equal(longFr + " à 08\u00a0h\u00a005", Dates.Long(new PlannedProcedure(date, new(8, 5)), Language.French));
        Assert.Equal(longEn, Dates.Long(new PlannedProcedure(date), Language.English));
    }

    [Fact]
    public void AnHourThatTheClocksSkipHasNoInstantAndADoubledOneIsTheEarlier()
    {
        Assert.Throws<SkippedTimeException>(() => new PlannedProcedure(new(2026, 3, 29), new(2, 30)).In(TheCore.Paris));
        Assert.Equal(Offset.FromHours(2), new PlannedProcedure(new(2026, 10, 25), new(2, 30)).In(TheCore.Paris)!.Value.Offset);
        Assert.Null(new PlannedProcedure(new(2026, 3, 29)).In(TheCore.Paris));
    }
}
