namespace CimentoBot.Commands;

/// <summary><c>ready &lt;address&gt;</c>: asks a running bot whether it can work, and ends; for a container that has neither shell nor curl.</summary>
internal static class ReadyCommand
{
    private const string Name = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What stands behind the command's name; null where another thing was asked.</summary>
    public static IReadOnlyList<string>? Read(string[] args) => CommandLine.Behind(Name, args);

    /// <param name="asked">What stands behind the command's name.</param>
    /// <param name="output">Where goes the answer.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code: 0 where it can work, otherwise 1.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> asked, TextWriter output, TextWriter errors)
    {
        if (asked is not [var text] || !Uri.TryCreate(text, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            await errors.WriteLineAsync("ready <where the bot listens, such as http://127.0.0.1:8080>");
            return 1;
        }

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/readyz"));
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await errors.WriteLineAsync($"{address} does not answer: {failure.Message}");
            return 1;
        }
    }
}
