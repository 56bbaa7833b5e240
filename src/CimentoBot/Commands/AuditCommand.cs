using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using NodaTime.Text;

namespace CimentoBot.Commands;

/// <summary><c>audit [--since yyyy-MM-dd]</c>: prints who did what to which case, one line of JSON each, and ends.</summary>
internal static class AuditCommand
{
    private const string Name = "audit";
    private const string Since = "--since";
    private const int Page = 500;

    /// <summary>JSON has no formulas: no line of it does anything in a spreadsheet.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The day that was asked for as it was typed, empty = from the beginning; null where another thing was asked.</summary>
    public static string? Read(string[] args) => args is [Name, ..]
        ? args.SkipWhile(argument => argument != Since).ElementAtOrDefault(1) ?? (args.Contains(Since, StringComparer.Ordinal) ? Since : "")
        : null;

    /// <param name="services">The bot's services, storage prepared.</param>
    /// <param name="since">A day in the hospital's zone, or nothing.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code: 0, or 1 where the day is none.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string since, TextWriter output, TextWriter errors)
    {
        var settings = services.GetRequiredService<BotSettings>();
        if (since.Length > 0 && !LocalDatePattern.Iso.Parse(since).Success)
        {
            await errors.WriteLineAsync(PrivacyWords.AuditUsage.In(settings.DefaultLanguage));
            return 1;
        }

        var audit = services.GetRequiredService<IAudit>();
        var from = since.Length == 0 ? DateTimeOffset.MinValue : settings.Zone.AtStartOfDay(LocalDatePattern.Iso.Parse(since).Value).ToDateTimeOffset();
        for (var after = ""; await audit.ListAfterAsync(after, from, Page, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Id)
        {
            foreach (var line in page)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(new { At = line.At.UtcDateTime, line.Who, line.Action, line.Subject }, Json));
            }
        }

        return 0;
    }
}
