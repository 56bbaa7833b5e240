using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Faults.Tests.World;

/// <summary>
/// One clinician's interview, from «nouveau» to two opinions of the board. What was sent and never answered is sent again, under the
/// same id, as Teams does; what was answered with an excuse is asked for again, as people do.
/// </summary>
internal sealed class Story(FakeConnector connector, int number, Chance chance, DateOnly today)
{
    private const int MostTurns = 400;
    private const string Answered = "Répondu";

    private static readonly string[] Opinions = ["favourable", "favourableWithConditions", "unfavourable", "moreInformation"];

    private readonly Dictionary<string, string> facts = FactsFor(chance.Of(FormattableString.Invariant($"facts {number}")), today);
    private readonly List<Submission> submissions = [];
    private readonly List<(string Words, bool IsAcknowledged)> opinions = [];
    private readonly HashSet<string> again = new(StringComparer.Ordinal);
    private readonly Person person = new()
    {
        Id = FormattableString.Invariant($"29:clinician-{number % People}"),
        Name = "Clinician",
        ObjectId = FormattableString.Invariant($"object-{number}"),
        Conversation = FormattableString.Invariant($"{BotConversation.PersonalChat}-{number}"),
    };

    private JsonObject? unanswered;
    private int answeredTo;
    private int turns;
    private bool asksForTheList;

    /// <summary>So many people stand in the roster.</summary>
    public const int People = 8;

    public string Owner => person.ObjectId;

    public string Chat => person.Conversation;

    public string? Code { get; private set; }

    /// <summary>How often a new case was asked for.</summary>
    public int Opened { get; private set; }

    /// <summary>Its list of cases has shown the case, and both opinions were taken.</summary>
    public bool IsOver { get; private set; }

    public bool IsPosted { get; private set; }

    /// <summary>How often the clinician had the case posted again, as nobody knew whether it had arrived.</summary>
    public int AskedAgain => again.Count;

    /// <summary>The case does not stand in the channel, and its card offers to post it again.</summary>
    public bool MayAskAgain => IsPosted && !Posts.Any() && OfferToPostAgain() is not null;

    /// <summary>How many turns were answered.</summary>
    public int Turns => turns;

    /// <summary>How often the bot or its database ended while this was going on.</summary>
    public int Faults { get; private set; }

    /// <summary>The last thing that was sent was answered with an excuse, or with a word that it was taken before.</summary>
    public bool IsExcused { get; private set; }

    public int AcknowledgedAnswers => submissions.Where(submission => submission.IsAcknowledged).Sum(submission => submission.Inputs.Count);

    public IEnumerable<Submission> Acknowledged => submissions.Where(submission => submission.IsAcknowledged);

    public IReadOnlyList<(string Words, bool IsAcknowledged)> Given => opinions;

    /// <summary>Whether it goes on to the board; else it ends with the verdict.</summary>
    public bool Presents { get; init; } = true;

    private IEnumerable<Delivery> Cards => connector.Messages(Chat).Where(message => message.Card is not null);

    /// <summary>Where the case stands in the board's channel.</summary>
    public IEnumerable<Delivery> Posts => connector.Deliveries.Where(delivery => delivery is { IsUpdate: false, Card: { } card }
        && delivery.Conversation.StartsWith(BotSettingsHere.ChannelId + ";messageid=", StringComparison.Ordinal) && CodeOn(card) == Code);

    /// <summary>Sends the next thing, or what nobody answered.</summary>
    /// <returns>False where there is nothing to do before the bot has done something.</returns>
    /// <exception cref="HttpRequestException">The bot ended before it answered.</exception>
    public async Task<bool> GoOnAsync(BotProcess bot)
    {
        if ((unanswered ??= Next()) is not { } activity)
        {
            return false;
        }

        var before = connector.Deliveries.Count(delivery => delivery.Conversation == Chat);
        var (status, reply) = await bot.PostAsync(activity);
        unanswered = null;
        if (++turns > MostTurns)
        {
            throw new InvalidOperationException($"The interview {Code} does not come to an end; the last message was {connector.Messages(Chat)[^1].Activity}.");
        }

        Learn(activity, status, reply, [.. connector.Deliveries.Where(delivery => delivery.Conversation == Chat).Skip(before)]);
        return true;
    }

    /// <summary>The bot or its database ends now.</summary>
    public void Hit() => Faults++;

    private JsonObject? Next()
    {
        if (asksForTheList)
        {
            return Say("dossiers");
        }

        if (IsPosted)
        {
            return Posts.LastOrDefault() is { } post ? Opine(post) : OfferToPostAgain() is { } offer ? PostAgain(offer) : null;
        }

        foreach (var message in Cards.Reverse().Where(message => Number(message) > answeredTo))
        {
            if (CardReading.Action(message.Card!, "Action.Submit", "answer") is { } button)
            {
                return Answer(message, button);
            }

            if (CardReading.Action(message.Card!, "Action.Execute", "case.post") is not null)
            {
                asksForTheList = !Presents;
                return Presents ? Post(message) : Say("dossiers");
            }
        }

        // Where nothing is known of a case that was asked for, either word brings it.
        var isNew = Code is null && (Opened == 0 || turns % 2 == 0);
        Opened += isNew ? 1 : 0;
        return Say(isNew ? "nouveau" : "reprendre");
    }

    private JsonObject Answer(Delivery message, JsonObject button)
    {
        var data = CardReading.Data(message.Card!, button, facts);
        Code = data.Text("case");
        var inputs = CardReading.Inputs(message.Card!).Select(input => input.Text("id")!).Where(data.ContainsKey).ToDictionary(id => id, id => data.Text(id)!, StringComparer.Ordinal);
        submissions.Add(new(message.ActivityId, data.Text("case")!, inputs));
        var activity = person.Activity("message", connector.ServiceUrl);
        activity["replyToId"] = message.ActivityId;
        activity["value"] = data;
        return activity;
    }

    private JsonObject Post(Delivery verdict)
    {
        var activity = Execute(person, "case.post", new()
        {
            ["case"] = Code,
            ["board"] = BotSettingsHere.ChannelId,
            ["session"] = today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["question"] = "",
        });
        activity["replyToId"] = verdict.ActivityId;
        return activity;
    }

    /// <summary>What the verdict's card offers and was not taken yet.</summary>
    private JsonObject? OfferToPostAgain() => Cards
        .SelectMany(message => CardReading.Actions(message.Card!))
        .Where(action => CardReading.VerbOf(action) == "case.post")
        .Select(action => action["data"]!.AsObject())
        .LastOrDefault(data => data.Text("stage") == "again" && !again.Contains(data["again"]!.ToString()));

    private JsonObject PostAgain(JsonObject offer)
    {
        again.Add(offer["again"]!.ToString());
        return Execute(person, "case.post", offer.DeepClone().AsObject());
    }

    private JsonObject Opine(Delivery post)
    {
        var words = FormattableString.Invariant($"opinion {opinions.Count} of {number}.");
        opinions.Add((words, false));
        var member = new Person
        {
            Id = FormattableString.Invariant($"29:clinician-{(number + opinions.Count) % People}"),
            Name = "Member",
            ObjectId = FormattableString.Invariant($"object-of-the-board-{(number + opinions.Count) % People}"),
            Conversation = post.Conversation,
        };
        return Execute(member, "board.opinion", new()
        {
            ["case"] = Code,
            ["opinion"] = Opinions[(number + opinions.Count) % Opinions.Length],
            ["specialty"] = "oncology",
            ["comment"] = words,
        });
    }

    private void Learn(JsonObject activity, int status, JsonObject? reply, List<Delivery> came)
    {
        var isTaken = (int?)reply?["statusCode"] == 200;
        IsExcused = activity.Text("type") == "invoke" ? !isTaken : !came.Exists(delivery => delivery.Card is not null || delivery.Text?.StartsWith("- **CB-", StringComparison.Ordinal) is true);
        if (activity.Text("type") != "invoke")
        {
            if (asksForTheList && activity.Text("text") == "dossiers")
            {
                IsOver = came.Any(delivery => delivery.Text?.Contains(Code!, StringComparison.Ordinal) is true);
            }
            else if (activity["value"] is not null)
            {
                LearnOfAnswer(activity.Text("replyToId")!, status, came);
            }
        }
        else if (activity["value"]!["action"]!["verb"]!.ToString() == "case.post")
        {
            IsPosted |= isTaken;
            if (!isTaken && activity["value"]!["action"]!["data"]!["again"] is { } refused)
            {
                again.Remove(refused.ToString());
            }
        }
        else
        {
            opinions[^1] = (opinions[^1].Words, isTaken);
            asksForTheList = opinions.Count(opinion => opinion.IsAcknowledged) == 2;
        }
    }

    /// <summary>An answer is taken when its card says so, when the next one stands there, or when nothing else was said.</summary>
    private void LearnOfAnswer(string card, int status, List<Delivery> came)
    {
        var submission = submissions.Last(one => one.Card == card);
        submission.IsAcknowledged = Cards.Any(message => Number(message) > Number(card))
            || connector.Messages(Chat).First(message => message.ActivityId == card).Summary?.StartsWith(Answered, StringComparison.Ordinal) is true
            || (status == 200 && !came.Exists(delivery => delivery.Text is not null));
        answeredTo = Math.Max(answeredTo, Number(card));
    }

    private JsonObject Say(string text)
    {
        var activity = person.Activity("message", connector.ServiceUrl);
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return activity;
    }

    private JsonObject Execute(Person who, string verb, JsonObject data)
    {
        var activity = who.Activity("invoke", connector.ServiceUrl);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return activity;
    }

    private static string? CodeOn(JsonObject card) => CardReading.Actions(card).Select(action => (action["data"] as JsonObject)?.Text("case")).FirstOrDefault(code => code is not null);

    private static int Number(Delivery message) => Number(message.ActivityId);

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> FactsFor(Dice dice, DateOnly today) => new(TypicalCase.Facts, StringComparer.Ordinal)
    {
        ["pain.intensity"] = dice.Below(11).ToString(CultureInfo.InvariantCulture),
        ["patient.plateletsPerMm3"] = FormattableString.Invariant($"{60 + dice.Below(240)} 000"),
        ["patient.prothrombinRatioPercent"] = (60 + dice.Below(40)).ToString(CultureInfo.InvariantCulture),
        ["patient.bloodsOn"] = today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["lesion.label"] = dice.One("L1", "L2", "L3", "L4"),
        ["plan.procedureAt"] = today.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

/// <summary>What somebody sent from a card.</summary>
/// <param name="Card">The card's message.</param>
/// <param name="Code">The case.</param>
/// <param name="Inputs">The answers.</param>
internal sealed record Submission(string Card, string Code, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>The bot said that it was taken.</summary>
    public bool IsAcknowledged { get; set; }
}
