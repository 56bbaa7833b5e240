using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>A clinician in a chat with the bot, who looks at what stands there and does the next thing: mostly what one would, at times something else.</summary>
internal sealed class Clinician(SimulatedWorld world, int acts)
{
    public const string Name = "clinician";
    public const string Chat = BotConversation.PersonalChat + "-" + Name;

    private const int MostCases = 2;

    private static readonly string[] Sessions = ["2026-12-03", "2026-12-10", "2026-12-17"];

    private readonly Person person = new() { Id = "29:" + Name, Name = Name, ObjectId = "object-" + Name, Conversation = Chat };
    private int done;
    private int session;

    public void Wake()
    {
        if (done == acts)
        {
            return;
        }

        var dice = world.Chance.Of(string.Create(CultureInfo.InvariantCulture, $"{Name} {done++}"));
        world.Send(Name, Next(dice), _ => world.Timeline.In(world.Pause(dice), Name, Wake));
    }

    private JsonObject Present(string code) => Execute("case.post", new()
    {
        ["case"] = code,
        ["board"] = SimulatedTeams.Channel,
        ["session"] = Sessions[session],
        ["question"] = "",
    });

    public JsonObject Show(string code) => Execute("case.show", new() { ["case"] = code });

    public JsonObject Say(string text)
    {
        var activity = person.Activity("message", SimulatedWorld.Service);
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return activity;
    }

    /// <summary>The newest message with a button for a verb.</summary>
    public (Message Message, JsonObject Action)? Button(string type, string verb) => world.Teams.In(Chat).Reverse()
        .Where(message => message.Card is not null)
        .Select(message => (Message: message, Action: CardReading.Action(message.Card!, type, verb)!))
        .Where(found => found.Action is not null)
        .Select(found => ((Message, JsonObject)?)found)
        .FirstOrDefault();

    private JsonObject Next(Dice dice)
    {
        var (open, verdict) = (Button("Action.Submit", "answer"), Button("Action.Execute", "case.post"));
        if (open is null && verdict is null)
        {
            return New(world.Ledger.Opened > 0 && dice.Happens(700) ? "reprendre" : "nouveau");
        }

        return open is { } card && (verdict is not { } given || Number(card.Message) > Number(given.Message)) ? OnCard(card.Message, card.Action, dice) : OnVerdict(verdict!.Value.Message, verdict.Value.Action, dice);
    }

    private JsonObject OnCard(Message message, JsonObject button, Dice dice) => dice.Below(100) switch
    {
        < 68 => Answer(message, button, Good(dice)),
        < 76 => Answer(message, button, Bad(dice)),
        < 80 when CardReading.Action(message.Card!, "Action.Submit", "back") is { } back => Submit(message, back, []),
        < 83 when CardReading.Action(message.Card!, "Action.Submit", "restart") is { } restart => Restart(message, restart),
        < 87 => Say("reprendre"),
        < 90 => Say("terminer"),
        < 93 => Old(dice) ?? Say("texte"),
        < 95 => Say("pourquoi"),
        < 98 => Say("suite"),
        _ => Say("hmm"),
    };

    private JsonObject OnVerdict(Message message, JsonObject button, Dice dice) => dice.Below(100) switch
    {
        < 50 when CardReading.Actions(message.Card!).FirstOrDefault(action => (action["data"] as JsonObject)?.Text("stage") == "again") is { } again => Again(message, again),
        < 40 => On(message, Present(CardReading.Data(message.Card!, button, None).Text("case")!)),
        < 60 => Say(dice.One("modifier plaquettes", "modifier intensité", "modifier la lésion et le but")),
        < 65 when session < Sessions.Length - 1 && world.Posted > 0 => Later(message, button),
        < 72 => New("nouveau"),
        < 80 => Say("dossiers"),
        < 88 => On(message, Execute("case.edit", CardReading.Data(message.Card!, button, None))),
        _ => Say("texte"),
    };

    private JsonObject Again(Message message, JsonObject button)
    {
        var data = CardReading.Data(message.Card!, button, None);
        world.Ledger.AskedAgain(data.Text("case")!, data.Text("again")!);
        return On(message, Execute("case.post", data));
    }

    private JsonObject Later(Message message, JsonObject button)
    {
        session++;
        return On(message, Present(CardReading.Data(message.Card!, button, None).Text("case")!));
    }

    private JsonObject New(string text)
    {
        if (text == "nouveau" && world.Ledger.Opened >= MostCases)
        {
            return Say("reprendre");
        }

        world.Ledger.Opened += text == "nouveau" ? 1 : 0;
        return Say(text);
    }

    private JsonObject? Old(Dice dice)
    {
        var old = world.OldCards;
        return old.Count == 0 ? null : Value(old[dice.Below(old.Count)], replyTo: null);
    }

    private JsonObject Answer(Message message, JsonObject button, Dictionary<string, string> facts)
    {
        var data = CardReading.Data(message.Card!, button, facts);
        var inputs = CardReading.Inputs(message.Card!).Select(input => input.Text("id")!).Where(data.ContainsKey).ToDictionary(id => id, id => data.Text(id)!, StringComparer.Ordinal);
        world.Ledger.Submitted(message.Id, data.Text("case")!, inputs);
        return Value(data, message.Id);
    }

    private JsonObject Restart(Message message, JsonObject button)
    {
        world.Ledger.Submitted(message.Id, CardReading.Data(message.Card!, button, None).Text("case")!, None, empties: true);
        return Submit(message, button, []);
    }

    private JsonObject Submit(Message message, JsonObject button, Dictionary<string, string> inputs) => Value(CardReading.Data(message.Card!, button, inputs), message.Id);

    private JsonObject Value(JsonObject value, string? replyTo)
    {
        var activity = person.Activity("message", SimulatedWorld.Service);
        activity["replyToId"] = replyTo;
        activity["value"] = value.DeepClone();
        world.OldCards.Add((JsonObject)value.DeepClone());
        return activity;
    }

    /// <summary>A button of that message is pressed.</summary>
    private static JsonObject On(Message message, JsonObject activity)
    {
        activity["replyToId"] = message.Id;
        return activity;
    }

    private JsonObject Execute(string verb, JsonObject data) => SimulatedWorld.Execute(person, verb, data);

    private static Dictionary<string, string> Good(Dice dice) => new(TypicalCase.Facts, StringComparer.Ordinal)
    {
        ["pain.intensity"] = dice.Below(11).ToString(CultureInfo.InvariantCulture),
        ["patient.plateletsPerMm3"] = string.Create(CultureInfo.InvariantCulture, $"{30 + dice.Below(270)} 000"),
        ["patient.prothrombinRatioPercent"] = (40 + dice.Below(60)).ToString(CultureInfo.InvariantCulture),
        ["lesion.label"] = dice.One("L1", "L2", "L3", "L4"),
        ["pain.control"] = dice.One("poorlyControlled", "wellControlled"),
        ["plan.procedureAt"] = dice.One("2026-12-05", "2026-12-10", "2026-12-14", "2026-12-21"),
    };

    private static Dictionary<string, string> Bad(Dice dice)
    {
        var facts = Good(dice);
        foreach (var (id, value) in new[] { ("lesion.matrix", "granite"), ("pain.intensity", "beaucoup"), ("patient.plateletsPerMm3", "800"), ("aspirin.dailyDoseMg", "75 kg") })
        {
            facts[id] = value;
        }

        return facts;
    }

    private static Dictionary<string, string> None => [];

    private static int Number(Message message) => int.Parse(message.Id, CultureInfo.InvariantCulture);
}
