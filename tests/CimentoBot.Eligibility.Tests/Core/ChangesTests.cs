using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>What would better a verdict, against every set of facts that one can act on, tried one after the other by the second opinion.</summary>
public sealed class ChangesTests
{
    private const int MostUnknown = 6;

    private static readonly string[] Actionable =
        ["patient.systemicInfection", "patient.punctureSiteInfection", "patient.plateletsPerMm3", "patient.prothrombinRatioPercent"];

    /// <summary>A fact, and each way of changing the case in it.</summary>
    private sealed record Choice(string Path, IReadOnlyList<Action<JsonObject>> Values);

    [Fact]
    public void TheSmallestChangesAreFoundAndNoOthers() => Gen.Frequency((3, CaseGenerator.Whole), (1, CaseGenerator.WithUnknowns)).Sample(
        generated =>
        {
            var seen = SecondOpinion.On(generated.Case, generated.AsOf, TheCore.Paris);
            if (seen.Missing.Count > MostUnknown)
            {
                return;
            }

            var found = TheCore.Assessor.ChangesFor(TheCore.CaseOf(generated.Case, generated.AsOf), generated.AsOf);
            Assert.Equal(Tried(generated.Case, generated.AsOf, seen), found.Select(Print).Order(StringComparer.Ordinal));
        },
        iter: Samples.Of(400),
        print: generated => generated.ToString());

    [Fact]
    public void NobodyIsToldToChangeASiteOrAnAllergy() => CaseGenerator.Whole.Sample(
        generated =>
        {
            var known = TheCore.CaseOf(generated.Case, generated.AsOf);
            Assert.All(TheCore.Assessor.ChangesFor(known, generated.AsOf).SelectMany(change => change.Facts), fact => Assert.True(fact.Actionable, fact.Path));
        },
        iter: Samples.Of(1_000));

    private static List<string> Tried(JsonObject @case, LocalDate asOf, OracleAssessment seen)
    {
        var now = BoundsOf(seen);
        var choices = Choices(@case, seen).ToList();
        for (var size = 1; size <= choices.Count; size++)
        {
            var found = new List<string>();
            foreach (var chosen in Subsets(choices, size))
            {
                var best = Combinations(chosen).Select(changes => BoundsOf(On(@case, changes, asOf))).Max();
                if (best.Worst > now.Worst || best.Best > now.Best)
                {
                    found.Add(Print(chosen.Select(choice => choice.Path), best));
                }
            }

            if (found.Count > 0)
            {
                return [.. found.Order(StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private static IEnumerable<Choice> Choices(JsonObject @case, OracleAssessment seen)
    {
        foreach (var fact in FactTable.Rows.Where(fact => fact.Kind is not (FactKind.Medicines or FactKind.Display)))
        {
            var known = CaseJson.Find(@case, fact.Path) is not null;
            if (seen.Missing.Contains(fact.Path) || (known && Actionable.Contains(fact.Path)))
            {
                yield return new(fact.Path, [.. fact.Values.Select(value => (Action<JsonObject>)(changed => CaseNotation.Set(changed, fact.Path, Node(value))))]);
            }
        }

        if (@case["medications"] is null)
        {
            if (seen.Missing.Contains("medications"))
            {
                yield return new("medications", [changed => changed["medications"] = new JsonArray()]);
            }
        }
        else if (seen.Holds.Any(hold => hold.Action == "doseNeeded"))
        {
            yield return new("medications", [GiveSmallDoses]);
        }
        else if (seen.Holds.Any(hold => hold.Met == "no") && seen.EarliestProcedureDate is { } date)
        {
            yield return new("plan.procedureAt", [changed => CaseNotation.Set(changed, "plan.procedureAt", LocalDatePattern.Iso.Format(date))]);
        }
    }

    private static void GiveSmallDoses(JsonObject changed)
    {
        foreach (var line in changed["medications"]!.AsArray())
        {
            line!["dailyDoseMg"] ??= 0.01m;
        }
    }

    private static JsonNode? Node(object value) => value switch
    {
        string text => text,
        bool flag => flag,
        decimal number => number,
        string[] names => new JsonArray([.. names.Select(name => (JsonNode)name)]),
        _ => throw new ArgumentException($"{value}", nameof(value)),
    };

    private static OracleAssessment On(JsonObject @case, IReadOnlyList<Action<JsonObject>> changes, LocalDate asOf)
    {
        var changed = @case.DeepClone().AsObject();
        foreach (var change in changes)
        {
            change(changed);
        }

        return SecondOpinion.On(changed, asOf, TheCore.Paris);
    }

    /// <summary>Ranks: the larger the better.</summary>
    private static (int Worst, int Best) BoundsOf(OracleAssessment seen) => (RuleTable.Rank(seen.AtWorst), RuleTable.Rank(seen.AtBest));

    private static string Print(Change change) => Print(
        change.Facts.Select(fact => fact.Path), (Effect.Contraindicated - change.AtWorst, Effect.Contraindicated - change.AtBest));

    private static string Print(IEnumerable<string> paths, (int Worst, int Best) bounds) => $"{string.Join('+', paths.Order(StringComparer.Ordinal))} {bounds}";

    private static IEnumerable<IReadOnlyList<Choice>> Subsets(IReadOnlyList<Choice> choices, int size) => size == 0
        ? [[]]
        : from place in Enumerable.Range(0, choices.Count)
          from rest in Subsets([.. choices.Skip(place + 1)], size - 1)
          select (IReadOnlyList<Choice>)[choices[place], .. rest];

    private static IEnumerable<IReadOnlyList<Action<JsonObject>>> Combinations(IReadOnlyList<Choice> chosen) => chosen.Count == 0
        ? [[]]
        : from value in chosen[0].Values
          from rest in Combinations([.. chosen.Skip(1)])
          select (IReadOnlyList<Action<JsonObject>>)[value, .. rest];
}
