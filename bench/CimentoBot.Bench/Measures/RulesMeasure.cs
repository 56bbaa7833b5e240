using System.Diagnostics;
using System.Runtime.InteropServices;
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
/// The core against the same rows in the package RulesEngine, over every case of the case book. First both must find the same. Then
/// both are asked for the findings, each from facts that were laid out for it beforehand; and the core for a whole assessment.
/// </summary>
internal static class RulesMeasure
{
    /// <summary>
    /// Where a case is only partly known, the core is exact: it finds what every completion of the case finds. The peer's expressions
    /// are three-valued logic, which leaves open in this one case of the book what each of its completions settles, one way or another.
    /// </summary>
    private static readonly string[] BeyondThreeValues = ["U3.18: only the core finds debated.consolidation-only"];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private sealed record Subject(string Number, Case Known, LocalDate AsOf, RuleParameter Flat, uint[] Allowed);

    public static async Task RunAsync(Size size)
    {
        var assessor = new Assessor(Guideline.Current, Zone);
        var subjects = CaseBookReader.Rows.Select(row => Read(row, assessor)).ToList();
        var peer = new PeerRules(Guideline.Current);
        await CompareAsync(subjects, assessor, peer);

        var whole = subjects.Where(subject => assessor.Assess(subject.Known, subject.AsOf).Open.Count == 0).ToList();
        Console.WriteLine(
            $"Both engines find the same in {subjects.Count - BeyondThreeValues.Length} of the {subjects.Count} cases of the case book, and in all {whole.Count} whole ones. "
            + $"Beyond three-valued logic: {string.Join("; ", BeyondThreeValues)}.");
        Figures.Head(
            $"The core against RulesEngine {typeof(RulesEngine.RulesEngine).Assembly.GetName().Version?.ToString(3)}, medians of {size.Rounds} rounds",
            "cases", "core, findings, µs", "peer, findings, µs", "times faster", "core, whole assessment, µs", "times faster", "core, findings, KB", "core, whole, KB", "peer, KB");
        await MeasureAsync("all", subjects, assessor, peer, size);
        await MeasureAsync("whole ones", whole, assessor, peer, size);
    }

    private static Subject Read(CaseBookRow row, Assessor assessor)
    {
        using var document = System.Text.Json.JsonDocument.Parse(row.NewCase().ToJsonString());
        var (known, errors) = CaseReader.Read(document.RootElement, row.AsOf, Zone);
        return errors.Count == 0
            ? new(row.Number, known, row.AsOf, PeerRules.Flat(known, row.AsOf, Zone), assessor.Allowed(known, assessor.ScheduleOf(known, row.AsOf)))
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

    /// <summary>The ids of the rules that hold, in the core, as the peer tells them.</summary>
    private static List<string> FindingsOf(Subject subject)
    {
        var outlook = Guideline.Current.Look(subject.Allowed);
        var findings = new List<string>(16);
        for (var row = 0; row < Guideline.Current.Rules.Count; row++)
        {
            if (outlook.Shows(row) is Truth.Yes)
            {
                findings.Add(Guideline.Current.Rules[row].Id);
            }
        }

        return findings;
    }

    private static async Task MeasureAsync(string name, IReadOnlyList<Subject> subjects, Assessor assessor, PeerRules peer, Size size)
    {
        var (findings, wholes, peers) = (new List<Taken>(), new List<Taken>(), new List<Taken>());
        for (var round = -size.Rounds; round < size.Rounds; round++)
        {
            findings.Add(await TakeAsync(subjects, size.Repeats * 10, subject => ValueTask.FromResult(FindingsOf(subject).Count)));
            wholes.Add(await TakeAsync(subjects, size.Repeats * 10, subject => ValueTask.FromResult(assessor.Assess(subject.Known, subject.AsOf).Findings.Count)));
            peers.Add(await TakeAsync(subjects, size.Repeats, async subject => (await peer.FindingsAsync(subject.Flat)).Count));
        }

        double Time(List<Taken> all) => Figures.Median(all.Skip(size.Rounds).Select(one => one.Microseconds));
        double Times(List<Taken> ours) => Figures.Median(ours.Zip(peers, (core, other) => other.Microseconds / core.Microseconds).Skip(size.Rounds));
        Figures.Row(
            name, Time(findings), Time(peers), Times(findings), Time(wholes), Times(wholes), findings[^1].Bytes / 1024.0, wholes[^1].Bytes / 1024.0, peers[^1].Bytes / 1024.0);
    }

    /// <summary>What a case takes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Taken(double Microseconds, long Bytes);

    private static async Task<Taken> TakeAsync(IReadOnlyList<Subject> subjects, int repeats, Func<Subject, ValueTask<int>> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < repeats; turn++)
        {
            foreach (var subject in subjects)
            {
                _ = await work(subject);
            }
        }

        var cases = repeats * subjects.Count;
        return new(Stopwatch.GetElapsedTime(started).TotalMicroseconds / cases, (GC.GetAllocatedBytesForCurrentThread() - before) / cases);
    }
}
