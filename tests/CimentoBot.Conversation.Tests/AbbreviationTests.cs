using System.Reflection;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>Plain words: the abbreviations that the bot uses, and that each card says in full what it shortens, where a reader first meets it.</summary>
public sealed partial class AbbreviationTests
{
    /// <summary>Null = that language does not use it.</summary>
    private static readonly Dictionary<string, (string? Fr, string? En)> Explained = new(StringComparer.Ordinal)
    {
        ["TP"] = ("taux de prothrombine", "prothrombin activity"),
        ["INR"] = ("rapport international normalisé", "international normalised ratio"),
        ["AVK"] = ("antivitamine K", null),
        ["HAS"] = ("Haute Autorité de santé", "French health authority"),
        ["DCC"] = ("dossier communicant de cancérologie", null),
        ["EVA"] = ("échelle visuelle analogique", null),
        ["NRS"] = (null, "numeric rating scale"),
    };

    /// <summary>
    /// What everybody calls so who is asked to use the bot, and which the welcome says in full; the sign of a time zone; a format's name; the
    /// department, and a word of the Web that is said to it alone.
    /// </summary>
    private static readonly string[] Everyday = ["RCP", "UTC", "JSON", "IT", "GET"];

    /// <summary>A word in capitals.</summary>
    private const string NoAbbreviation = "URGENT";

    public static TheoryData<string, Language> Cards => GalleryTests.Cards;

    [Theory]
    [MemberData(nameof(Cards))]
    public void EachCardSaysInFullWhatItShortensWhereItIsFirstMet(string name, Language language)
    {
        var json = JObject.Parse(GalleryTests.All.First(card => card.Name == name && card.Language == language).Json);
        var shown = string.Join('\n', Clinic.Texts(json).Where(text => !text.StartsWith('[')));
        foreach (var (abbreviation, (fr, en)) in Explained)
        {
            if (Regex.Match(shown, $@"(?<![\w-]){abbreviation}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } met)
            {
                var inFull = language == Language.French ? fr : en;
                Assert.NotNull(inFull);
                var at = shown.IndexOf(inFull, StringComparison.OrdinalIgnoreCase);
                Assert.True(at >= 0 && at < met.Index + 20, $"{abbreviation} stands on this card before, or without, «{inFull}».");
            }
        }
    }

    [Fact]
    public void NothingIsShortenedThatThisListDoesNotKnow()
    {
        var unknown = Texts().SelectMany(text => Capitals().Matches(text).Select(match => (Word: match.Value, Text: text)))
            .Where(found => !Explained.ContainsKey(found.Word) && !Everyday.Contains(found.Word, StringComparer.Ordinal) && found.Word != NoAbbreviation)
            .Select(found => $"{found.Word}: {found.Text}").Distinct().ToList();
        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void TheHelpSaysInFullWhatItsExampleShortens(Language language)
    {
        var help = Say.Help.In(language);
        var shortened = Capitals().Matches(help).Select(match => match.Value).Where(Explained.ContainsKey).Distinct().ToList();
        Assert.NotEmpty(shortened);
        Assert.All(shortened, abbreviation => Assert.Contains(
            $"{abbreviation} = {(language == Language.French ? Explained[abbreviation].Fr : Explained[abbreviation].En)}", help, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsOnTheListThatIsNotUsedAndTheWelcomeSaysWhatABoardIs()
    {
        var used = Texts().SelectMany(text => Capitals().Matches(text).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.All(Explained.Keys.Concat(Everyday).Append(NoAbbreviation), known => Assert.Contains(known, used));
        Assert.Contains("RCP (réunion de concertation pluridisciplinaire)", Say.Welcome.Fr, StringComparison.Ordinal);
    }

    /// <summary>Every card; every statement; and every phrase that a class of the bot keeps.</summary>
    private static IEnumerable<string> Texts() => GalleryTests.All.SelectMany(card => Clinic.Texts(JObject.Parse(card.Json))).Where(text => !text.StartsWith('['))
        .Concat(Guideline.Current.Rules.SelectMany(rule => new[] { rule.Statement.Fr, rule.Statement.En }))
        .Concat(new[] { typeof(Say).Assembly, typeof(Guideline).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Phrase))
            .SelectMany(field => (Phrase)field.GetValue(null)! is var phrase ? new[] { phrase.Fr ?? "", phrase.En ?? "" } : []));

    [GeneratedRegex(@"(?<![\w-])[A-ZÉ][A-ZÉ0-9]*[A-ZÉ](?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();
}
