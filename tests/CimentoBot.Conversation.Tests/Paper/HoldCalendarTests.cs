using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Paper;
using CimentoBot.Eligibility.Facts;
using NodaTime.Text;
using static CimentoBot.Conversation.Tests.Paper.PaperOfTheTest;

namespace CimentoBot.Conversation.Tests.Paper;

/// <summary>The agreed dates as a calendar takes them.</summary>
public sealed class HoldCalendarTests
{
    [Fact]
    public void EachHoldIsAnEventAndSoIsTheProcedure()
    {
        var file = IcsFile.Read(Calendar().Of(Typical));

        Assert.Equal("PUBLISH", file.Method);
        Assert.Equal("2.0", file.Head["VERSION"]);
        Assert.Equal(["cb-7f3k-clopidogrel@cimentobot", "cb-7f3k-procedure@cimentobot"], file.Uids);
        Assert.All(file.Events, one =>
        {
            Assert.Equal("CONFIRMED", one["STATUS"]);
            Assert.Equal("0", one["SEQUENCE"]);
            Assert.Equal("20261130T080000Z", one["DTSTAMP"]);
            Assert.Equal("PRIVATE", one["CLASS"]);
            Assert.Equal("TRANSPARENT", one["TRANSP"]);
            Assert.StartsWith("CB-7F3K · ", one["SUMMARY"], StringComparison.Ordinal);
            Assert.StartsWith("CB-7F3K · L3\n", IcsFile.Text(one["DESCRIPTION"]), StringComparison.Ordinal);
            Assert.Contains("a quitté Teams et ne porte aucun nom", one["DESCRIPTION"], StringComparison.Ordinal);
        });

        var stop = file.Find("clopidogrel");
        Assert.Equal("20261209", stop["DTSTART;VALUE=DATE"]);
        Assert.Equal("CB-7F3K · clopidogrel : aucune prise à partir de ce jour", stop["SUMMARY"]);
        Assert.Contains(
            "Clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026 (J−5). (question 4 [122, 123]", IcsFile.Text(stop["DESCRIPTION"]), StringComparison.Ordinal);
        Assert.Equal("20261214T070000Z", file.Find("procedure")["DTSTART"]);
        Assert.Contains("Aspirine — Sous 160 mg par jour", IcsFile.Text(file.Find("procedure")["DESCRIPTION"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameStandsThereInEnglish()
    {
        var file = IcsFile.Read(Calendar().Of(Typical with { Language = Language.English, Decision = new("Accepté", "Accepted") }));

        Assert.Equal("CB-7F3K · clopidogrel: no dose from this day on", file.Find("clopidogrel")["SUMMARY"]);
        Assert.Equal("CB-7F3K · percutaneous cementoplasty", file.Find("procedure")["SUMMARY"]);
        Assert.All(file.Events, one => Assert.StartsWith("CB-7F3K · L3\nAccepted\n", IcsFile.Text(one["DESCRIPTION"]), StringComparison.Ordinal));
        Assert.Contains("Wednesday 9 December 2026", file.Find("clopidogrel")["DESCRIPTION"], StringComparison.Ordinal);
    }

    /// <summary>Forty-eight elapsed hours: the clocks change between the last dose and the procedure.</summary>
    [Theory]
    [InlineData("2026-03-20", "2026-03-30T08:00:00", "20260330T060000Z", "20260328T060000Z", "samedi 28 mars 2026 à 07 h 00 (UTC+01:00)")]
    [InlineData("2026-10-16", "2026-10-26T08:00:00", "20261026T070000Z", "20261024T070000Z", "samedi 24 octobre 2026 à 09 h 00 (UTC+02:00)")]
    [InlineData("2026-10-16", "2026-10-27T02:30:00", "20261027T013000Z", "20261025T013000Z", "dimanche 25 octobre 2026 à 02 h 30 (UTC+01:00)")]
    public void TheLastDoseIsFortyEightElapsedHoursBefore(string day, string procedure, string at, string lastDose, string words)
    {
        var planned = LocalDateTimePattern.GeneralIso.Parse(procedure).Value;
        var file = IcsFile.Read(Calendar().Of(Typical.With(new Medication("Eliquis")) with
        {
            Day = LocalDatePattern.Iso.Parse(day).Value,
            Procedure = new(planned.Date, planned.TimeOfDay),
        }));

        Assert.Equal(at, file.Find("procedure")["DTSTART"]);
        Assert.Equal(lastDose, file.Find("apixaban")["DTSTART"]);
        Assert.Equal("CB-7F3K · apixaban : dernière prise à cette heure au plus tard", file.Find("apixaban")["SUMMARY"]);
        Assert.Contains(words, IcsFile.Text(file.Find("apixaban")["DESCRIPTION"]).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnHourDaysAreWhole()
    {
        var file = IcsFile.Read(Calendar().Of(Typical.With(new Medication("Eliquis")) with { Procedure = new(new(2026, 12, 14)) }));

        Assert.Equal("20261212", file.Find("apixaban")["DTSTART;VALUE=DATE"]);
        Assert.Equal("20261214", file.Find("procedure")["DTSTART;VALUE=DATE"]);
        Assert.Contains("aucune prise à partir de ce jour", file.Find("apixaban")["SUMMARY"], StringComparison.Ordinal);
    }

    [Fact]
    public void ADualProductStopsOneDrugAndTellsOfTheOther()
    {
        var file = IcsFile.Read(Calendar().Of(Typical.With(new Medication("DuoPlavin"))));

        Assert.Equal(["cb-7f3k-clopidogrel@cimentobot", "cb-7f3k-procedure@cimentobot"], file.Uids);
        Assert.Contains("arrêter le comprimé de DuoPlavin arrête les deux médicaments", IcsFile.Text(file.Find("clopidogrel")["DESCRIPTION"]), StringComparison.Ordinal);
        Assert.Contains("arrêter le comprimé de DuoPlavin arrête les deux", IcsFile.Text(file.Find("procedure")["DESCRIPTION"]), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasNoDateIsToldBesideTheProcedure()
    {
        var file = IcsFile.Read(Calendar().Of(SheetOf(GalleryCases.EveryHold)));
        var told = IcsFile.Text(file.Find("procedure")["DESCRIPTION"]);

        Assert.Equal(["clopidogrel", "rivaroxaban", "fluindione", "procedure"], file.Uids.Select(uid => uid.Split('-', '@')[2]));
        Assert.Equal("20261213", file.Find("fluindione")["DTSTART;VALUE=DATE"]);
        Assert.Contains("héparine du relais", file.Find("fluindione")["SUMMARY"], StringComparison.Ordinal);
        Assert.All(new[] { "Aspirine — Dose à préciser", "Énoxaparine — ", "Idarucizumab — ", "5-ASA — Nom non reconnu", "est à contrôler après le relais" },
            line => Assert.Contains(line, told, StringComparison.Ordinal));
    }

    [Fact]
    public void WhereCementIsRefusedOnlyTheProcedureStandsThere()
    {
        var file = IcsFile.Read(Calendar().Of(SheetOf(GalleryCases.NotIndicated)));

        Assert.Equal(["cb-7f3k-procedure@cimentobot"], file.Uids);
        Assert.Contains("Aucun médicament n’est à arrêter", file.Events[0]["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Fact]
    public void AWindowThatIsMissedIsSaid() => Assert.Contains(
        "✗ ne peut plus être tenu à cette date", IcsFile.Read(Calendar().Of(SheetOf(GalleryCases.WindowMissed))).Find("clopidogrel")["DESCRIPTION"], StringComparison.Ordinal);

    [Fact]
    public void AChangeMovesTheSameEventsUnderAHigherSequence()
    {
        var before = IcsFile.Read(Calendar().Of(Typical));
        var after = IcsFile.Read(Calendar().Of(Typical with { Procedure = new(new(2026, 12, 16), new(14, 0)), Sequence = 1, Issued = ["clopidogrel"] }));

        Assert.Equal(before.Uids, after.Uids);
        Assert.All(after.Events, one => Assert.Equal("1", one["SEQUENCE"]));
        Assert.Equal("20261211", after.Find("clopidogrel")["DTSTART;VALUE=DATE"]);
        Assert.Equal("20261216T130000Z", after.Find("procedure")["DTSTART"]);
    }

    [Fact]
    public void AHoldThatAChangeTookAwayIsTakenBack()
    {
        var before = Typical.With(new Medication("Plavix"), new Medication("Xarelto"));
        Assert.Equal(["clopidogrel", "rivaroxaban"], Calendar().DrugsOf(before));

        var file = IcsFile.Read(Calendar().Of(Typical with { Sequence = 1, Issued = Calendar().DrugsOf(before) }));

        Assert.Equal("PUBLISH", file.Method);
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], file.Events.Select(one => one["STATUS"]));
        Assert.Equal("CB-7F3K · rivaroxaban : annulé", file.Find("rivaroxaban")["SUMMARY"]);
        Assert.Equal("1", file.Find("rivaroxaban")["SEQUENCE"]);
        Assert.DoesNotContain("aucune prise", file.Find("rivaroxaban")["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("seuil à revoir", true)]
    public void ARefusalTakesEverythingBack(string suspended, bool dated)
    {
        var refused = Typical with
        {
            Sequence = 2,
            Agreed = false,
            Cancelled = true,
            Issued = ["clopidogrel", "rivaroxaban"],
            Facts = dated ? Typical.Facts : Typical.Facts.With(Vocabulary.ProcedureAt, null),
        };
        var file = IcsFile.Read(Calendar(suspended).Of(refused));

        Assert.Equal("CANCEL", file.Method);
        Assert.Equal(["clopidogrel", "procedure", "rivaroxaban"], file.Uids.Select(uid => uid.Split('-', '@')[2]).Order());
        Assert.All(file.Events, one =>
        {
            Assert.Equal("CANCELLED", one["STATUS"]);
            Assert.Equal("2", one["SEQUENCE"]);
            Assert.EndsWith(" : annulé", one["SUMMARY"], StringComparison.Ordinal);
            Assert.Equal(dated, one.ContainsKey("DTSTART;VALUE=DATE"));
        });
    }

    [Fact]
    public void ThereIsNoCalendarOfWhatIsNotAgreedNotDatedNotDecidedOrSuspended()
    {
        Assert.Null(Calendar().Of(Typical with { Agreed = false }));
        Assert.Null(Calendar().Of(SheetOf(GalleryCases.Typical.With(Vocabulary.ProcedureAt, null))));
        Assert.Null(Calendar().Of(SheetOf(GalleryCases.PlateletsUnknown)));
        Assert.Null(Calendar("seuil à revoir").Of(Typical));
        Assert.Empty(Calendar("seuil à revoir").DrugsOf(Typical));
    }
}
