using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The hold schedule over generated lists, and 48 hours over every hour of five years.</summary>
public sealed class HoldPropertyTests
{
    private static readonly LocalDate Today = new(2026, 11, 30);

    /// <summary>Europe, the south, a half hour, a quarter of an hour, a change of half an hour, no change at all.</summary>
    public static TheoryData<string> Zones =>
        ["Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland"];

    [Theory]
    [MemberData(nameof(Zones))]
    public void FortyEightHoursAreElapsedHoursForEveryHourOfFiveYears(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var system = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var hour = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified); hour.Year <= 2030; hour = hour.AddHours(1))
        {
            if (system.IsInvalidTime(hour))
            {
                continue;
            }

            // A doubled time means the earlier instant: the larger of the two offsets.
            var offset = system.IsAmbiguousTime(hour) ? system.GetAmbiguousTimeOffsets(hour).Max() : system.GetUtcOffset(hour);
            var expected = new DateTimeOffset(hour, offset).UtcDateTime.AddHours(-48);
            var planned = new PlannedProcedure(LocalDate.FromDateTime(hour), LocalDateTime.FromDateTime(hour).TimeOfDay);
            var hold = Schedule.Of([new("Eliquis")], DrugTable.Current, planned, planned.Date, zone).Holds[0];
            var last = hold.LastDoseBefore!.Value;
            if (last.ToDateTimeUtc() != expected || hold.StopOn is not null || last.Offset.ToTimeSpan() != system.GetUtcOffset(expected))
            {
                Assert.Fail($"{id} {hour:O}: {last}, not {expected:O}");
            }
        }
    }

    [Fact]
    public void TheEarliestDateIsTheFirstThatWorksAndTheDayBeforeDoesNot() => MedicineGenerator.Drafts.Sample(
        drafts =>
        {
            var list = ListOf(drafts);
            if (On(list, null).EarliestProcedureDate is not { } earliest)
            {
                return;
            }

            Assert.True(earliest >= Today);
            Assert.False(IsMissed(list, earliest), $"{earliest} does not work");
            Assert.True(earliest == Today || IsMissed(list, earliest.PlusDays(-1)), $"{earliest.PlusDays(-1)} works already");
        },
        iter: Samples.Of(5_000));

    [Fact]
    public void ThereIsNoEarliestDateWhereTheSourceIsSilentOnADrugOfTheList() => MedicineGenerator.Drafts.Sample(
        drafts =>
        {
            var schedule = On(ListOf(drafts), null);
            var silent = schedule.Holds.Any(hold => hold.Action is HoldAction.Bridge or HoldAction.NotCovered);
            var stops = schedule.Holds.Any(hold => hold.Action is HoldAction.Stop or HoldAction.DoseNeeded);
            Assert.Equal(stops && !silent, schedule.EarliestProcedureDate is not null);
        },
        iter: Samples.Of(5_000));

    /// <summary>A brand with an edit, words at random, a name with words around it: never a date, never a relay.</summary>
    [Fact]
    public void NoNameOutsideTheTableEverGetsADate() => Names.Sample(
        name =>
        {
            if (Known.Contains(Oracle.DrugNames.Fold(name)))
            {
                return;
            }

            var schedule = On([new(name)], new PlannedProcedure(Today.PlusDays(3), new LocalTime(8, 0)));
            var hold = Assert.Single(schedule.Holds);
            Assert.Equal(
                (HoldAction.NotCovered, null, null, null, HoldMet.Unknown), (hold.Action, hold.StopOn, hold.LastDoseBefore, hold.DaysBefore, hold.Met));
            Assert.Null(schedule.EarliestProcedureDate);
        },
        iter: Samples.Of(20_000));

    /// <summary>The names of the table, folded by the second opinion's own folding.</summary>
    private static readonly HashSet<string> Known = [.. DrugTable.Current.Names.Select(pair => Oracle.DrugNames.Fold(pair.Name))];

    private static Gen<string> Names
    {
        get
        {
            var known = Gen.OneOf(DrugTable.Current.Names.Select(pair => pair.Name).ToArray());
            var letter = Gen.Char["abcdefghijklmnopqrstuvwxyzéèàïç-' 0123456789"];
            var edited = Gen.Select(known, letter, Gen.Int[0, 30], Gen.Int[0, 3], (name, other, at, how) =>
            {
                var place = at % name.Length;
                return how switch
                {
                    0 => name.Remove(place, 1) + (name.Length == 1 ? "x" : ""),
                    1 => name.Insert(place, $"{other}"),
                    2 => $"{name[..place]}{other}{name[(place + 1)..]}",
                    _ => place + 1 < name.Length ? $"{name[..place]}{name[place + 1]}{name[place]}{name[(place + 2)..]}" : name + name,
                };
            });
            var around = Gen.Select(Gen.OneOf("pas de ", "ancien ", "allergie à ", "no ", "5-", "faux "), known, (word, name) => word + name);
            var random = letter.Array[1, 14].Select(letters => new string(letters) + "q");
            var alike = MedicineGenerator.ForeignNames;
            return Gen.OneOf(edited, around, random, alike).Where(name => name.Trim(' ', '-', '\'').Length > 0);
        }
    }

    private static IReadOnlyList<Medication> ListOf(IEnumerable<MedicineGenerator.Draft> drafts) =>
        [.. drafts.Select(draft => new Medication(draft.Drug, draft.DailyDoseMg, draft.DaysSinceLastDose is { } days ? Today.PlusDays(-days) : null))];

    private static Schedule On(IReadOnlyList<Medication> list, PlannedProcedure? planned) =>
        Schedule.Of(list, DrugTable.Current, planned, Today, TheCore.Paris);

    /// <summary>Whether a drug that stops, or would at the worse dose, is too late for that day.</summary>
    private static bool IsMissed(IReadOnlyList<Medication> list, LocalDate day)
    {
        var holds = On([.. list.Select(drug => drug with { DailyDoseMg = drug.DailyDoseMg ?? 1_000 })], new PlannedProcedure(day)).Holds;
        return holds.Any(hold => hold.Met is HoldMet.No);
    }
}
