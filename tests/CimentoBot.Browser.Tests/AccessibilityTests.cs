using CimentoBot.Playground.Npm;
using Microsoft.Playwright;

namespace CimentoBot.Browser.Tests;

/// <summary>Every card, unfolded, in both languages, under the eyes of axe: all of its rules.</summary>
public sealed class AccessibilityTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    /// <summary>
    /// What the library draws so whatever the card says, by axe's rule and the element that it names. It tells of a part that was unfolded on
    /// the part itself (<c>aria-expanded</c> on a div without a role), where ARIA wants it on the button. Teams' own clients draw for themselves.
    /// </summary>
    private static readonly (string Rule, string Element)[] OfTheLibrary = [("aria-allowed-attr", "aria-expanded=\"true\"")];

    private const string Run = """
        async () => {
          const found = await axe.run({ include: [[".frame"]] }, { resultTypes: ["violations"] });
          return found.violations.flatMap(violation => violation.nodes.map(node => {
            const figure = document.querySelector(node.target[0]).closest("figure");
            return [violation.id, node.html.slice(0, 300), `${figure.dataset.card} ${figure.dataset.language}: ${node.failureSummary}`];
          }));
        }
        """;

    [SkippableTheory]
    [InlineData("light", false)]
    [InlineData("dark", false)]
    [InlineData("dark", true)]
    public async Task No_card_keeps_anybody_out(string theme, bool isHighContrast)
    {
        var page = await fixture.OpenAsync(theme, 400, unfold: true, isHighContrast);

        var ours = (await LookAsync(page)).Where(found => !OfTheLibrary.Any(known => known.Rule == found[0] && found[1].Contains(known.Element, StringComparison.Ordinal)));

        Assert.True(!ours.Any(), string.Join('\n', ours.Select(found => string.Join(" | ", found))));
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task What_would_keep_somebody_out_is_seen()
    {
        var page = await fixture.OpenAsync("light", 400, unfold: false);
        await page.EvaluateAsync("""
            () => {
              const card = name => document.querySelector(`figure[data-card="${name}"] .frame`);
              for (const input of card("step-patient").querySelectorAll("input")) {
                ["aria-label", "aria-labelledby", "placeholder", "title"].forEach(name => input.removeAttribute(name));
              }
              card("step-patient").querySelectorAll("label").forEach(label => label.remove());
              card("verdict-eligible").querySelectorAll(".ac-textBlock").forEach(text => { text.style.color = "#dddddd"; });
            }
            """);

        var rules = (await LookAsync(page)).Select(found => found[0]).Distinct().Order().ToList();

        Assert.Contains("label", rules);
        Assert.Contains("color-contrast", rules);
        await page.CloseAsync();
    }

    private static async Task<string[][]> LookAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = NpmFolder.Accessibility.File("axe-core", "axe.min.js") });
        return await page.EvaluateAsync<string[][]>(Run);
    }
}
