using Microsoft.Playwright;

namespace CimentoBot.Browser.Tests;

/// <summary>A browser that is already on the machine: none is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Names another browser than those that are looked for.</summary>
    public const string PathVariable = "CIMENTO_CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--headless=new",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    /// <summary>What a skipped test says.</summary>
    public static string Missing { get; } =
        $"No Chromium was found: install one (Debian: apt-get install chromium) or name it in {PathVariable}.";

    public IBrowser Browser { get; }

    public static string? Find() =>
        Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync(string path)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
        return new(driver, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
