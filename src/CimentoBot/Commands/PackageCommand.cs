namespace CimentoBot.Commands;

/// <summary><c>package --bot-id &lt;id&gt; --domain &lt;host&gt; [--out &lt;file&gt;]</c>: writes the app that an administrator uploads to Teams, and ends.</summary>
internal static class PackageCommand
{
    public const string Usage = "package --bot-id <the application id, a GUID> --domain <the host of the hospital's pages about the bot> [--out cimentobot-teams.zip]";

    private const string Name = "package";
    private const string BotId = "--bot-id";
    private const string Domain = "--domain";
    private const string Out = "--out";
    private const string UsualFile = "cimentobot-teams.zip";

    /// <summary>What stands behind the command's name; null where another thing was asked.</summary>
    public static IReadOnlyList<string>? Read(string[] args) => CommandLine.Behind(Name, args);

    /// <param name="asked">What stands behind the command's name.</param>
    /// <param name="output">Where goes what was written.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code: 0, or 1 where something is wrong and nothing was written.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> asked, TextWriter output, TextWriter errors)
    {
        var problem = Problem(asked, out var values);
        if (problem is null)
        {
            try
            {
                return await WriteAsync(Guid.Parse(values[BotId]), values[Domain], Path.GetFullPath(values.GetValueOrDefault(Out, UsualFile)), output);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                problem = $"{Out}: {failure.Message}";
            }
        }

        await errors.WriteLineAsync($"{problem}{Environment.NewLine}{Usage}");
        return 1;
    }

    private static async Task<int> WriteAsync(Guid botId, string domain, string file, TextWriter output)
    {
        await File.WriteAllBytesAsync(file, TeamsAppPackage.Zip(botId, domain));
        await output.WriteLineAsync($"{file}: CimentoBot {TeamsAppPackage.Version} for the bot {botId}, its pages under https://{domain}/cimentobot");
        return 0;
    }

    private static string? Problem(IReadOnlyList<string> asked, out Dictionary<string, string> values)
    {
        values = new(StringComparer.Ordinal);
        foreach (var pair in asked.Chunk(2))
        {
            if (pair[0] is not (BotId or Domain or Out))
            {
                return $"'{pair[0]}' is not known here.";
            }

            if (pair is not [var name, { Length: > 0 } value] || !values.TryAdd(name, value))
            {
                return $"{pair[0]} takes one value.";
            }
        }

        return Guid.TryParseExact(values.GetValueOrDefault(BotId), "D", out var id) && id != Guid.Empty
            ? ProblemOfDomain(values.GetValueOrDefault(Domain, ""))
            : $"{BotId} takes the application id of the bot's registration, such as 12345678-90ab-cdef-1234-567890abcdef.";
    }

    private static string? ProblemOfDomain(string domain) => Uri.CheckHostName(domain) is UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal)
        ? null
        : $"{Domain} takes a host name such as bot.example.org: no https://, no port, no path.";
}
