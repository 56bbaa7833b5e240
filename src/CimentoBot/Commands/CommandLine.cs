namespace CimentoBot.Commands;

/// <summary>What stands on the command line.</summary>
internal static class CommandLine
{
    /// <summary>What stands behind a command's name; null where another thing was asked.</summary>
    public static IReadOnlyList<string>? Behind(string name, string[] args) => args is [var asked, .. var behind] && asked == name ? behind : null;

    /// <summary>The same without settings of the form <c>--Key=value</c>.</summary>
    public static IReadOnlyList<string>? WordsBehind(string name, string[] args) => Behind(name, args) is { } behind
        ? [.. behind.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal))]
        : null;
}
