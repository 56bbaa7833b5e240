using CimentoBot.Checks;
using CimentoBot.Commands;
using CimentoBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace CimentoBot.Host.Tests.Commands;

/// <summary>A bot whose configuration is good until a test says otherwise, its storage a folder of the test's.</summary>
internal sealed class CheckedBotOfTheTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-check-");

    public string DatabaseFile => Path.Combine(folder.FullName, "bot.db");

    /// <summary>One for each: the official credentials keep tokens for the process.</summary>
    public string AppId { get; } = $"{Guid.NewGuid()}";

    /// <param name="settings">Settings over the good ones; null takes one away.</param>
    /// <param name="development">Whether the environment is Development.</param>
    /// <param name="clock">What time it is here.</param>
    /// <param name="client">What asks other servers.</param>
    public async Task<(int Code, IReadOnlyDictionary<string, string> Lines)> RunAsync(
        IReadOnlyDictionary<string, string?>? settings = null, bool development = false, TimeProvider? clock = null, HttpClient? client = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppId"] = AppId,
                ["MicrosoftAppPassword"] = "the-secret",
                ["MicrosoftAppTenantId"] = ActivityJson.Tenant,
                ["Bot:AllowedTenants"] = ActivityJson.Tenant,
                ["Storage:ConnectionString"] = $"Data Source={DatabaseFile}",
                // Nobody listens there: a test that wants an answer names its own server.
                ["ToBotFromChannelOpenIdMetadataUrl"] = "https://127.0.0.1:9/openid",
                ["ToChannelFromBotLoginUrl"] = $"https://127.0.0.1:9/{ActivityJson.Tenant}",
                ["ValidateAuthority"] = "false",
            })
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            .Build();
        var bot = new CheckedBot(configuration, development, "Official") { Clock = clock ?? TimeProvider.System };
        await using var output = new StringWriter();
        var code = await CheckCommand.RunAsync(client is null ? bot : bot with { Client = client }, output);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[13..27].Trim(), line => line[..13].Trim() + ": " + line[27..], StringComparer.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
