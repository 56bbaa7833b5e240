using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>A person who talks with the bot over HTTP as Teams would: types, fills cards in, presses their buttons.</summary>
/// <param name="bot">A client whose base address is the bot's.</param>
/// <param name="connector">Where the bot answers to.</param>
/// <param name="person">Who talks, and where.</param>
public sealed class BotConversation(HttpClient bot, FakeConnector connector, Person person)
{
    /// <summary>The id of the chat between a person and the bot.</summary>
    public const string PersonalChat = "personal-chat-id";

    /// <summary>Cards that an invoke answered: shown to this person only, in place of the message's.</summary>
    private readonly Dictionary<string, (JsonObject Card, int Seen)> replaced = [];

    public Person Person { get; } = person;

    /// <summary>Everything that the bot sent to this conversation, in order.</summary>
    public IReadOnlyList<Delivery> Received => [.. connector.Deliveries.Where(delivery => delivery.Conversation == Person.Conversation)];

    /// <summary>The messages as they stand now, oldest first.</summary>
    public IReadOnlyList<Delivery> Messages => connector.Messages(Person.Conversation);

    /// <summary>Types a message; in a channel the bot is mentioned.</summary>
    public Task<Turn> SendTextAsync(string text)
    {
        var activity = Person.Activity("message", connector.ServiceUrl);
        activity["textFormat"] = "plain";
        activity["text"] = Person.IsInChannel ? $"<at>{Person.BotName}</at> {text}" : text;
        if (Person.IsInChannel)
        {
            activity["entities"]!.AsArray().Add(Person.MentionOfTheBot());
        }

        return PostAsync(activity);
    }

    /// <summary>Fills the newest card in that has such a button, and presses it: a message with a value and no text.</summary>
    /// <param name="verb">The <c>verb</c> in the button's data.</param>
    /// <param name="inputs">Answers by input id; those not given keep the card's own value.</param>
    /// <exception cref="TourException">No card has such a button.</exception>
    public Task<Turn> SubmitAsync(string verb, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var (message, card, action) = Find("Action.Submit", verb);
        return SubmitValueAsync(CardReading.Data(card, action, inputs ?? EmptyInputs), message.ActivityId);
    }

    /// <summary>Sends a value as a pressed submit does, whatever stands in it.</summary>
    public Task<Turn> SubmitValueAsync(JsonObject value, string? replyToId = null)
    {
        var activity = Person.Activity("message", connector.ServiceUrl);
        activity["replyToId"] = replyToId;
        activity["value"] = value.DeepClone();
        return PostAsync(activity);
    }

    /// <summary>Presses an Action.Execute of the newest card that has it; the answer's card replaces that card for this person.</summary>
    /// <param name="verb">The action's verb.</param>
    /// <param name="inputs">Answers by input id; those not given keep the card's own value.</param>
    /// <exception cref="TourException">No card has such a button.</exception>
    public async Task<Turn> InvokeAsync(string verb, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var (message, card, action) = Find("Action.Execute", verb);
        var turn = await InvokeValueAsync(verb, CardReading.Data(card, action, inputs ?? EmptyInputs), message.ActivityId);
        if (turn.ReplyCard is { } reply)
        {
            replaced[message.ActivityId] = (reply, Versions(message));
        }

        return turn;
    }

    /// <summary>Sends an invoke as a pressed execute does, whatever stands in its data.</summary>
    public Task<Turn> InvokeValueAsync(string verb, JsonObject data, string? replyToId = null)
    {
        var activity = Person.Activity("invoke", connector.ServiceUrl);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = replyToId;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        };
        return PostAsync(activity);
    }

    /// <summary>Tells the bot that it and the person have come together, as every client does at least once.</summary>
    public Task<Turn> ArriveAsync()
    {
        var activity = Person.Activity("conversationUpdate", connector.ServiceUrl);
        activity["membersAdded"] = new JsonArray(Person.AsJson(), Person.BotAsJson());
        return PostAsync(activity);
    }

    /// <summary>Sends any activity.</summary>
    public async Task<Turn> PostAsync(JsonObject activity)
    {
        var before = Received.Count;
        using var content = JsonContent.Create((JsonNode)activity);
        using var answer = await bot.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        var body = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, body, [.. Received.Skip(before)]);
    }

    /// <summary>The newest card that has a button for the verb, as this person sees it; null when there is none.</summary>
    public JsonObject? CardWith(string verb) => Seen().FirstOrDefault(seen => CardReading.Actions(seen.Card).Any(action => CardReading.VerbOf(action) == verb)).Card;

    private static Dictionary<string, string> EmptyInputs { get; } = [];

    private (Delivery Message, JsonObject Card, JsonObject Action) Find(string type, string verb)
    {
        foreach (var (message, card) in Seen())
        {
            if (CardReading.Action(card, type, verb) is { } action)
            {
                return (message, card, action);
            }
        }

        throw new TourException($"No card offers {type} '{verb}'.");
    }

    /// <summary>The cards in this conversation as this person sees them, newest first.</summary>
    private IEnumerable<(Delivery Message, JsonObject Card)> Seen()
    {
        foreach (var message in Messages.Reverse())
        {
            // An update of the message takes the place of what only this person saw.
            if (replaced.TryGetValue(message.ActivityId, out var own) && own.Seen == Versions(message))
            {
                yield return (message, own.Card);
            }
            else if (message.Card is { } card)
            {
                yield return (message, card);
            }
        }
    }

    private int Versions(Delivery message) => Received.Count(delivery => delivery.ActivityId == message.ActivityId);
}
