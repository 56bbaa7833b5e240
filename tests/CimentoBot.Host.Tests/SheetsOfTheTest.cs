using System.Text.Json;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CimentoBot.Host.Tests;

/// <summary>The sheets that the test put there.</summary>
internal sealed class SheetsOfTheTest : ISheets
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, HoldSheet> sheets = new(StringComparer.Ordinal);

    public FakeTimeProvider Clock { get; } = new(Morning);

    public HoldSheet this[string code]
    {
        get => sheets[code];
        set => sheets[code] = value;
    }

    public static HoldSheet Agreed(string code = "CB-7F3K", Language language = Language.French)
    {
        using var json = JsonDocument.Parse(Cases.L3With("""[{ "drug": "Plavix" }, { "drug": "Eliquis" }]"""));
        return new()
        {
            Code = code,
            Language = language,
            Facts = CaseReader.Read(json.RootElement, new(2026, 3, 20), DateTimeZoneProviders.Tzdb["Europe/Paris"]).Case,
            Day = new(2026, 3, 20),
            Agreed = true,
        };
    }

    /// <summary>A host with these sheets and this clock, which browsers reach at an address with a path.</summary>
    public Task<RunningHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bot:PublicUrl"] = "https://bot.example/cimento/" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return RunningHost.StartAsync(all, configure: services => services.AddSingleton<ISheets>(this).AddSingleton<TimeProvider>(Clock));
    }

    public Task<HoldSheet?> FindAsync(string code, CancellationToken cancellationToken) => Task.FromResult(sheets.GetValueOrDefault(code));
}

/// <summary>Links as a browser behind the proxy follows them.</summary>
internal static class SheetLinksOfTheTest
{
    /// <summary>The path of the page for print, on the bot itself.</summary>
    public static string PrintOf(this RunningHost host, string code = "CB-7F3K") => Path(host.Links(code)!.Print);

    public static string CalendarOf(this RunningHost host, string code = "CB-7F3K") => Path(host.Links(code)!.Calendar);

    public static SheetAddresses? Links(this RunningHost host, string code = "CB-7F3K") =>
        host.Services.GetRequiredService<ISheetLinks>().For(code);

    private static string Path(Uri address)
    {
        Assert.StartsWith("https://bot.example/cimento/c/", address.AbsoluteUri, StringComparison.Ordinal);
        return address.AbsolutePath["/cimento".Length..];
    }
}
