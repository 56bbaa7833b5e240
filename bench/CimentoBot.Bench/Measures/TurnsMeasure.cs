using CimentoBot.Bench.Servers;
using CimentoBot.Bench.Talk;

namespace CimentoBot.Bench.Measures;

/// <summary>
/// Whole turns over HTTP: the bot, the same interview's shape in the Bot Framework SDK for JavaScript, and the floor. They run at the
/// same time and are asked in turn, so that a busy moment of the machine meets all of them.
/// </summary>
internal static class TurnsMeasure
{
    public static async Task RunAsync(Size size)
    {
        var workshop = new Workshop(size.Configuration, size.Portable);
        await workshop.PublishAsync("floor");
        var hasNode = await workshop.InstallJavaScriptAsync();
        using var folder = new Folder();
        await using var connector = await Mailbox.StartAsync();
        var crowd = new Crowd(connector);

        await using var bot = await ServerProcess.StartAsync(ServerProgram.Bot(workshop, folder.File("bot.db")));
        var replies = folder.File("replies.json");
        var (turns, bytes) = await Recording.WriteAsync(connector, bot, replies);
        await using var floor = await ServerProcess.StartAsync(ServerProgram.Floor(workshop, replies));
        await using var script = hasNode ? await ServerProcess.StartAsync(ServerProgram.JavaScript(workshop, replies)) : null;
        ServerProcess[] servers = script is null ? [bot, floor] : [bot, floor, script];

        var costs = servers.ToDictionary(server => server, _ => new List<Cost>());
        foreach (var server in servers)
        {
            await crowd.PlayAsync(server, size.WarmUp);
        }

        for (var round = 0; round < size.Rounds; round++)
        {
            foreach (var server in servers)
            {
                costs[server].Add(await crowd.PlayAsync(server, size.Interviews));
            }
        }

        Figures.Head(
            $"Whole turns: {turns} a conversation, {bytes} bytes the median reply, medians of {size.Rounds} rounds of {size.Interviews} interviews each",
            "", "CPU a turn, ms", "median latency, ms", "p95, ms", "resident, MB");
        foreach (var (server, rounds) in costs)
        {
            Figures.Row(
                server.Name,
                Figures.Median(rounds.Select(cost => cost.CpuPerTurn)),
                Figures.Median(rounds.Select(cost => cost.Latency(0.5))),
                Figures.Median(rounds.Select(cost => cost.Latency(0.95))),
                server.Resident / 1e6);
        }

        Console.WriteLine();
        foreach (var peer in servers.Skip(1))
        {
            var ratio = Figures.Median(costs[bot].Zip(costs[peer], (ours, theirs) => ours.CpuPerTurn / theirs.CpuPerTurn));
            Console.WriteLine($"CPU of a turn against {peer.Name}: {Figures.Print(ratio)}");
        }

        if (script is null)
        {
            Console.WriteLine("Without Node.js nothing is said of the JavaScript SDK.");
        }
    }
}
