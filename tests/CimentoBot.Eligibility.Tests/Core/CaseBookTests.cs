using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The case book, row by row, against the product; and the product, rule by rule, against the case book.</summary>
public sealed class CaseBookTests
{
    public static TheoryData<string> Numbers => [.. CaseBookReader.Rows.Select(row => row.Number)];

    public static TheoryData<string> RuleIds => [.. Guideline.Current.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void TheCoreSaysWhatTheBookSays(string number)
    {
        var row = CaseBookReader.Row(number);
        var differences = row.DifferencesFrom(TheCore.On(row.NewCase(), row.AsOf));
        Assert.True(differences.Count == 0, $"{row}\n{string.Join('\n', differences)}");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void RemovingARuleTurnsARowRed(string id)
    {
        var without = new Guideline([.. Guideline.Current.Rules.Where(rule => rule.Id != id)]);
        Assert.Contains(CaseBookReader.Rows, row => row.DifferencesFrom(TheCore.On(row.NewCase(), row.AsOf, without)).Count > 0);
    }
}
