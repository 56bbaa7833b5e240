using System.Text.Json.Nodes;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>What rules.md §4 asks, without words and citations.</summary>
public sealed record OracleAssessment(
    string Verdict,
    string AtBest,
    string AtWorst,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Missing,
    IReadOnlyList<OracleHold> Holds,
    LocalDate? EarliestProcedureDate,
    IReadOnlyList<string> NotUsed);

/// <summary>
/// A naive reading of rules.md that shares no code with src. It tries every completion of a case, one after the other;
/// slow on purpose, since there is then nothing clever to be wrong about.
/// </summary>
public static class SecondOpinion
{
    /// <summary>Above this a case is refused; a tenth of it takes seconds.</summary>
    public const int MostCompletions = 2_000_000;

    /// <exception cref="InvalidOperationException">Too many facts are unknown to try every completion.</exception>
    public static OracleAssessment On(JsonObject @case, LocalDate asOf, DateTimeZone zone)
    {
        var said = CaseJson.Said(@case);
        var lines = CaseJson.Medicines(@case);
        var procedure = CaseJson.ProcedureOf(@case, zone);
        var completions = new Completions(said, lines, procedure, asOf);

        if (completions.AreMoreThan(MostCompletions))
            throw new InvalidOperationException($"More than {MostCompletions} completions: leave fewer facts unknown.");

        var count = 0;
        var worst = int.MaxValue;
        var best = int.MinValue;
        var held = RuleTable.Rows.ToDictionary(row => row.Id, _ => 0, StringComparer.Ordinal);
        var concerned = new HashSet<string>(StringComparer.Ordinal);

        completions.ForEach(situation =>
        {
            count++;
            var holding = RulesByHand.Holding(situation);
            var verdict = RulesByHand.VerdictRank(holding);
            worst = Math.Min(worst, verdict);
            best = Math.Max(best, verdict);
            foreach (var id in holding)
                held[id]++;
            foreach (var path in said.Keys.Where(situation.Concerns))
                concerned.Add(path);
        });

        var atBest = RuleTable.EffectsWorstFirst[best];
        var atWorst = RuleTable.EffectsWorstFirst[worst];
        var refused = atBest is "notIndicated" or "contraindicated";
        var schedule = lines is null || refused ? [] : HoldSchedule.Of(lines, procedure, asOf);

        return new OracleAssessment(
            atBest == atWorst ? atBest : "undetermined",
            atBest,
            atWorst,
            RuleTable.InOrder(id => held[id] == count && !Withheld(id)),
            RuleTable.InOrder(id => held[id] > 0 && held[id] < count && !Withheld(id)),
            Missing(atBest == atWorst ? [] : completions.ThatDecide(), lines, schedule),
            schedule,
            lines is null || refused ? null : HoldSchedule.EarliestProcedureDate(lines, procedure, asOf),
            [.. FactTable.Rows.Select(fact => fact.Path).Where(path => said.ContainsKey(path) && !concerned.Contains(path))]);

        bool Withheld(string id) => refused && RuleTable.WithheldWhenRefused.Contains(id);
    }

    /// <summary>In the order of §1: what decides, and the doses of an aspirin that the schedule asks for.</summary>
    private static List<string> Missing(
        IReadOnlyList<string> decide, IReadOnlyList<MedicineLine>? lines, IReadOnlyList<OracleHold> schedule)
    {
        var missing = FactTable.Rows.Select(fact => fact.Path).Where(decide.Contains).ToList();
        var doseNeeded = schedule.Any(hold => hold.Action == "doseNeeded");
        foreach (var line in lines ?? [])
            if (line.IsPlainAspirin && line.DailyDoseMg is null && (doseNeeded || decide.Contains(line.DosePath)))
                missing.Add(line.DosePath);
        return missing;
    }
}
