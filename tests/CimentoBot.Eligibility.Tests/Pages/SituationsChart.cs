using System.Globalization;
using System.Numerics;
using System.Security;
using System.Text;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>
/// The chart of <c>docs/situations.md</c>, drawn as text: two groups of bars on a ground of its own, so that it reads in a light
/// and in a dark theme; labels in French with the English below. The scale is logarithmic: on a plain one, one bar would be seen.
/// </summary>
internal sealed class SituationsChart
{
    private const int Width = 900;
    private const int BarsFrom = 330;
    private const int LongestBar = 370;
    private const int RowHeight = 34;
    private const int Thickness = 18;
    private const int Margin = 24;

    private static readonly Dictionary<Effect, string> Colours = new()
    {
        [Effect.Eligible] = "#2e7d32",
        [Effect.EligibleWithConditions] = "#8a9a00",
        [Effect.BoardDecision] = "#c98a00",
        [Effect.Deferred] = "#d9630b",
        [Effect.NotIndicated] = "#7b4fa3",
        [Effect.Contraindicated] = "#b3261e",
    };

    private readonly StringBuilder text = new();
    private int at = Margin;

    public static string Draw(SituationMap map)
    {
        var chart = new SituationsChart();
        chart.Group(
            new("Situations par verdict", "Situations by verdict"),
            map.Total,
            [.. Enum.GetValues<Effect>().Select(effect => (effect.Label(), map.ByVerdict[effect], Colours[effect]))]);
        chart.Group(
            new("Combinaisons où un fait, à lui seul, déplace le verdict", "Combinations in which one fact alone moves the verdict"),
            map.Combinations,
            [.. SituationsPage.Ranked(map).Select(fact => (fact.Fact.Label, fact.Moves, "#3367a8"))]);
        return chart.Whole();
    }

    private void Group(Phrase title, BigInteger whole, IReadOnlyList<(Phrase Label, BigInteger Count, string Colour)> bars)
    {
        Text(Margin, at + 16, title.Fr, 16, bold: true);
        Text(Margin, at + 34, $"{title.En} · échelle logarithmique, logarithmic scale", 12);
        at += 62;
        var decades = (int)Math.Ceiling(BigInteger.Log10(bars.Max(bar => bar.Count)));
        for (var decade = 0; decade <= decades; decade += 3)
        {
            var x = BarsFrom + (LongestBar * decade / decades);
            Text(x, at - 6, Numbers.Print((decimal)BigInteger.Pow(10, decade), Language.French), 11);
            text.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{x} {at}V{at + (bars.Count * RowHeight)}\" stroke=\"#d0d7de\"/>\n");
        }

        foreach (var (label, count, colour) in bars)
        {
            var length = count.IsZero ? 0 : (int)Math.Round(LongestBar * BigInteger.Log10(count) / decades);
            Text(Margin, at + 14, label.Fr, 13);
            Text(Margin, at + 28, label.En, 11);
            text.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{BarsFrom}\" y=\"{at + 6}\" width=\"{length}\" height=\"{Thickness}\" fill=\"{colour}\"/>\n");
            Text(BarsFrom + length + 8, at + 20, Counted(count, whole), 13);
            at += RowHeight;
        }

        at += 2 * Margin;
    }

    private static string Counted(BigInteger count, BigInteger whole) => count.IsZero
        ? "0"
        : $"{Numbers.Print((decimal)count, Language.French)} ({SituationsPage.Share(count, whole, Language.French)})";

    private void Text(int x, int y, string words, int size, bool bold = false) => text.Append(
        CultureInfo.InvariantCulture,
        $"  <text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(words)}</text>\n");

    private string Whole()
    {
        var height = at;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="title desc" font-family="system-ui, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" fill="#1f2328">
              <title id="title">Situations par verdict, et faits qui le déplacent · Situations by verdict, and the facts that move it</title>
              <desc id="desc">Barres horizontales, échelle logarithmique ; les mêmes nombres sont en tableaux dans situations.md. Des parts de situations ne sont pas des fréquences. · Horizontal bars, logarithmic scale; the same numbers stand in tables in situations.md. Shares of situations are no frequencies.</desc>
              <rect width="{Width}" height="{height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>

            """) + text + "</svg>\n";
    }
}
