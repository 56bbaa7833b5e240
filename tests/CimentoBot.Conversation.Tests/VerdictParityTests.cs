using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>The result in text holds every fact of its card.</summary>
public sealed class VerdictParityTests
{
    public static TheoryData<string, Language> Verdicts
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var (name, _) in GalleryCases.All)
            {
                data.Add(name, Language.French);
                data.Add(name, Language.English);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void NoLineOfTheCardIsAbsentFromTheText(string name, Language language)
    {
        var (card, text) = Gallery.VerdictOf(name, language);
        var plain = Plain(text);
        var absent = card["body"]!.SelectTokens("$..text").Select(line => (string)line!)
            .SelectMany(line => Plain(line).Split(" · ")).Where(piece => !plain.Contains(piece, StringComparison.Ordinal)).ToList();
        Assert.True(absent.Count == 0, string.Join("\n", absent));
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void TheVerdictComesFirstAndTheUrgentFindingsDirectlyAfterIt(string name, Language language)
    {
        var (card, _) = Gallery.VerdictOf(name, language);
        var texts = card["body"]!.SelectTokens("$..text").Select(line => (string)line!).ToList();
        var labels = Enum.GetValues<Effect>().Select(effect => effect.Label().In(language)).Append(Eligibility.Rules.Verdicts.Undetermined.In(language));
        Assert.Contains(texts[0], labels);
        var urgent = texts.Count(line => line.Contains("URGENT", StringComparison.Ordinal));
        Assert.All(texts.Skip(1).Take(urgent), line => Assert.Contains("URGENT", line, StringComparison.Ordinal));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ')
        .Replace("*", "", StringComparison.Ordinal).Replace("_(", "(", StringComparison.Ordinal).Replace(")_", ")", StringComparison.Ordinal)
        .Replace("\\", "", StringComparison.Ordinal);
}
