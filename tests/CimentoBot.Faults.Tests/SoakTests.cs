using System.Diagnostics;
using CimentoBot.Faults.Tests.World;
using Xunit.Abstractions;

namespace CimentoBot.Faults.Tests;

/// <summary>
/// Interviews one after another, side by side, with one bot for a long time: no turn fails, and its memory does not grow.
/// <c>CIMENTOBOT_SOAK=n</c> plays n turns.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Turns = 150;

    /// <summary>With fewer turns what is compiled and cached for the first time is most of what grows.</summary>
    private const int EnoughToCompare = 20_000;

    private const int Samples = 400;

    [Fact]
    public async Task MemoryStaysFlatAndNoTurnFails()
    {
        var turns = Sizes.Of("CIMENTOBOT_SOAK", Turns);
        using var store = new SqliteStore();
        await using var clinic = await Clinic.OpenAsync(store, seed: 1, atOnce: 32, oneInPresents: 20);
        await using var bot = BotProcess.Start(store);
        await bot.ListensAsync();
        var began = Stopwatch.GetTimestamp();
        var memory = new List<(int Turn, long Bytes)>();
        var every = Math.Max(1, turns / Samples);
        await clinic.PlayAsync(bot, () =>
        {
            lock (memory)
            {
                if (clinic.Turns >= (memory.Count + 1) * every)
                {
                    memory.Add((clinic.Turns, bot.WorkingSet));
                }

                return clinic.Turns < turns;
            }
        });
        var faults = await clinic.FaultsAsync();

        // The first fifth is what the bot needs to get going.
        var steady = memory.Skip(memory.Count / 5).ToList();
        var (first, last) = (Mean(steady.Take(steady.Count / 4)), Mean(steady.TakeLast(steady.Count / 4)));
        output.WriteLine(FormattableString.Invariant(
            $"{clinic.Turns} turns in {Stopwatch.GetElapsedTime(began)}; resident {first:0.0} MiB in the first quarter after warming up, {last:0.0} MiB in the last. {clinic.Ledger}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.Equal(0, clinic.Excuses);
        Assert.True(clinic.Turns < EnoughToCompare || last < first * 1.05, $"{first} MiB became {last} MiB.");
    }

    private static double Mean(IEnumerable<(int Turn, long Bytes)> samples) => samples.Select(sample => sample.Bytes / 1_048_576.0).DefaultIfEmpty().Average();
}
