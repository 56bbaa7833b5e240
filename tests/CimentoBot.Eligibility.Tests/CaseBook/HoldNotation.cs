using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Tests.Oracle;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>The column <c>Traitements</c>: <c>clopidogrel stop J-5 2026-12-02 canBe; aspirin continue yes</c>.</summary>
public static partial class HoldNotation
{
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static OracleHold Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw new FormatException($"« {text} » n'est pas de la forme « clopidogrel stop J-5 2026-12-02 canBe »");

        var limit = match.Groups["limit"].Value;
        var day = CaseBookDates.Day.Parse(limit);
        var instant = CaseBookDates.Instant.Parse(limit);
        if (limit is not ("" or CaseBookDates.None) && !day.Success && !instant.Success)
            throw new FormatException($"« {limit} » n'est ni une date ni un instant avec son décalage");

        return new OracleHold(
            match.Groups["drug"].Value,
            match.Groups["action"].Value,
            day.Success ? day.Value : null,
            instant.Success ? instant.Value : null,
            match.Groups["days"].Success ? int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) : null,
            match.Groups["met"].Value);
    }

    [GeneratedRegex(
        "^(?<drug>.+) (?:(?<action>continue|notCovered)|(?<action>stop|bridge|doseNeeded) J-(?<days>[0-9]) (?<limit>—|[0-9T:+-]+))"
        + " (?<met>yes|canBe|no|unknown)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
