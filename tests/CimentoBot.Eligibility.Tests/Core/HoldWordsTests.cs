using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The schedule's sentences, one for each thing that it can ask, with and without a date; and the names by which a drug is found.</summary>
public sealed class HoldWordsTests
{
    private static readonly LocalDate Today = new(2026, 11, 30);
    private static readonly PlannedProcedure AtEight = new(new(2026, 12, 14), new(8, 0));
    private static readonly PlannedProcedure OnThatDay = new(new(2026, 12, 14));

    public static TheoryData<string, decimal?, string, string, string> Sentences => new()
    {
        { "Plavix", null, "", "Arrêt : aucune prise à partir de J−5 (date du geste inconnue).", "Stop: no dose from D−5 (date of the procedure unknown)." },
        { "Plavix", null, "day", "Arrêt : aucune prise à partir du mercredi 9 décembre 2026 (J−5).", "Stop: no dose from Wednesday 9 December 2026 (D−5)." },
        { "Eliquis", null, "", "Arrêt : aucune prise à partir de J−2 (48 heures ; date du geste inconnue), sans relais.", "Stop: no dose from D−2 (48 hours; date of the procedure unknown), without a relay." },
        { "Eliquis", null, "day", "Arrêt : aucune prise à partir du samedi 12 décembre 2026 (J−2, pour 48 heures sans prise), sans relais.", "Stop: no dose from Saturday 12 December 2026 (D−2, for 48 hours without a dose), without a relay." },
        { "Eliquis", null, "hour", "Arrêt : dernière prise au plus tard le samedi 12 décembre 2026 à 08\u00a0h\u00a000 (UTC+01:00), soit 48 heures avant le geste, sans relais.", "Stop: last dose no later than Saturday 12 December 2026 at 08:00 (UTC+01:00), that is 48 hours before the procedure, without a relay." },
        { "Kardégic", 75m, "day", "Sous 160 mg par jour : on peut la continuer.", "Under 160 mg a day: may be continued." },
        { "Kardégic", null, "", "Dose à préciser. Sous 160 mg par jour : on peut la continuer. À 160 mg ou plus : aucune prise à partir de J−5.", "Dose needed. Under 160 mg a day: may be continued. 160 mg or more: no dose from D−5." },
        { "Kardégic", null, "day", "Dose à préciser. Sous 160 mg par jour : on peut la continuer. À 160 mg ou plus : aucune prise à partir du mercredi 9 décembre 2026 (J−5).", "Dose needed. Under 160 mg a day: may be continued. 160 mg or more: no dose from Wednesday 9 December 2026 (D−5)." },
        { "Previscan", null, "", "Relais par une héparine de bas poids moléculaire, arrêtée la veille, à J−1, à l’heure fixée par l’anesthésie. La source ne dit pas quand arrêter l’AVK (antivitamine K) ni quand commencer le relais.", "Relay by a low-molecular-weight heparin, stopped the day before, on D−1, at the hour set by anaesthesia. The source does not say when the vitamin K antagonist stops nor when the relay starts." },
        { "Previscan", null, "day", "Relais par une héparine de bas poids moléculaire, arrêtée la veille, le dimanche 13 décembre 2026 (J−1), à l’heure fixée par l’anesthésie. La source ne dit pas quand arrêter l’AVK (antivitamine K) ni quand commencer le relais.", "Relay by a low-molecular-weight heparin, stopped the day before, on Sunday 13 December 2026 (D−1), at the hour set by anaesthesia. The source does not say when the vitamin K antagonist stops nor when the relay starts." },
        { "Lovenox", null, "day", "La source n’a pas de règle pour ce médicament : demander un avis avant toute date.", "The source has no rule for this drug: seek advice before any date." },
        { "Clopidogrel Biogaran", null, "day", "Nom non reconnu : si c’est un médicament de la source, n’écrire que sa dénomination commune internationale ; sinon elle n’a pas de règle. Demander un avis avant toute date.", "Name not recognised: if it is a drug of the source, write nothing but its international non-proprietary name; if not, it has no rule. Seek advice before any date." },
        { "Praxbind", null, "day", "La source n’a pas de règle pour ce médicament : demander un avis avant toute date. C’est un agent de réversion (antidote), non un anticoagulant : faire préciser l’anticoagulant en cause.", "The source has no rule for this drug: seek advice before any date. It is a reversal agent (antidote), not an anticoagulant: have the anticoagulant concerned named." },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void OneDrugAsks(string drug, decimal? dose, string planned, string french, string english) =>
        Assert.Equal(new Phrase(french, english), Assert.Single(On(planned, new Medication(drug, dose))).Statement);

    [Fact]
    public void ATabletOfTwoDrugsSaysThatStoppingItStopsBoth()
    {
        Assert.Equal(
            [
                new Phrase(
                    "Arrêt : aucune prise à partir de J−5 (date du geste inconnue) ; arrêter le comprimé de DuoPlavin arrête les deux médicaments.",
                    "Stop: no dose from D−5 (date of the procedure unknown); stopping the DuoPlavin tablet stops both drugs."),
                new Phrase(
                    "Sous 160 mg par jour, on peut la continuer — mais arrêter le comprimé de DuoPlavin arrête les deux ; demander s’il faut le remplacer par de l’aspirine seule.",
                    "Under 160 mg a day: aspirin may be continued — but stopping the DuoPlavin tablet stops both; ask whether aspirin alone is to take its place."),
            ],
            On("", new Medication("DuoPlavin")).Select(hold => hold.Statement));
    }

    /// <summary>Whichever entry comes first, the tablet of two stays in the sentence, and the doses add up.</summary>
    [Theory]
    [InlineData("DuoPlavin", "Kardégic")]
    [InlineData("Kardégic", "DuoPlavin")]
    public void AspirinBesideATabletThatHoldsItIsOneLine(string first, string second)
    {
        var aspirin = On("", new(first, first == "Kardégic" ? 60 : null), new(second, second == "Kardégic" ? 60 : null)).Single(hold => hold.Drug == "aspirin");
        Assert.Equal((HoldAction.Stop, "aspirin-160-stops"), (aspirin.Action, aspirin.Reading?.Id));
        Assert.EndsWith("; stopping the DuoPlavin tablet stops both drugs, and what is taken beside it is to be stopped too.", aspirin.Statement.En, StringComparison.Ordinal);
        Assert.EndsWith(" ; arrêter le comprimé de DuoPlavin arrête les deux médicaments, et ce qui est pris à part est à arrêter aussi.", aspirin.Statement.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Si c’est le relais de l’AVK (antivitamine K), elle s’arrête la veille (J−1).", "If it is the relay of the vitamin K antagonist, it stops the day before (D−1).")]
    [InlineData("day", "Si c’est le relais de l’AVK (antivitamine K), elle s’arrête la veille, le dimanche 13 décembre 2026 (J−1).", "If it is the relay of the vitamin K antagonist, it stops the day before, on Sunday 13 December 2026 (D−1).")]
    public void AHeparinBesideAVitaminKAntagonistMayBeItsRelay(string planned, string french, string english)
    {
        var heparin = On(planned, new Medication("Previscan"), new Medication("Lovenox"))[1].Statement;
        Assert.EndsWith(french, heparin.Fr, StringComparison.Ordinal);
        Assert.EndsWith(english, heparin.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AHoldIsNamedByItsInnOrByWhatWasTyped()
    {
        var holds = On("", new Medication("PLAVIX® 75 mg"), new Medication("Curcuma"), new Medication(" curcuma "), new Medication("Ginkgo"));
        Assert.Equal([("clopidogrel", true), ("Curcuma", false), ("Ginkgo", false)], holds.Select(hold => (hold.Drug, hold.IsKnown)));
    }

    /// <summary>With an hour a dose on the day of the limit is too late, without one too: a dated dose lasts to the end of its day.</summary>
    [Theory]
    [InlineData("hour", 12, HoldMet.No)]
    [InlineData("hour", 11, HoldMet.CanBe)]
    [InlineData("day", 12, HoldMet.No)]
    [InlineData("day", 11, HoldMet.CanBe)]
    [InlineData("", 11, HoldMet.Unknown)]
    public void FortyEightHoursAreKeptBy(string planned, int lastDay, HoldMet met) =>
        Assert.Equal(met, On(planned, new Medication("Eliquis", null, new(2026, 12, lastDay)))[0].Met);

    [Theory]
    [InlineData("Plavix\u00a075\u202fmg")]
    [InlineData("\tPlavix\t75")]
    [InlineData("Pla\u2011vix")]
    [InlineData("-plavix-")]
    [InlineData("PLÀVIX™ 75 mg cp")]
    [InlineData("plavix lp injectable")]
    public void ANameIsFoundHoweverItIsSpacedAndWritten(string typed) => Assert.Equal("clopidogrel", DrugTable.Current.Find(typed)?.Inn);

    [Theory]
    [InlineData("75 mg")]
    [InlineData("comprimé")]
    [InlineData("75")]
    [InlineData("Plavix x")]
    [InlineData("plavix cpx")]
    public void WhatIsNoNameIsNotFound(string typed) => Assert.Null(DrugTable.Current.Find(typed));

    [Fact]
    public void ATableIsRefusedInWhichANameStandsForTwoDrugsOrAProductHoldsNone()
    {
        Drug aspirin = new("aspirin", "aspirine", new Stop(5), "Kardégic");
        var twice = Assert.Throws<InvalidOperationException>(() => new DrugTable([aspirin, new("clopidogrel", "clopidogrel", new Stop(5), "KARDEGIC")], []));
        Assert.Contains("'KARDEGIC'", twice.Message, StringComparison.Ordinal);
        var none = Assert.Throws<InvalidOperationException>(() => new DrugTable([aspirin], [new("DuoPlavin", "clopidogrel", "aspirin", 100)]));
        Assert.Contains("'clopidogrel'", none.Message, StringComparison.Ordinal);
        Assert.Equal(aspirin, new DrugTable([aspirin with { Names = ["Kardégic", "kardegic"] }], []).Find("KARDÉGIC") is { } found ? found with { Names = aspirin.Names } : null);
    }

    [Fact]
    public void TheNamesOfTheTableBringTheFrenchInnFirstAndDualProductsLast()
    {
        var table = new DrugTable([new("aspirin", "aspirine", new Stop(5), "Kardégic"), new("clopidogrel", "clopidogrel", new Stop(7))], [new("DuoPlavin", "clopidogrel", "aspirin", 100)]);
        Assert.Equal(
            [("aspirine", "aspirin"), ("Kardégic", "aspirin"), ("aspirin", "aspirin"), ("clopidogrel", "clopidogrel"), ("DuoPlavin", "DuoPlavin")], table.Names);
        Assert.Equal(7, table.LongestStop);
        Assert.Null(table.Find("DuoPlavin"));
        Assert.Equal("DuoPlavin", table.FindDual("duo plavin")?.Name);
        Assert.Equal(["clopidogrel", "aspirin"], table.Recognise("DuoPlavin").Drugs.Select(drug => drug.Inn));
    }

    private static IReadOnlyList<Hold> On(string planned, params Medication[] list) => Schedule.Of(
        list, DrugTable.Current, planned switch { "day" => OnThatDay, "hour" => AtEight, _ => null }, Today, TheCore.Paris).Holds;
}
