using System.Globalization;

namespace CimentoBot.Bench;

/// <summary>Medians, and how they are printed.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value under which this share of the values lies, between neighbours in proportion.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var under = sorted[(int)Math.Floor(place)];
        return under + ((sorted[(int)Math.Ceiling(place)] - under) * (place - Math.Floor(place)));
    }

    /// <summary>A row of a table in Markdown; numbers to three significant digits or whole.</summary>
    public static void Row(params ReadOnlySpan<object> cells)
    {
        var printed = new List<string>();
        foreach (var cell in cells)
        {
            printed.Add(cell is double number ? Print(number) : Convert.ToString(cell, CultureInfo.InvariantCulture)!);
        }

        Console.WriteLine($"| {string.Join(" | ", printed)} |");
    }

    /// <summary>A table's head.</summary>
    public static void Head(string title, params ReadOnlySpan<object> cells)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine();
        Row(cells);
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", cells.Length))}");
    }

    public static string Print(double number) => number.ToString(
        Math.Abs(number) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
