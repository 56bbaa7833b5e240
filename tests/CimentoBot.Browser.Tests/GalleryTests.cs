using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Cards;
using Microsoft.Playwright;

namespace CimentoBot.Browser.Tests;

/// <summary>Every card in both languages, as the real library draws it with Teams' host configurations. Each test lists every offender at once.</summary>
public sealed class GalleryTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    /// <summary>Words that only programs know: rule ids, fact paths, names of enums.</summary>
    private const string RawNames =
        @"\b(absolute|relative|deferred|condition|indication|suggestion|information|debated|not-indicated)\.[a-z]+(-[a-z]+)*\b|\b(lesion|pain|plan|patient)\.[a-z][A-Za-z0-9]*|\b[a-z]+[A-Z][A-Za-z]*\b";

    /// <summary>Runs in the page: what sticks out of each card or is cut off inside it.</summary>
    private const string FindCutOff = """
        () => [...document.querySelectorAll("figure")].flatMap(figure => {
          const frame = figure.querySelector(".frame");
          const name = `${figure.dataset.card} ${figure.dataset.language}`;
          const right = frame.getBoundingClientRect().right;
          const offenders = [];
          const tell = (element, how) => offenders.push(
            `${name}: ${how}: ${element.tagName.toLowerCase()}.${element.className} "${(element.innerText || element.value || element.placeholder || "").slice(0, 40)}"`);
          const canvas = document.createElement("canvas").getContext("2d");
          for (const element of frame.querySelectorAll("*")) {
            const box = element.getBoundingClientRect();
            if (box.width === 0 || box.height === 0) {
              continue;
            }
            const style = getComputedStyle(element);
            if (box.right > right + 0.5) {
              tell(element, `${Math.round(box.right - right)} px too wide`);
            }
            if (element.clientWidth > 0 && style.display !== "inline" && element.scrollWidth > element.clientWidth + 1) {
              tell(element, `text cut at the right (${element.scrollWidth} in ${element.clientWidth})`);
            }
            if (element.clientHeight > 0 && ["hidden", "clip"].includes(style.overflowY) && element.tagName !== "SELECT" && element.tagName !== "INPUT"
                && element.scrollHeight > element.clientHeight + 2) {
              tell(element, `text cut at the bottom (${element.scrollHeight} in ${element.clientHeight})`);
            }
            if (element.placeholder) {
              canvas.font = style.font;
              const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
              if (element.tagName === "INPUT" && canvas.measureText(element.placeholder).width > room + 1) {
                tell(element, "hint cut off");
              }
            }
          }
          return offenders;
        })
        """;

    public static TheoryData<string, int> Looks
    {
        get
        {
            var looks = new TheoryData<string, int>();
            foreach (var theme in new[] { "light", "dark" })
            {
                foreach (var width in new[] { 320, 400, 560 })
                {
                    looks.Add(theme, width);
                }
            }

            return looks;
        }
    }

    [SkippableFact]
    public async Task The_library_reads_every_card_at_version_1_5_without_a_warning()
    {
        var page = await fixture.OpenAsync("light", 400, unfold: false);
        Assert.Equal("true", await page.EvaluateAsync<string>("document.body.dataset.ready"));
        Assert.Equal(Gallery.All().Count, await page.Locator("figure").CountAsync());
        using var warnings = JsonDocument.Parse((await page.Locator("#warnings").TextContentAsync())!);
        AssertNone(warnings.RootElement.EnumerateArray().Select(warning => warning.ToString()));
        await page.CloseAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task Nothing_sticks_out_of_a_card_or_is_cut_off(string theme, int width)
    {
        var page = await fixture.OpenAsync(theme, width, unfold: false);
        await KeepAsync(page, theme, width, "");
        await AssertNoneAsync(page);
        await page.CloseAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task Nor_when_everything_is_unfolded(string theme, int width)
    {
        var page = await fixture.OpenAsync(theme, width, unfold: true);
        if (theme == "light")
        {
            await KeepAsync(page, theme, width, ".unfolded");
        }

        await AssertNoneAsync(page);
        await page.CloseAsync();
    }

    [SkippableTheory]
    [InlineData("light", 560)]
    [InlineData("dark", 560)]
    public async Task Nor_with_letters_of_twice_the_size(string theme, int width)
    {
        var page = await fixture.OpenAsync(theme, width, unfold: true, text: 200);
        await KeepAsync(page, theme, width, ".large");
        await AssertNoneAsync(page);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task Nor_in_high_contrast()
    {
        var page = await fixture.OpenAsync("dark", 320, unfold: true, isHighContrast: true);
        await KeepAsync(page, "contrast", 320, ".unfolded");
        await AssertNoneAsync(page);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task No_text_shows_the_id_of_a_rule_the_path_of_a_fact_or_the_name_of_an_enum()
    {
        var page = await fixture.OpenAsync("light", 560, unfold: true);
        var texts = await page.EvaluateAsync<JsonElement>("""
            () => [...document.querySelectorAll("figure")].map(figure => {
              const frame = figure.querySelector(".frame");
              const inputs = [...frame.querySelectorAll("option, input, textarea")].map(input => input.text || input.placeholder || "");
              return [`${figure.dataset.card} ${figure.dataset.language}`, frame.innerText + "\n" + inputs.join("\n")];
            })
            """);
        var offenders = texts.EnumerateArray().SelectMany(pair => Regex
            .Matches(pair[1].GetString()!, RawNames, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
            .Select(match => $"{pair[0].GetString()}: {match.Value}"));
        AssertNone(offenders);
        await page.CloseAsync();
    }

    private static async Task AssertNoneAsync(IPage page) => AssertNone(await page.EvaluateAsync<string[]>(FindCutOff));

    private static void AssertNone(IEnumerable<string> offenders)
    {
        var distinct = offenders.Distinct().ToList();
        Assert.True(distinct.Count == 0, $"{distinct.Count} offenders:\n{string.Join('\n', distinct)}");
    }

    private static async Task KeepAsync(IPage page, string theme, int width, string mark)
    {
        if (!Screenshots.OfEveryCard)
        {
            return;
        }

        foreach (var figure in await page.Locator("figure").AllAsync())
        {
            var name = $"{await figure.GetAttributeAsync("data-card")}.{await figure.GetAttributeAsync("data-language")}";
            if (mark.Length == 0 || await figure.Locator(".frame").EvaluateAsync<bool>("frame => frame.dataset.unfolded === 'true'"))
            {
                var file = $"{name}.{theme}.{width.ToString(CultureInfo.InvariantCulture)}{mark}.png";
                await figure.ScreenshotAsync(new() { Path = Screenshots.PathOf("cards", file) });
            }
        }
    }
}
