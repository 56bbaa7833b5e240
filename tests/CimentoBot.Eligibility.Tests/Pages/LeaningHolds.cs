using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.Core;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>Which lines of the hold schedule lean on a reading, found by asking the schedule about every row of the drug table.</summary>
internal static class LeaningHolds
{
    private static readonly LocalDate AnyDay = new(2026, 11, 30);

    /// <summary>The drugs whose line leans on the reading, in the table's order.</summary>
    public static IReadOnlyList<Phrase> Of(Reading reading, DrugTable table) =>
        [.. table.All.Where(drug => DosesOf(drug).Any(dose => Last(table, null, new Medication(drug.Inn, dose)).Reading == reading)).Select(drug => drug.Name)];

    /// <summary>The line of the last of these medicines.</summary>
    public static Hold Last(DrugTable table, PlannedProcedure? planned, params IReadOnlyList<Medication> medications) =>
        Schedule.Of(medications, table, planned, AnyDay, TheCore.Paris).Holds[^1];

    /// <summary>No dose; and, where a limit decides, on it and above it.</summary>
    private static IEnumerable<decimal?> DosesOf(Drug drug) =>
        drug.Asked is Stop { FromMg: { } limit } ? [null, limit, limit + 1] : [null];
}
