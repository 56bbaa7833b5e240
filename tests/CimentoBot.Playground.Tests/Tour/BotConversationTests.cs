using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;

namespace CimentoBot.Playground.Tests.Tour;

public class BotConversationTests
{
    private const string StepCard = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "La lésion" },
            { "type": "Input.Text", "id": "lesion.label", "label": "Libellé", "value": "L3" },
            { "type": "Container", "items": [{ "type": "Input.Text", "id": "pain.intensity" }] },
            { "type": "TextBlock", "id": "error.pain.intensity", "text": "de 0 à 10" }
          ],
          "actions": [
            { "type": "Action.Submit", "title": "Continuer", "data": { "verb": "answer", "case": "CB-7F3K", "revision": 2 } },
            { "type": "Action.Submit", "title": "Retour", "associatedInputs": "none", "data": { "verb": "back" } }
          ]
        }
        """;

    private const string VerdictCard = """
        {
          "type": "AdaptiveCard", "version": "1.5", "body": [],
          "actions": [{ "type": "Action.Execute", "verb": "case.post", "data": { "case": "CB-7F3K" },
            "fallback": { "type": "Action.Submit", "data": { "verb": "case.post", "old": true } } }]
        }
        """;

    [Fact]
    public async Task A_typed_message_looks_as_Teams_sends_it()
    {
        await using var here = await Here.StartAsync();
        await here.Chat.SendTextAsync("nouveau");
        var heard = Assert.Single(here.Bot.Heard);
        Assert.Equal(("message", "nouveau", "msteams", "plain"), (heard.Text("type"), heard.Text("text"), heard.Text("channelId"), heard.Text("textFormat")));
        Assert.Equal("personal", heard["conversation"]!["conversationType"]!.GetValue<string>());
        Assert.Equal(here.Connector.ServiceUrl.ToString(), heard.Text("serviceUrl"));
        Assert.False(heard.ContainsKey("value"));
    }

    [Fact]
    public async Task In_a_thread_the_bot_is_mentioned_and_the_channel_named()
    {
        await using var here = await Here.StartAsync(new() { Conversation = "channel-rcp-os;messageid=7" });
        await here.Chat.SendTextAsync("aide");
        var heard = Assert.Single(here.Bot.Heard);
        Assert.Equal("<at>CimentoBot</at> aide", heard.Text("text"));
        Assert.Contains(heard["entities"]!.AsArray(), entity => entity!["type"]!.GetValue<string>() == "mention");
        Assert.Equal("channel-rcp-os", heard["channelData"]!["channel"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_submit_sends_the_buttons_data_with_the_cards_own_values_and_those_given()
    {
        await using var here = await Here.StartAsync();
        await here.ShowAsync(StepCard);
        await here.Chat.SubmitAsync("answer", new Dictionary<string, string> { ["pain.intensity"] = "7", ["not.asked"] = "x" });
        var sent = here.Bot.Heard[^1];
        Assert.False(sent.ContainsKey("text"));
        Assert.True(JsonNode.DeepEquals(
            ScriptedBot.Card("""{ "verb": "answer", "case": "CB-7F3K", "revision": 2, "lesion.label": "L3", "pain.intensity": "7" }"""), sent["value"]));
    }

    [Fact]
    public async Task An_empty_input_is_left_out_and_an_emptied_one_too()
    {
        await using var here = await Here.StartAsync();
        await here.ShowAsync(StepCard);
        await here.Chat.SubmitAsync("answer", new Dictionary<string, string> { ["lesion.label"] = "" });
        Assert.True(JsonNode.DeepEquals(
            ScriptedBot.Card("""{ "verb": "answer", "case": "CB-7F3K", "revision": 2 }"""), here.Bot.Heard[^1]["value"]));
    }

    [Fact]
    public async Task A_button_without_inputs_sends_none()
    {
        await using var here = await Here.StartAsync();
        await here.ShowAsync(StepCard);
        await here.Chat.SubmitAsync("back", new Dictionary<string, string> { ["pain.intensity"] = "7" });
        Assert.True(JsonNode.DeepEquals(ScriptedBot.Card("""{ "verb": "back" }"""), here.Bot.Heard[^1]["value"]));
    }

    [Fact]
    public async Task A_button_that_is_not_there_cannot_be_pressed()
    {
        await using var here = await Here.StartAsync();
        await here.ShowAsync(VerdictCard);
        var failure = await Assert.ThrowsAsync<TourException>(() => here.Chat.SubmitAsync("case.post"));
        Assert.Contains("Action.Submit 'case.post'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_updated_card_takes_the_place_of_the_first()
    {
        await using var here = await Here.StartAsync();
        var id = await here.ShowAsync(StepCard);
        await here.Bot.UpdateAsync(here.Bot.Heard[^1], id!, ScriptedBot.CardMessage(ScriptedBot.Card(VerdictCard)));
        Assert.Null(here.Chat.CardWith("answer"));
        Assert.NotNull(here.Chat.CardWith("case.post"));
        Assert.Single(here.Chat.Messages);
        Assert.Equal(2, here.Chat.Received.Count);
    }

    [Fact]
    public async Task The_card_that_answers_an_invoke_is_what_the_person_sees_until_the_message_is_updated()
    {
        await using var here = await Here.StartAsync();
        var id = await here.ShowAsync(VerdictCard);
        here.Bot.Answer = _ => Task.FromResult(Results.Json(new JsonObject
        {
            ["statusCode"] = 200,
            ["type"] = CardReading.ContentType,
            ["value"] = ScriptedBot.Card(StepCard),
        }));
        var turn = await here.Chat.InvokeAsync("case.post");
        Assert.Equal((200, "adaptiveCard/action"), (turn.ReplyStatus, here.Bot.Heard[^1].Text("name")));
        Assert.NotNull(turn.ReplyCard);
        Assert.NotNull(here.Chat.CardWith("answer"));
        await here.Bot.UpdateAsync(here.Bot.Heard[^1], id!, ScriptedBot.CardMessage(ScriptedBot.Card(VerdictCard)));
        Assert.Null(here.Chat.CardWith("answer"));
    }

    [Fact]
    public async Task A_refused_invoke_changes_nothing()
    {
        await using var here = await Here.StartAsync();
        await here.ShowAsync(VerdictCard);
        here.Bot.Answer = _ => Task.FromResult(Results.Json(new JsonObject { ["statusCode"] = 403, ["type"] = "application/vnd.microsoft.error" }));
        var turn = await here.Chat.InvokeAsync("case.post");
        Assert.Equal(403, turn.ReplyStatus);
        Assert.NotNull(here.Chat.CardWith("case.post"));
    }

    [Fact]
    public async Task A_message_of_text_and_card_gets_no_id_as_in_Teams()
    {
        await using var here = await Here.StartAsync();
        await here.Chat.SendTextAsync("nouveau");
        var both = ScriptedBot.CardMessage(ScriptedBot.Card(StepCard));
        both["text"] = "Bonjour";
        Assert.Null(await here.Bot.SendAsync(here.Bot.Heard[^1], both));
    }

    [Fact]
    public void Errors_stand_beside_their_fields() =>
        Assert.Equal("de 0 à 10", CardReading.Errors(ScriptedBot.Card(StepCard))["pain.intensity"]);

    /// <summary>A connector, a bot and a person.</summary>
    private sealed record Here(FakeConnector Connector, ScriptedBot Bot, HttpClient Client, BotConversation Chat) : IAsyncDisposable
    {
        public static async Task<Here> StartAsync(Person? person = null)
        {
            var connector = await FakeConnector.StartAsync();
            var bot = await ScriptedBot.StartAsync();
            var client = bot.Client;
            return new(connector, bot, client, new(client, connector, person ?? new()));
        }

        public async Task<string?> ShowAsync(string card)
        {
            await Chat.SendTextAsync("montre");
            return await Bot.SendAsync(Bot.Heard[^1], ScriptedBot.CardMessage(ScriptedBot.Card(card)));
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Bot.DisposeAsync();
            await Connector.DisposeAsync();
        }
    }
}
