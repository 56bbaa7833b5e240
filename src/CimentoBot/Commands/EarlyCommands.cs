using CimentoBot.Checks;
using CimentoBot.Configuration;

namespace CimentoBot.Commands;

/// <summary>Commands that are asked for before the settings are known to be good, and that start no bot.</summary>
internal static class EarlyCommands
{
    /// <param name="args">The command line.</param>
    /// <param name="create">Makes what has the settings.</param>
    /// <returns>The exit code; null where none of them was asked for.</returns>
    public static async Task<int?> RunAsync(string[] args, Func<WebApplicationBuilder> create) => args switch
    {
        _ when PackageCommand.Read(args) is { } package => await PackageCommand.RunAsync(package, Console.Out, Console.Error),
        _ when ReadyCommand.Read(args) is { } asked => await ReadyCommand.RunAsync(asked, Console.Out, Console.Error),
        _ when CheckCommand.IsAsked(args) && create() is var builder => await CheckCommand.RunAsync(
            new CheckedBot(builder.Configuration, builder.Environment.IsDevelopment(), Product.BotFramework), Console.Out),
        _ => null,
    };
}
