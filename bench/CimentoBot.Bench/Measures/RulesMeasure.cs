using System.Diagnostics;
using CimentoBot.Bench.Rules;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using NodaTime;
using RulesEngine.Models;

namespace CimentoBot.Bench.Measures;

/// <summary>
/// The core against the same rows in the package RulesEngine, over every case of the case book. First both must find the same. The
/// core says all that an assessment says; of the peer only the findings are asked.
/// </summary>
internal static class RulesMeasure
{
    /// <summary>
    /// Where a case is only partly known, the core is exact: it finds what every completion of the case finds. The peer's expressions
    /// are three-valued logic, which leaves open in this one case of the book what each of its completions settles, one way or another.
    /// </summary>
    private static readonly string[] BeyondThreeValues = ["U3.18: only the core finds debated.consolidation-only"];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private sealed record Subject(string Number, Case Known, LocalDate AsOf, RuleParameter Flat);

    public static async Task RunAsync(Size size)
    {
        var subjects = CaseBookReader.Rows.Select(Read).ToList();
        var assessor = new Assessor(Guideline.Current, Zone);
        var peer = new PeerRules(Guideline.Current);
        await CompareAsync(subjects, assessor, peer);

        var whole = subjects.Where(subject => assessor.Assess(subject.Known, subject.AsOf).Open.Count == 0).ToList();
        Console.WriteLine(
            $"Both engines find the same in {subjects.Count - BeyondThreeValues.Length} of the {subjects.Count} cases of the case book, and in all {whole.Count} whole ones. "
            + $"Beyond three-valued logic: {string.Join("; ", BeyondThreeValues)}.");
        Figures.Head(
            $"The core against RulesEngine {typeof(RulesEngine.RulesEngine).Assembly.GetName().Version?.ToString(3)}, medians of {size.Rounds} rounds",
            "cases", "core, µs a case", "peer, µs a case", "the core is so many times faster", "core, KB", "peer, KB");
        await MeasureAsync("all", subjects, assessor, peer, size);
        await MeasureAsync("whole ones", whole, assessor, peer, size);
    }

    private static Subject Read(CaseBookRow row)
    {
        using var document = System.Text.Json.JsonDocument.Parse(row.NewCase().ToJsonString());
        var (known, errors) = CaseReader.Read(document.RootElement, row.AsOf, Zone);
        return errors.Count == 0
            ? new(row.Number, known, row.AsOf, PeerRules.Flat(known, row.AsOf, Zone))
            : throw new InvalidOperationException($"{row.Number} cannot be read.");
    }

    /// <exception cref="InvalidOperationException">They differ; every difference is told.</exception>
    private static async Task CompareAsync(IReadOnlyList<Subject> subjects, Assessor assessor, PeerRules peer)
    {
        var differences = new List<string>();
        foreach (var subject in subjects)
        {
            var ours = assessor.Assess(subject.Known, subject.AsOf).Findings.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
            var theirs = (await peer.FindingsAsync(subject.Flat)).ToHashSet(StringComparer.Ordinal);
            differences.AddRange(ours.Except(theirs).Select(id => $"{subject.Number}: only the core finds {id}"));
            differences.AddRange(theirs.Except(ours).Select(id => $"{subject.Number}: only the peer finds {id}"));
        }

        if (!differences.SequenceEqual(BeyondThreeValues, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"The engines differ, so there is nothing to measure:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
        }
    }

    private static async Task MeasureAsync(string name, IReadOnlyList<Subject> subjects, Assessor assessor, PeerRules peer, Size size)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        var (oursBytes, theirsBytes) = (0L, 0L);
        for (var round = -size.Rounds; round < size.Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var turn = 0; turn < size.Repeats * 10; turn++)
            {
                foreach (var subject in subjects)
                {
                    _ = assessor.Assess(subject.Known, subject.AsOf);
                }
            }

            var core = Stopwatch.GetElapsedTime(started).TotalMicroseconds / (size.Repeats * 10 * subjects.Count);
            oursBytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (size.Repeats * 10 * subjects.Count);
            before = GC.GetAllocatedBytesForCurrentThread();
            started = Stopwatch.GetTimestamp();
            for (var turn = 0; turn < size.Repeats; turn++)
            {
                foreach (var subject in subjects)
                {
                    _ = await peer.FindingsAsync(subject.Flat);
                }
            }

            var other = Stopwatch.GetElapsedTime(started).TotalMicroseconds / (size.Repeats * subjects.Count);
            theirsBytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (size.Repeats * subjects.Count);
            if (round >= 0)
            {
                ours.Add(core);
                theirs.Add(other);
            }
        }

        var ratio = Figures.Median(ours.Zip(theirs, (core, other) => other / core));
        Figures.Row(name, Figures.Median(ours), Figures.Median(theirs), ratio, oursBytes / 1024.0, theirsBytes / 1024.0);
    }
}
