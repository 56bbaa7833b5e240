using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>Lists of nought to four medicines, as they are typed.</summary>
public static class MedicineGenerator
{
    /// <summary>Names of rules.md §3, whose holds the source gives.</summary>
    public static readonly Gen<string> CoveredNames = Gen.OneOf(
        "Plavix", "clopidogrel", "DuoPlavin", "aspirine", "Kardégic", "Aspégic", "Resitune", "Aspirine Protect", "Aspro", "Alka-Seltzer",
        "acide acétylsalicylique", "Pradaxa", "dabigatran", "Xarelto", "rivaroxaban", "Eliquis", "apixaban", "Coumadine", "warfarine",
        "Previscan", "fluindione", "Sintrom", "Minisintrom", "acénocoumarol");

    /// <summary>Names that it does not give: other drugs of haemostasis, look-alikes, reversal agents, misspellings, class words.</summary>
    public static readonly Gen<string> ForeignNames = Gen.OneOf(
        "Lixiana", "edoxaban", "Efient", "prasugrel", "Brilique", "ticagrelor", "Lovenox", "enoxaparin", "Inhixa", "Arixtra",
        "Xatral", "Xeloda", "Eligard", "PreserVision", "Praxbind", "Plavixx", "ancien Plavix", "AVK", "Zzyxol", "zzyxol 10 mg", "Zzy-xol");

    /// <summary>A name as people write it: in capitals, with ®, with a strength or a form.</summary>
    public static readonly Gen<string> TypedNames = Gen.Select(
        Gen.Frequency((3, CoveredNames), (1, ForeignNames)),
        Gen.Frequency((6, ""), (1, " 75 mg"), (1, "®"), (1, " 100"), (1, " cp"), (1, " 2,5 mg comprimé")),
        Gen.Frequency((4, false), (1, true)),
        (name, tail, capitals) => (capitals ? name.ToUpperInvariant() : name) + tail);

    private static readonly Gen<decimal?> Doses = Gen.OneOf<decimal?>(null, 59m, 60m, 75m, 84m, 85m, 100m, 159m, 160m, 250m, 0.5m, 159.5m);

    private static readonly Gen<int?> DaysSinceLastDose =
        Gen.Frequency((3, Gen.Const((int?)null)), (4, Gen.Int[0, 9].Select(days => (int?)days)));

    /// <summary>A medicine before it is dated.</summary>
    public sealed record Draft(string Drug, decimal? DailyDoseMg, int? DaysSinceLastDose);

    public static readonly Gen<Draft[]> Drafts = Gen.Frequency(
        (1, Gen.Const(Array.Empty<Draft>())),
        (3, Gen.Select(TypedNames, Doses, DaysSinceLastDose, (drug, dose, days) => new Draft(drug, dose, days)).Array[1, 4]));

    /// <param name="drafts">In their order.</param>
    /// <param name="asOf">No last dose is after it.</param>
    /// <param name="everyAspirinDosed">Gives 75 mg to an aspirin without a dose, so that the list leaves nothing open.</param>
    public static JsonArray ToJson(IEnumerable<Draft> drafts, LocalDate asOf, bool everyAspirinDosed)
    {
        var list = new JsonArray();
        foreach (var draft in drafts)
        {
            var line = new JsonObject { ["drug"] = draft.Drug };
            var dose = draft.DailyDoseMg ?? (everyAspirinDosed && DrugNames.DrugsIn(draft.Drug) is ["aspirin"] ? 75m : null);
            if (dose is { } milligrams)
                line["dailyDoseMg"] = JsonNode.Parse(milligrams.ToString(CultureInfo.InvariantCulture));
            if (draft.DaysSinceLastDose is { } days)
                line["lastDoseOn"] = LocalDatePattern.Iso.Format(asOf.PlusDays(-days));
            list.Add(line);
        }

        return list;
    }
}
