using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>Somebody in the board's channel, who acts on the cards that stand there.</summary>
internal sealed class BoardMember(SimulatedWorld world, string name, bool isOwner, int acts)
{
    private int done;
    private int atOnce;

    public string Name => name;

    public bool IsOwner => isOwner;

    public void Wake()
    {
        if (done == acts)
        {
            return;
        }

        var words = string.Create(CultureInfo.InvariantCulture, $"{name} {done++}");
        var dice = world.Chance.Of(words);
        var posts = world.Teams.Presented.ToList();
        if (posts.Count == 0)
        {
            world.Timeline.In(world.Pause(dice) + TimeSpan.FromMinutes(1), name, Wake);
            return;
        }

        var post = posts[dice.Below(posts.Count)];
        var (activity, act) = Next(post, words, dice);
        world.Send(name, activity, reply =>
        {
            Answered(act, reply);
            world.Timeline.In(world.Pause(dice), name, Wake);
        });
    }

    /// <summary>Says something at the same instant as others.</summary>
    public void SayAtOnce(Message post)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{name} at once {atOnce++}");
        var dice = world.Chance.Of(words);
        var (activity, act) = dice.Happens(700) ? Opinion(post, words, dice) : SignOff(post, words, dice);
        world.Send(name, activity, reply => Answered(act, reply), atOnce: true);
    }

    /// <summary>Asks for the card as it is.</summary>
    public JsonObject Show(Message post, string code) => Execute(post, "board.show", new() { ["case"] = code });

    private (JsonObject Activity, Act? Act) Next(Message post, string words, Dice dice) => dice.Below(100) switch
    {
        < 55 => Opinion(post, words, dice),
        < 70 => SignOff(post, words, dice),
        < 80 when isOwner => Press(post, "board.close", words, new()
        {
            ["decision"] = dice.One("accepted", "acceptedWithConditions", "refused", "postponed", "otherTreatment"),
            ["reason"] = "patientWish",
            ["text"] = words,
            ["plannedAt"] = dice.One("2026-12-10", "2026-12-17"),
        }),
        < 88 when isOwner => Press(post, "board.reopen", words, []),
        < 94 => (Execute(post, "board.show", new() { ["case"] = CodeOn(post) }), null),
        _ => (Like(post), null),
    };

    private (JsonObject Activity, Act? Act) Opinion(Message post, string words, Dice dice) => Press(post, "board.opinion", words, new()
    {
        ["opinion"] = dice.One("favourable", "favourableWithConditions", "unfavourable", "moreInformation"),
        ["specialty"] = dice.One("oncology", "radiology", "radiotherapy", "rheumatology", "anaesthesia"),
        ["comment"] = words,
    });

    private (JsonObject Activity, Act? Act) SignOff(Message post, string words, Dice dice) => Press(post, "board.signoff", words, new()
    {
        ["role"] = dice.One("anaesthesia", "prescriber"),
        ["outcome"] = dice.One("agreed", "corrected", "refused"),
        ["reason"] = words,
    });

    private static void Answered(Act? act, JsonObject? reply)
    {
        if (act is not null && (int?)reply?["statusCode"] == 200)
        {
            act.IsAcknowledged = true;
        }
    }

    private (JsonObject Activity, Act? Act) Press(Message post, string verb, string words, JsonObject inputs)
    {
        var code = CodeOn(post);
        var data = CardReading.Action(post.Card!, "Action.Execute", verb)?["data"] is JsonObject own ? (JsonObject)own.DeepClone() : new() { ["case"] = code };
        foreach (var (id, value) in inputs)
        {
            data[id] = value?.DeepClone();
        }

        return (Execute(post, verb, data), inputs.Count == 0 ? null : world.Ledger.Acted("object-" + name, code, verb, words));
    }

    /// <summary>A reaction makes the card be sent again.</summary>
    public JsonObject Like(Message post)
    {
        var activity = Person(post).Activity("messageReaction", SimulatedWorld.Service);
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        activity["replyToId"] = post.Id;
        return activity;
    }

    private JsonObject Execute(Message post, string verb, JsonObject data)
    {
        var activity = SimulatedWorld.Execute(Person(post), verb, data);
        activity["replyToId"] = post.Id;
        return activity;
    }

    private Person Person(Message post) => new() { Id = "29:" + name, Name = name, ObjectId = "object-" + name, Conversation = post.Conversation };

    private static string CodeOn(Message post) => CardReading.Actions(post.Card!).Select(action => (action["data"] as JsonObject)?.Text("case")).First(code => code is not null)!;
}
