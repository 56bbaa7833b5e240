using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>Cards for those who hear them, or see no colours. What a browser sees of it: <c>AccessibilityTests</c>.</summary>
public sealed class ReadableCardsTests
{
    public static TheoryData<string, Language> Cards => GalleryTests.Cards;

    [Theory]
    [MemberData(nameof(Cards))]
    public void EveryInputHasALabelOfItsOwnAndEveryPictureIsDescribed(string name, Language language)
    {
        var elements = ElementsOf(CardOf(name, language)).ToList();
        var labels = elements.Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal)).Select(input => (string?)input["label"] ?? "").ToList();
        Assert.DoesNotContain("", labels);
        Assert.Equal(labels.Distinct(), labels);
        Assert.All(elements.Where(element => TypeOf(element) == "Image"), picture => Assert.NotEmpty((string?)picture["altText"] ?? ""));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void NoTwoButtonsOfACardAreCalledTheSame(string name, Language language)
    {
        var card = CardOf(name, language);
        card.SelectTokens("$..fallback").ToList().ForEach(fallback => fallback.Parent!.Remove());
        var titles = ElementsOf(card).Where(element => TypeOf(element).StartsWith("Action.", StringComparison.Ordinal)).Select(action => (string?)action["title"]).ToList();
        Assert.DoesNotContain(null, titles);
        Assert.Equal(titles.Distinct(), titles);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void WhatDiffersInColourDiffersInWords(Language language)
    {
        var boxes = GalleryTests.All.Where(card => card.Language == language)
            .SelectMany(card => ElementsOf(JObject.Parse(card.Json)))
            .Where(element => TypeOf(element) == "Container" && element["style"] is not null)
            .Select(box => (Style: (string)box["style"]!, Words: string.Join('\n', Clinic.Texts(box)).Split('\n')[0]))
            .Where(box => box.Style is "good" or "warning" or "attention")
            .ToList();
        Assert.NotEmpty(boxes);
        Assert.DoesNotContain(boxes, box => string.IsNullOrWhiteSpace(box.Words));
        Assert.All(boxes.GroupBy(box => box.Words), same => Assert.Single(same.Select(box => box.Style).Distinct()));
    }

    private static JObject CardOf(string name, Language language) =>
        JObject.Parse(GalleryTests.All.First(card => card.Name == name && card.Language == language).Json);

    private static IEnumerable<JObject> ElementsOf(JObject card) => card.DescendantsAndSelf().OfType<JObject>().Where(element => element["type"] is not null);

    private static string TypeOf(JObject element) => (string)element["type"]!;
}
