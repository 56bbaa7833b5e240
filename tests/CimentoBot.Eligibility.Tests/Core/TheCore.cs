using System.Text.Json;
using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.Oracle;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The product's core behind the shape in which the case book and the second opinion answer.</summary>
internal static class TheCore
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static readonly Assessor Assessor = new(Guideline.Current, Paris);

    public static OracleAssessment On(JsonObject @case, LocalDate asOf, Guideline? guideline = null) => On(CaseOf(@case, asOf), asOf, guideline);

    public static OracleAssessment On(Case known, LocalDate asOf, Guideline? guideline = null) =>
        Shaped(new Assessor(guideline ?? Guideline.Current, Paris).Assess(known, asOf));

    public static Case CaseOf(JsonObject json, LocalDate asOf)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        var (read, errors) = CaseReader.Read(document.RootElement, asOf, Paris);
        return errors.Count == 0 ? read : throw new ArgumentException(string.Join("; ", errors), nameof(json));
    }

    /// <summary>A row of the case book, changed by what a cell would say, with its day.</summary>
    public static (Case Known, LocalDate AsOf) Row(string number, string facts = CaseBook.CaseBookDates.None)
    {
        var row = CaseBook.CaseBookReader.Row(number);
        var json = row.NewCase();
        CaseBook.CaseNotation.Apply(facts, json);
        return (CaseOf(json, row.AsOf), row.AsOf);
    }

    /// <summary>A row with nothing but its condition and its effect.</summary>
    public static Rule Rule(string id, Criteria.Criterion when, Effect? effect = null) => new(id, when, effect, [], default);

    /// <summary>All of an assessment on one line; open rules in no order.</summary>
    public static string Print(OracleAssessment seen) => string.Join(" | ",
        seen.Verdict, seen.AtBest, seen.AtWorst, string.Join(',', seen.Findings), string.Join(',', seen.Open.Order(StringComparer.Ordinal)), string.Join(',', seen.Missing),
        string.Join(',', seen.Holds.Select(CaseBook.CaseBookRow.Print)), seen.EarliestProcedureDate, string.Join(',', seen.NotUsed));

    private static OracleAssessment Shaped(CaseAssessment seen) => new(
        seen.Verdict is { } verdict ? Camel(verdict) : "undetermined",
        Camel(seen.AtBest),
        Camel(seen.AtWorst),
        [.. seen.Findings.Select(finding => finding.Rule.Id)],
        [.. seen.Open.Select(rule => rule.Id)],
        seen.Missing,
        [.. seen.Holds.Select(hold => new OracleHold(hold.Drug, Camel(hold.Action), hold.StopOn, hold.LastDoseBefore?.ToOffsetDateTime(), hold.DaysBefore, Camel(hold.Met)))],
        seen.EarliestProcedureDate,
        [.. seen.NotUsed.Select(fact => fact.Path)]);

    private static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
