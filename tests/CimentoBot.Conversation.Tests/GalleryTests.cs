using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>What holds of every card that the bot can send.</summary>
public sealed class GalleryTests
{
    private const int LargestCard = 20_000;
    private const int LargestTypicalVerdict = 8_192;

    private static readonly string[] NeverShown =
        [.. Guideline.Current.Rules.Select(rule => rule.Id), "notIndicated", "boardDecision", "canBe", "notCovered", "doseNeeded", "longBone", "undefined"];

    /// <summary>Drawn once for all tests.</summary>
    internal static readonly IReadOnlyList<GalleryCard> All = Gallery.All();

    public static TheoryData<string, Language> Cards
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var card in All)
            {
                data.Add(card.Name, card.Language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void EveryCardFitsIntoAMessage(string name, Language language) =>
        Assert.InRange(Compact(name, language).Length, 1, LargestCard);

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void ATypicalVerdictIsAtMostEightKilobytes(Language language) =>
        Assert.InRange(Compact("verdict-conditions", language).Length, 1, LargestTypicalVerdict);

    [Theory]
    [MemberData(nameof(Cards))]
    public void EveryCardSaysWhatToReadWhereItCannotBeShown(string name, Language language)
    {
        var card = Json(name, language);
        Assert.Equal("1.5", (string?)card["version"]);
        var typed = name.StartsWith("settings", StringComparison.Ordinal)
            ? new Phrase("réglages nom=", "settings name=")
            : new("« texte »", "“text”");
        Assert.Contains(typed.In(language), (string)card["fallbackText"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void NoCardShowsAnIdOrTheNameOfAnEnumeration(string name, Language language)
    {
        var shown = string.Join('\n', Clinic.Texts(Json(name, language)));
        Assert.DoesNotContain(NeverShown, raw => shown.Contains(raw, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void BooleansAreChoicesAndNumbersAreText(string name, Language language) =>
        Assert.DoesNotContain(Json(name, language).SelectTokens("$..type"), type => (string?)type is "Input.Toggle" or "Input.Number");

    [Theory]
    [MemberData(nameof(Cards))]
    public void EveryInterviewCardHasOneAnswerAndSaysWhichCaseStepAndRevisionItAnswers(string name, Language language)
    {
        var submits = Json(name, language).SelectTokens("$..actions[*]").Where(action => (string?)action["type"] == "Action.Submit").ToList();
        if (submits.Count == 0)
        {
            return;
        }

        Assert.Single(submits, action => (string?)action["data"]!["verb"] == "answer");
        Assert.All(submits, action =>
        {
            Assert.NotNull(action["data"]!["case"]);
            Assert.NotNull(action["data"]!["step"]);
            Assert.Equal(JTokenType.Integer, action["data"]!["revision"]!.Type);
            var isAnswer = (string?)action["data"]!["verb"] == "answer";
            Assert.Equal(isAnswer ? null : "none", (string?)action["associatedInputs"]);
        });
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void NoCardShowsMoreThanSixActions(string name, Language language) =>
        Assert.InRange(Json(name, language)["actions"]?.Count() ?? 0, 0, 6);

    [Fact]
    public void FrenchAndEnglishCardsDifferInEveryLabel()
    {
        var shared = Fields().Intersect(Fields(Language.English)).Except(["Fracture", "Radiculopathie"]).ToList();
        Assert.True(shared.Count == 0, string.Join(", ", shared));

        static IEnumerable<string> Fields(Language language = Language.French) => All
            .Where(card => card.Language == language)
            .SelectMany(card => JObject.Parse(card.Json).SelectTokens("$..label"))
            .Select(label => (string)label!);
    }

    private static GalleryCard Find(string name, Language language) =>
        All.Single(card => card.Name == name && card.Language == language);

    private static JObject Json(string name, Language language) => JObject.Parse(Find(name, language).Json);

    private static string Compact(string name, Language language) => Json(name, language).ToString(Newtonsoft.Json.Formatting.None);
}
