using CimentoBot.Checks;
using CimentoBot.Configuration;

namespace CimentoBot.Commands;

/// <summary>Commands that are asked for before the settings are known to be good, and that start no bot.</summary>
internal static class EarlyCommands
{
    /// <param name="args">The command line.</param>
    /// <param name="builder">What has the settings.</param>
    /// <param name="output">Where goes what is said.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code; null where none of them was asked for.</returns>
    public static async Task<int?> RunAsync(string[] args, WebApplicationBuilder builder, TextWriter output, TextWriter errors) => args switch
    {
        _ when PackageCommand.Read(args) is { } package => await PackageCommand.RunAsync(package, output, errors),
        _ when ReadyCommand.Read(args) is { } asked => await ReadyCommand.RunAsync(asked, output, errors),
        _ when CheckCommand.IsAsked(args) => await CheckCommand.RunAsync(
            new CheckedBot(builder.Configuration, builder.Environment.IsDevelopment(), Product.BotFramework), output),
        _ => null,
    };
}
