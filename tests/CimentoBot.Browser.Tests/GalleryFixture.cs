using CimentoBot.Conversation.Cards;
using CimentoBot.Playground.Gallery;
using CimentoBot.Playground.Npm;
using Microsoft.Playwright;

namespace CimentoBot.Browser.Tests;

/// <summary>The gallery with every card, and a browser in front of it; null where the machine lacks what they need.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private CardGallery? gallery;
    private Chromium? chromium;

    /// <summary>A page of the gallery, ready; the test is skipped where there is no browser or no npm.</summary>
    internal async Task<IPage> OpenAsync(string theme, int width, bool unfold, bool isHighContrast = false, int text = 100)
    {
        var path = Chromium.Find();
        Skip.If(path is null, Chromium.Missing);
        await Packages.EnsureAsync(NpmFolder.CardRenderer, NpmFolder.CardHostConfigs, NpmFolder.Accessibility);
        gallery ??= await CardGallery.StartAsync(Gallery.All(), port: 0);
        chromium ??= await Chromium.StartAsync(path);
        var page = await chromium.Browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = 1400, Height = 1000 },
            ForcedColors = isHighContrast ? ForcedColors.Active : ForcedColors.None,
        });
        await page.GotoAsync(FormattableString.Invariant($"{gallery.Url}?theme={theme}&width={width}&unfold={(unfold ? "true" : "false")}&text={text}"));
        await page.WaitForFunctionAsync("document.body.dataset.ready !== 'false'");
        return page;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (gallery is not null)
        {
            await gallery.DisposeAsync();
        }
    }
}
