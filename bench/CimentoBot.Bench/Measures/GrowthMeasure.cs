using CimentoBot.Bench.Servers;
using CimentoBot.Bench.Talk;

namespace CimentoBot.Bench.Measures;

/// <summary>How the cost of a turn grows: with the open cases of the store, with turns under way at once; and what an open conversation weighs.</summary>
internal static class GrowthMeasure
{
    /// <summary>The store to which the fullest one is compared.</summary>
    private const int Usual = 100;

    public static async Task RunAsync(Size size)
    {
        var workshop = new Workshop(size.Configuration, size.Portable);
        await workshop.PublishAsync();
        using var folder = new Folder();
        await using var connector = await Mailbox.StartAsync();
        var crowd = new Crowd(connector);
        await OpenCasesAsync(size, workshop, folder, connector, crowd);
        await ParallelAsync(size, workshop, folder, crowd);
        await ConversationsAsync(size, workshop, folder, crowd);
    }

    private static async Task OpenCasesAsync(Size size, Workshop workshop, Folder folder, Mailbox connector, Crowd crowd)
    {
        var stores = new List<(int OpenCases, ServerProcess Bot, List<Cost> Costs)>();
        try
        {
            foreach (var openCases in size.OpenCases)
            {
                var database = folder.File($"{openCases}.db");
                await Seed.FillAsync(workshop, connector, database, openCases);
                stores.Add((openCases, await ServerProcess.StartAsync(ServerProgram.Bot(workshop, database)), []));
            }

            foreach (var (_, bot, _) in stores)
            {
                await crowd.PlayAsync(bot, size.WarmUp);
            }

            for (var round = 0; round < size.Rounds; round++)
            {
                foreach (var (_, bot, costs) in stores)
                {
                    costs.Add(await crowd.PlayAsync(bot, size.Interviews));
                }
            }
        }
        finally
        {
            foreach (var (_, bot, _) in stores)
            {
                await bot.DisposeAsync();
            }
        }

        Figures.Head($"Open cases in the store, medians of {size.Rounds} rounds of {size.Interviews} interviews each", "open cases", "CPU a turn, ms", $"against {Usual}", "median latency, ms", $"against {Usual}");
        var usual = stores.Single(store => store.OpenCases == Usual).Costs;
        foreach (var (openCases, _, costs) in stores)
        {
            Figures.Row(
                openCases,
                Figures.Median(costs.Select(cost => cost.CpuPerTurn)),
                Figures.Median(costs.Zip(usual, (cost, other) => cost.CpuPerTurn / other.CpuPerTurn)),
                Figures.Median(costs.Select(cost => cost.Latency(0.5))),
                Figures.Median(costs.Zip(usual, (cost, other) => cost.Latency(0.5) / other.Latency(0.5))));
        }
    }

    private static async Task ParallelAsync(Size size, Workshop workshop, Folder folder, Crowd crowd)
    {
        await using var bot = await ServerProcess.StartAsync(ServerProgram.Bot(workshop, folder.File("parallel.db")));
        await crowd.PlayAsync(bot, size.WarmUp);
        Figures.Head($"Turns under way at once, {size.Interviews * 3} interviews", "at once", "turns a second", "median latency, ms", "p95, ms", "CPU a turn, ms");
        foreach (var parallel in size.Parallel)
        {
            var cost = await crowd.PlayAsync(bot, size.Interviews * 3, parallel);
            Figures.Row(parallel, cost.TurnsPerSecond, cost.Latency(0.5), cost.Latency(0.95), cost.CpuPerTurn);
        }
    }

    private static async Task ConversationsAsync(Size size, Workshop workshop, Folder folder, Crowd crowd)
    {
        const int Turns = 3;
        await using var bot = await ServerProcess.StartAsync(ServerProgram.Bot(workshop, folder.File("resident.db")));
        await crowd.PlayAsync(bot, size.WarmUp);
        var resident = bot.Resident;
        await crowd.PlayAsync(bot, size.Conversations, turnsAtMost: Turns);
        resident = bot.Resident - resident;

        await using var inside = await BotInside.StartAsync(folder.File("heap.db"));
        await crowd.PlayAsync(inside, size.WarmUp);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        await crowd.PlayAsync(inside, size.Conversations, turnsAtMost: Turns);
        heap = GC.GetTotalMemory(forceFullCollection: true) - heap;

        Figures.Head($"An open conversation, of {size.Conversations} that were left after {Turns} turns", "", "KB each");
        Figures.Row("managed heap, after a full collection", heap / 1024.0 / size.Conversations);
        Figures.Row("resident memory of the process, as it is", resident / 1024.0 / size.Conversations);
    }
}
