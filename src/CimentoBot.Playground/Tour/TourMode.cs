using CimentoBot.Playground.Local;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Tour;

/// <summary><c>--tour</c>: the typical case over HTTP, with neither Node nor a browser.</summary>
internal static class TourMode
{
    /// <returns>0, or 1 at the first turn that failed.</returns>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-tour-");
        try
        {
            await using var connector = await FakeConnector.StartAsync();
            await using var bot = await BotProgram.StartAsync(Settings(folder), stop);
            var code = await PlayAsync(bot.Url, connector, output);
            foreach (var line in code == 0 ? [] : bot.LastLines.TakeLast(10))
            {
                await output.WriteLineAsync($"  bot: {line}");
            }

            return code;
        }
        catch (StartException failure)
        {
            await output.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.");
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Plays it with a bot that is already there.</summary>
    public static async Task<int> PlayAsync(Uri bot, FakeConnector connector, TextWriter output)
    {
        using var client = new HttpClient { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(30) };
        var dialogue = new Dialogue(output);
        dialogue.Note($"Le cas type, joué par HTTP ; nous sommes le {TypicalCase.Today}.");
        dialogue.Note("");
        try
        {
            await new TourGuide(new(client, connector, new()), connector, dialogue).PlayAsync();
            dialogue.Note("Fin de la visite : verdict, arrêts, sources et présentation à la RCP sont passés.");
            return 0;
        }
        catch (Exception failure) when (failure is TourException or HttpRequestException or TaskCanceledException)
        {
            dialogue.Note($"La visite s'arrête ici / The tour stops here: {failure.Message}");
            return 1;
        }
    }

    private static BotSettingsHere Settings(DirectoryInfo folder) =>
        new(Ports.Free(), Path.Combine(folder.FullName, "tour.db")) { Today = TypicalCase.Today };
}
