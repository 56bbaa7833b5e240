using CimentoBot.Bench.Servers;

namespace CimentoBot.Bench.Measures;

/// <summary>From the start of the process until <c>/readyz</c> says 200, beside an empty app that opens the same database; in turn.</summary>
internal static class StartMeasure
{
    public static async Task RunAsync(Size size)
    {
        var workshop = new Workshop(size.Configuration, size.Portable);
        await workshop.PublishAsync("empty");
        using var folder = new Folder();
        var database = folder.File("bot.db");
        ServerProgram[] programs = [ServerProgram.Bot(workshop, database), ServerProgram.Empty(workshop, database)];
        var starts = programs.Select(_ => new List<(double Ready, double Cpu)>()).ToArray();
        for (var round = -1; round < size.Starts; round++)
        {
            for (var place = 0; place < programs.Length; place++)
            {
                await using var server = await ServerProcess.StartAsync(programs[place]);
                if (round >= 0)
                {
                    starts[place].Add((server.ReadyAfter.TotalMilliseconds, server.Cpu.TotalMilliseconds));
                }
            }
        }

        Figures.Head($"Cold start to ready, medians of {size.Starts} rounds", "", "ready after, ms", "CPU until then, ms");
        for (var place = 0; place < programs.Length; place++)
        {
            Figures.Row(programs[place].Name, Figures.Median(starts[place].Select(start => start.Ready)), Figures.Median(starts[place].Select(start => start.Cpu)));
        }

        Console.WriteLine();
        Console.WriteLine($"Start against the empty app: {Figures.Print(Figures.Median(starts[0].Zip(starts[1], (ours, theirs) => ours.Ready / theirs.Ready)))}");
    }
}
