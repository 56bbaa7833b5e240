using System.Globalization;
using CimentoBot.Playground.Local;

namespace CimentoBot.Playground;

/// <summary>What we were asked to do.</summary>
internal enum Mode
{
    LocalTeams,
    Tour,
    Cards,
    Help,
}

/// <summary>The command line, read.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Local">The ports of the local Teams.</param>
/// <param name="Problem">What is wrong with the command line, in one line; null when nothing is.</param>
internal sealed record LaunchOptions(Mode Mode, LocalTeamsOptions Local, string? Problem = null)
{
    public const string Usage = """
        dotnet run --project src/CimentoBot.Playground                  the bot and a local Teams beside it
            -- --bot-port N --playground-port N                       on other ports than 3978 and 56150
            -- --tour                                                 the typical case over HTTP: neither Node nor browser
            -- --cards                                                every card the bot can send
        """;

    public static LaunchOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new LaunchOptions(Mode.LocalTeams, new());
        for (var i = 0; i < arguments.Count && options.Problem is null; i++)
        {
            options = arguments[i] switch
            {
                "--tour" => options with { Mode = Mode.Tour },
                "--cards" => options with { Mode = Mode.Cards },
                "--help" or "-h" or "-?" => options with { Mode = Mode.Help },
                "--bot-port" => options.WithPort(arguments[i], arguments.ElementAtOrDefault(++i), (local, port) => local with { BotPort = port }),
                "--playground-port" => options.WithPort(arguments[i], arguments.ElementAtOrDefault(++i), (local, port) => local with { PlaygroundPort = port }),
                var other => options with { Problem = $"'{other}' is not known here." },
            };
        }

        return options;
    }

    private LaunchOptions WithPort(string name, string? value, Func<LocalTeamsOptions, int, LocalTeamsOptions> set) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? this with { Local = set(Local, port) }
            : this with { Problem = $"{name} takes a port from 1 to 65535, not '{value}'." };
}
