using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

public class CardTests
{
    [Fact]
    public void ACardPrintsItsTypeAndVersionFirstAndLeavesOutWhatIsDefault()
    {
        var card = new AdaptiveCard("1.5")
        {
            FallbackText = "f",
            Lang = "fr",
            Body = { new AdaptiveTextBlock("t") { Size = AdaptiveTextSize.ExtraLarge, Wrap = true, Id = "x", Spacing = AdaptiveSpacing.Default } },
        };

        Assert.Equal(
            """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "fallbackText": "f",
              "lang": "fr",
              "body": [
                {
                  "type": "TextBlock",
                  "id": "x",
                  "size": "extraLarge",
                  "text": "t",
                  "wrap": true
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            card.ToJson().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AChoiceSetAlwaysPrintsItsStyleAndWhetherItIsMultiple()
    {
        var json = Printed(new AdaptiveChoiceSetInput { Id = "c", Label = "L", Choices = { new AdaptiveChoice { Title = "A", Value = "a" } } });

        Assert.Equal(["type", "id", "style", "isMultiSelect", "choices", "label"], json.Properties().Select(property => property.Name));
        Assert.Equal(("compact", false), (json.Value<string>("style"), json.Value<bool>("isMultiSelect")));
    }

    [Fact]
    public void AColumnAndAnActionSetPrintTheirTypeAfterTheirId()
    {
        var column = Printed(new AdaptiveColumnSet { Columns = { new AdaptiveColumn { Id = "c", Width = "auto", Items = { new AdaptiveTextBlock("t") } } } })["columns"]![0]!;
        var actions = Printed(new AdaptiveActionSet { Id = "a" });

        Assert.Equal(["id", "type", "width", "items"], column.Children<JProperty>().Select(property => property.Name));
        Assert.Equal(["id", "type", "actions"], actions.Properties().Select(property => property.Name));
    }

    [Fact]
    public void AnExecuteActionPrintsAnEmptyVerbAndASubmitActionItsDataAsItIs()
    {
        var card = new AdaptiveCard("1.5")
        {
            Actions =
            {
                new AdaptiveExecuteAction { Title = "E" },
                new AdaptiveSubmitAction { Data = new { verb = "answer", n = 1 }, AssociatedInputs = AdaptiveAssociatedInputs.None },
            },
        };

        var actions = JObject.Parse(card.ToJson())["actions"]!;

        Assert.Equal("""{"type":"Action.Execute","verb":"","title":"E"}""", actions[0]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(
            """{"type":"Action.Submit","data":{"verb":"answer","n":1},"associatedInputs":"none"}""",
            actions[1]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void ATargetWithoutAWordIsItsIdAloneAndFallbacksPrintAsContentOrDrop()
    {
        var toggle = new AdaptiveToggleVisibilityAction
        {
            TargetElements = { new AdaptiveTargetElement("a"), new AdaptiveTargetElement("b", false) },
            Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
        };
        var json = Printed(new AdaptiveTextBlock("t") { Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("u")) });

        Assert.Equal(
            """["a",{"elementId":"b","isVisible":false}]""",
            JObject.Parse(new AdaptiveCard("1.5") { Actions = { toggle } }.ToJson())["actions"]![0]!["targetElements"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("u", json["fallback"]!.Value<string>("text"));
        Assert.Contains("\"fallback\": \"drop\"", new AdaptiveCard("1.5") { Actions = { toggle } }.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void AContainerStyleThatIsSetPrintsEvenWhenItIsTheFirst()
    {
        var json = Printed(new AdaptiveContainer { Style = AdaptiveContainerStyle.Attention, PixelMinHeight = 20, Items = { new AdaptiveTextBlock("t") } });

        Assert.Equal(("attention", "20px"), (json.Value<string>("style"), json.Value<string>("minHeight")));
        Assert.NotNull(Printed(new AdaptiveContainer { Style = AdaptiveContainerStyle.Default })["style"]);
        Assert.Null(Printed(new AdaptiveContainer())["style"]);
    }

    [Fact]
    public void ExtensionDataIsPrintedAtTheEnd()
    {
        var card = new AdaptiveCard("1.5") { AdditionalProperties = { ["msteams"] = new JObject { ["width"] = "Full" } } };

        Assert.Equal("Full", JObject.Parse(card.ToJson()).Properties().Last().Value.Value<string>("width"));
    }

    [Fact]
    public void WhatIsRequiredAndAbsentIsNotPrinted()
    {
        Assert.Throws<Newtonsoft.Json.JsonSerializationException>(() => Printed(new AdaptiveTextBlock { Text = null }));
    }

    [Fact]
    public void ACardThatWasPrintedReadsBackTheSameWithoutWarnings()
    {
        var json = new AdaptiveCard("1.5")
        {
            Body =
            {
                new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun("a") { Weight = AdaptiveTextWeight.Bolder } } },
                new AdaptiveFactSet { Facts = { new AdaptiveFact("t", "v") } },
                new AdaptiveContainer { Items = { new AdaptiveTextInput { Id = "i", IsRequired = true, Label = "L" } } },
            },
            Actions = { new AdaptiveOpenUrlAction { Title = "o", Url = new Uri("https://x.org") } },
        }.ToJson();

        var result = AdaptiveCard.FromJson(json);

        Assert.Empty(result.Warnings);
        Assert.Equal(json, result.Card.ToJson());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard"}""", "Could not parse required key: version. It was not found.")]
    [InlineData("""{"type":"Other","version":"1.0"}""", "Property 'type' must be 'AdaptiveCard'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.0","body":[{"type":"Input.Text"}]}""", "Required property 'id' not found on 'Input.Text'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.0","body":[{"type":"TextBlock","text":"a","id":"x"},{"type":"TextBlock","text":"b","id":"x"}]}""", "Collision detected for id 'x'")]
    public void WhatIsNoCardIsAnError(string json, string message)
    {
        Assert.Equal(message, Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json)).Message);
    }

    [Fact]
    public void AnUnknownElementIsAWarningAndAVersionToComeIsItsFallbackText()
    {
        var unknown = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"New","a":1}]}""");
        var later = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"9.0","fallbackText":"old clients"}""");

        Assert.Equal("Unknown element 'New'", Assert.Single(unknown.Warnings).Message);
        Assert.Equal("old clients", Assert.IsType<AdaptiveTextBlock>(Assert.Single(later.Card.Body)).Text);
        Assert.Equal((int)AdaptiveWarning.WarningStatusCode.UnsupportedSchemaVersion, Assert.Single(later.Warnings).Code);
    }

    private static JObject Printed(AdaptiveElement element) =>
        (JObject)JObject.Parse(new AdaptiveCard("1.5") { Body = { element } }.ToJson())["body"]![0]!;
}
