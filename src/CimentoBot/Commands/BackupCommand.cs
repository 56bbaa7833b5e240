using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Storage;

namespace CimentoBot.Commands;

/// <summary><c>backup &lt;file&gt;</c>: copies the SQLite file, also while the bot runs, and ends. The schema stays as it is.</summary>
internal static class BackupCommand
{
    private const string Name = "backup";

    private static readonly Phrase Usage = new(
        "Usage : dotnet run --project src/CimentoBot -- backup <fichier>, un fichier qui n’existe pas encore.",
        "Usage: dotnet run --project src/CimentoBot -- backup <file>, a file that does not exist yet.");

    private static readonly Phrase Copied = new("Copie écrite :", "Copy written:");

    /// <summary>What stands behind the command's name, without settings of the form <c>--Key=value</c>; null where another thing was asked.</summary>
    public static IReadOnlyList<string>? Read(string[] args) => CommandLine.WordsBehind(Name, args);

    /// <param name="services">The bot's services.</param>
    /// <param name="asked">What stands behind the command's name.</param>
    /// <param name="output">Where goes what was done.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code: 0, or 1 where nothing was copied.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> asked, TextWriter output, TextWriter errors)
    {
        var language = services.GetRequiredService<BotSettings>().DefaultLanguage;
        if (asked is not [var file] || string.IsNullOrWhiteSpace(file))
        {
            await errors.WriteLineAsync(Usage.In(language));
            return 1;
        }

        try
        {
            await services.BackUpCimentoStorageAsync(file);
        }
        catch (StorageUnusableException failure)
        {
            await errors.WriteLineAsync(failure.Message.ReplaceLineEndings(" "));
            return 1;
        }

        await output.WriteLineAsync($"{Copied.In(language)} {Path.GetFullPath(file)}");
        return 0;
    }
}
