using System.Diagnostics;
using System.Globalization;

namespace CimentoBot.Bench.Servers;

/// <summary>How a server is started.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Settings">Its environment, beside the port.</param>
internal sealed record ServerProgram(string Name, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The bot as it is published, over a database.</summary>
    public static ServerProgram Bot(Workshop workshop, string database, string name = "CimentoBot") =>
        new(name, [workshop.Published("bot", "CimentoBot")], Over(database));

    /// <summary>An empty app that opens the same database.</summary>
    public static ServerProgram Empty(Workshop workshop, string database) =>
        new("empty app", [workshop.Published("empty", "Empty")], Over(database));

    /// <summary>A handler that posts what the bot said.</summary>
    public static ServerProgram Floor(Workshop workshop, string replies) =>
        new("floor", [workshop.Published("floor", "Floor")], new Dictionary<string, string> { ["BENCH_REPLIES"] = replies });

    /// <summary>The same with the SDK for JavaScript.</summary>
    public static ServerProgram JavaScript(Workshop workshop, string replies) => new(
        "JavaScript SDK",
        ["node", Path.Combine(workshop.JavaScript, "server.js")],
        new Dictionary<string, string> { ["BENCH_REPLIES"] = replies, ["NODE_ENV"] = "production" });

    public ProcessStartInfo On(int port)
    {
        var start = new ProcessStartInfo(Command[0], Command.Skip(1));
        var text = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PORT"] = text;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{text}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in Settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private static Dictionary<string, string> Over(string database) => new() { ["Storage__ConnectionString"] = $"Data Source={database}" };
}
