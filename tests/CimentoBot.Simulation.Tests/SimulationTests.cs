using System.Diagnostics;
using System.Globalization;
using CimentoBot.Simulation.Tests.World;
using Xunit.Abstractions;

namespace CimentoBot.Simulation.Tests;

/// <summary>
/// Interview and board in one process on fake time, with a network that loses, doubles, delays, refuses, and a bot that is stopped anywhere.
/// <c>CIMENTOBOT_SEEDS=n</c> runs more, <c>CIMENTOBOT_FIRST_SEED=n</c> others, <c>CIMENTOBOT_SEED=n</c> that one, and tells all of it.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    [Fact]
    public Task AfterQuietNothingIsLostAndNothingStandsTwice() => OnAThreadOfItsOwn(() =>
    {
        var first = Number("CIMENTOBOT_FIRST_SEED") ?? 1;
        var (seeds, one) = (Number("CIMENTOBOT_SEEDS") ?? Seeds, Number("CIMENTOBOT_SEED"));
        var (figures, failed) = (new Figures(), new List<string>());
        var began = Stopwatch.GetTimestamp();
        foreach (var seed in one is { } only ? [only] : Enumerable.Range(first, seeds))
        {
            var faults = Run(seed, figures, tells: one is not null);
            if (faults.Count > 0)
            {
                failed.Add($"seed {seed} (again: CIMENTOBOT_SEED={seed}):\n  {string.Join("\n  ", faults)}");
            }
        }

        output.WriteLine($"{figures} in {Stopwatch.GetElapsedTime(began)}");
        Assert.True(figures.IsOfUse, $"A simulation in which nothing happens proves nothing: {figures}");
        Assert.True(failed.Count == 0, $"{failed.Count} seeds failed\n{string.Join('\n', failed.Take(20))}");
    });

    [Fact]
    public Task ASeedGivesTheSameRunEveryTime() => OnAThreadOfItsOwn(() =>
    {
        var first = Number("CIMENTOBOT_FIRST_SEED") ?? 1;
        var differ = new List<int>();
        foreach (var seed in Enumerable.Range(first, Number("CIMENTOBOT_SEEDS") ?? 3))
        {
            var (once, again) = (Lines(seed), Lines(seed));
            if (once.Digest != again.Digest)
            {
                var at = once.Lines.Zip(again.Lines).TakeWhile(lines => lines.First == lines.Second).Count();
                output.WriteLine($"seed {seed}, line {at}:\n  {once.Lines.ElementAtOrDefault(at)}\n  {again.Lines.ElementAtOrDefault(at)}");
                differ.Add(seed);
            }
        }

        Assert.Empty(differ);
    });

    private static World.Trace Lines(int seed)
    {
        using var world = new SimulatedWorld(seed);
        world.Run();
        return world.Trace;
    }

    /// <summary>The threads of the pool are watched: the one that watches is none of them.</summary>
    private static Task OnAThreadOfItsOwn(Action test)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                ThreadPoolQuiet.Learn();
                test();
                over.SetResult();
            }
            catch (Exception failure)
            {
                over.SetException(failure);
            }
        }).Start();
        return over.Task;
    }

    private IReadOnlyList<string> Run(int seed, Figures figures, bool tells)
    {
        using var world = new SimulatedWorld(seed);
        IReadOnlyList<string> faults;
        try
        {
            faults = world.Run();
        }
        catch (Exception failure)
        {
            faults = [failure.ToString()];
        }

        figures.Add(world);
        if (tells)
        {
            world.Trace.Lines.ToList().ForEach(output.WriteLine);
        }

        return faults;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was counted over all seeds.</summary>
    private sealed class Figures
    {
        private int seeds;
        private int starts;
        private int answers;
        private int acts;
        private int posts;
        private int doublePosts;
        private int postsAgain;
        private int unanswered;
        private int doubleReminders;

        /// <summary>Whether people were answered, and boards had something to do.</summary>
        public bool IsOfUse => answers > seeds && (posts > 0 || seeds < 5);

        public void Add(SimulatedWorld world)
        {
            seeds++;
            starts += world.Starts;
            answers += world.Ledger.AcknowledgedAnswers;
            acts += world.Ledger.Acts.Count(act => act.IsAcknowledged);
            posts += world.Posted;
            doublePosts += world.Ledger.DoubledPosts;
            postsAgain += world.Ledger.PostedAgain;
            unanswered += world.Unanswered;
            doubleReminders += world.Ledger.Doubled(Sent.Reminder);
        }

        public override string ToString() =>
            $"{seeds} seeds, {starts} starts of the bot, {answers} acknowledged answers, {acts} acknowledged acts at the board, {posts} posts, {doublePosts} of them a second one by itself, {postsAgain} asked for again, {unanswered} cases left unanswered, {doubleReminders} reminders twice";
    }
}
