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
            Body = { new AdaptiveTextBlock("t") { Size = AdaptiveTextSize.ExtraLarge, Wrap = true, Id = "x", Spacing = AdaptiveSpacing.Default } },
        };

        Assert.Equal(
            """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "fallbackText": "f",
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
    public void AnActionSetPrintsItsTypeAfterItsId()
    {
        var actions = Printed(new AdaptiveActionSet { Id = "a" });

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
    public void ATargetIsItsIdAndAFallbackPrintsAsItsContent()
    {
        var toggle = new AdaptiveToggleVisibilityAction { TargetElements = { new AdaptiveTargetElement("a") } };
        var card = new AdaptiveCard("1.5")
        {
            Body = { new AdaptiveTextBlock("t") { Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("u")) } },
            Actions = { toggle },
        };

        var json = JObject.Parse(card.ToJson());

        Assert.Equal("a", Assert.Single(json["actions"]![0]!["targetElements"]!).Value<string>());
        Assert.Equal("u", json["body"]![0]!["fallback"]!.Value<string>("text"));
    }

    [Fact]
    public void AContainerStyleThatIsSetPrintsEvenWhenItIsTheFirst()
    {
        var json = Printed(new AdaptiveContainer { Style = AdaptiveContainerStyle.Attention, Items = { new AdaptiveTextBlock("t") } });

        Assert.Equal("attention", json.Value<string>("style"));
        Assert.NotNull(Printed(new AdaptiveContainer { Style = AdaptiveContainerStyle.Default })["style"]);
        Assert.Null(Printed(new AdaptiveContainer())["style"]);
    }

    [Fact]
    public void WhatIsRequiredAndAbsentIsNotPrinted()
    {
        Assert.Throws<Newtonsoft.Json.JsonSerializationException>(() => Printed(new AdaptiveTextBlock { Text = null }));
    }

    private static JObject Printed(AdaptiveElement element) =>
        (JObject)JObject.Parse(new AdaptiveCard("1.5") { Body = { element } }.ToJson())["body"]![0]!;
}
