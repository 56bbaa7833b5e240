using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>What people sent and what they were told was taken: the model that the store is compared with. It knows nothing of the bot's code.</summary>
internal sealed class Ledger(Trace trace)
{
    private const string Answered = "Répondu";

    private readonly List<Submission> submissions = [];
    private readonly List<Act> acts = [];
    private readonly HashSet<(string Code, string Time)> again = [];
    private readonly Dictionary<string, int> once = new(StringComparer.Ordinal);

    /// <summary>The cases that somebody was shown.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>How often somebody asked for a new case.</summary>
    public int Opened { get; set; }

    public IReadOnlyList<Act> Acts => acts;

    /// <summary>Messages beyond the first where one was to be sent.</summary>
    public int Doubled(string kind) => once.Where(message => Is(message.Key, kind)).Sum(message => message.Value - 1);

    /// <summary>How often a clinician had a case posted again, of which nobody knew whether it had arrived.</summary>
    public int PostedAgain => again.Count;

    /// <summary>Posts beyond the first that no clinician asked for.</summary>
    public int DoubledPosts => Doubled(Sent.Post) - once.Where(message => Is(message.Key, Sent.Post) && message.Value > 1)
        .Sum(message => Math.Min(message.Value - 1, again.Count(asked => message.Key.StartsWith($"{Sent.Post}{asked.Code} ", StringComparison.Ordinal))));

    public int AcknowledgedAnswers => submissions.Where(submission => submission.IsAcknowledged).Sum(submission => submission.Inputs.Count);

    /// <summary>Somebody pressed «answer» on a card; no inputs and <paramref name="empties"/> = everything is to be asked anew.</summary>
    public void Submitted(string card, string code, IReadOnlyDictionary<string, string> inputs, bool empties = false) =>
        submissions.Add(new(card, code, inputs, empties));

    /// <summary>A clinician pressed the button that posts a case again.</summary>
    public void AskedAgain(string code, string time) => again.Add((code, time));

    /// <summary>Somebody did something at the board, under words of its own.</summary>
    public Act Acted(string who, string code, string kind, string words)
    {
        var act = new Act(who, code, kind, words);
        acts.Add(act);
        return act;
    }

    /// <summary>Teams shows something new.</summary>
    public void Shown(Message message, bool isNew)
    {
        foreach (var code in message.Card is { } card ? CardReading.Actions(card).Select(action => (action["data"] as JsonObject)?.Text("case")).OfType<string>() : [])
        {
            trace.Meet(code);
            if (!Codes.Contains(code))
            {
                Codes.Add(code);
            }
        }

        trace.Say($"  {(isNew ? "new" : "now")} {message.Id} in {message.Conversation}: {(message.Summary.Length > 0 ? message.Summary : message.Text?.Split('\n')[0])}");
        if (!isNew && message.Summary.StartsWith(Answered, StringComparison.Ordinal))
        {
            var ofCard = submissions.Where(submission => submission.Card == message.Id).ToList();
            if (ofCard.Count > 0 && ofCard.All(submission => submission.Says == ofCard[0].Says))
            {
                ofCard.ForEach(submission => submission.IsAcknowledged = true);
            }
        }

        if (isNew && Sent.NameOf(message.Conversation, message.Activity) is { } name)
        {
            once[name] = once.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>What is wrong with the facts of a case as they are stored.</summary>
    public IEnumerable<string> LostAnswers(string code, JsonObject facts)
    {
        var ofCase = submissions.Where(submission => submission.Code == code).ToList();
        foreach (var path in ofCase.SelectMany(submission => submission.Inputs.Keys).Distinct(StringComparer.Ordinal).Where(path => FactText.Compares(path)))
        {
            var last = ofCase.FindLastIndex(submission => submission.IsAcknowledged && submission.Inputs.ContainsKey(path));
            var stands = FactText.Of(facts, path);
            if (last < 0 || FactText.Of(ofCase[last].Inputs[path]) == stands)
            {
                continue;
            }

            var laterOnes = ofCase.Skip(last + 1).Where(submission => !submission.IsAcknowledged).ToList();
            if (!laterOnes.Any(submission => submission.Empties || (submission.Inputs.TryGetValue(path, out var value) && FactText.Of(value) == stands)))
            {
                yield return $"lost answer: {path} of {trace.Known(code)} was acknowledged as {ofCase[last].Inputs[path]} and is {stands ?? "nothing"}";
            }
        }
    }

    private static bool Is(string name, string kind) => name.StartsWith(kind, StringComparison.Ordinal);

    private sealed record Submission(string Card, string Code, IReadOnlyDictionary<string, string> Inputs, bool Empties)
    {
        public bool IsAcknowledged { get; set; }

        public string Says => string.Join('|', Inputs.OrderBy(input => input.Key, StringComparer.Ordinal).Select(input => $"{input.Key}={input.Value}"));
    }
}

/// <summary>What somebody did at the board.</summary>
/// <param name="Who">Their Entra object id.</param>
/// <param name="Code">The case.</param>
/// <param name="Kind">What.</param>
/// <param name="Words">The comment, which nothing else has.</param>
internal sealed record Act(string Who, string Code, string Kind, string Words)
{
    /// <summary>The client was answered that it was taken.</summary>
    public bool IsAcknowledged { get; set; }
}
