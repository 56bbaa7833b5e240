using System.Diagnostics;
using CimentoBot.Bench.Servers;

namespace CimentoBot.Bench.Talk;

/// <summary>What a number of turns cost.</summary>
/// <param name="Turns">How many.</param>
/// <param name="Cpu">Processor time of the server.</param>
/// <param name="Elapsed">Time while turns were under way.</param>
/// <param name="Latencies">Of each turn.</param>
internal sealed record Cost(int Turns, TimeSpan Cpu, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Latencies)
{
    public double CpuPerTurn => Cpu.TotalMilliseconds / Turns;

    public double TurnsPerSecond => Turns / Elapsed.TotalSeconds;

    public double Latency(double share) => Figures.Quantile(Latencies.Select(latency => latency.TotalMilliseconds), share);
}

/// <summary>Many interviews with one server, turn by turn in step: a conversation has its next turn when all have had theirs.</summary>
/// <param name="connector">Where servers answer to.</param>
internal sealed class Crowd(Mailbox connector)
{
    /// <summary>Teams takes eight calls within two seconds in one conversation, and the bot keeps to that; a turn makes two.</summary>
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(600);

    private static int numbers;

    /// <summary>Plays so many interviews to their end.</summary>
    /// <param name="server">With whom.</param>
    /// <param name="interviews">How many.</param>
    /// <param name="parallel">How many turns are under way at once.</param>
    /// <param name="turnsAtMost">Leaves them after so many turns.</param>
    public async Task<Cost> PlayAsync(IServer server, int interviews, int parallel = 1, int turnsAtMost = int.MaxValue)
    {
        var all = Enumerable.Range(0, interviews).Select(_ => new Interview(connector, Interlocked.Increment(ref numbers))).ToList();
        var latencies = new List<TimeSpan>();
        var (elapsed, cpu) = (TimeSpan.Zero, server.Cpu);
        for (var lap = 0; lap < turnsAtMost && all.Exists(interview => !interview.IsOver); lap++)
        {
            var started = Stopwatch.GetTimestamp();
            latencies.AddRange(await LapAsync(server, [.. all.Where(interview => !interview.IsOver)], parallel));
            var lasted = Stopwatch.GetElapsedTime(started);
            elapsed += lasted;
            if (lasted < BetweenTurns)
            {
                await Task.Delay(BetweenTurns - lasted);
            }
        }

        cpu = server.Cpu - cpu;
        all.ForEach(interview => interview.Forget());
        return new(latencies.Count, cpu, elapsed, latencies);
    }

    private static async Task<IReadOnlyList<TimeSpan>> LapAsync(IServer server, IReadOnlyList<Interview> interviews, int parallel)
    {
        var latencies = new TimeSpan[interviews.Count];
        await Parallel.ForAsync(0, interviews.Count, new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (place, _) =>
            latencies[place] = await interviews[place].TurnAsync(server.Client));
        return latencies;
    }
}
