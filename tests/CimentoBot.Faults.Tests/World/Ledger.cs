using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Faults.Tests.World;

/// <summary>What people were told was taken, and how often messages came; compared with what the store holds.</summary>
internal sealed class Ledger
{
    private readonly List<Story> stories = [];
    private readonly List<string> faults = [];

    private int once;
    private int doubled;
    private int mostTimes;
    private int postedAgain;

    public int Answers => stories.Sum(story => story.AcknowledgedAnswers);

    /// <summary>An interview is over: its messages are counted and forgotten.</summary>
    public void Close(Story story, FakeConnector connector)
    {
        stories.Add(story);
        var posts = story.Posts.ToList();
        var cards = connector.Deliveries.Where(delivery => delivery.Conversation == story.Chat && !delivery.IsUpdate).Select(NameOf).OfType<string>().CountBy(name => name);
        foreach (var (name, times) in cards)
        {
            Count(name, times, 1 + story.Faults, story);
        }

        if (story.Presents)
        {
            Count("the post of " + story.Code, posts.Count, 1 + story.AskedAgain, story);
            postedAgain += story.AskedAgain;
        }

        foreach (var conversation in posts.Select(post => post.Conversation).Append(story.Chat))
        {
            connector.Forget(conversation);
        }
    }

    private void Count(string name, int times, int most, Story story)
    {
        once++;
        doubled += times - 1;
        mostTimes = Math.Max(mostTimes, times);
        if (times < 1 || times > most)
        {
            faults.Add(FormattableString.Invariant($"{name} came {times} times; {story.Faults} times something ended meanwhile, {story.AskedAgain} times it was asked for again"));
        }
    }

    public async Task<IReadOnlyList<string>> FaultsAsync(Store store)
    {
        var cases = await store.BodiesAsync("cases");
        var ofOwner = cases.ToLookup(row => row.Owner, StringComparer.Ordinal);
        var facts = cases.ToDictionary(row => row.Code, row => JsonNode.Parse(row.Body)!["facts"]!.AsObject(), StringComparer.Ordinal);
        var boards = (await store.BodiesAsync("boards")).ToDictionary(row => row.Code, row => row.Body, StringComparer.Ordinal);
        foreach (var story in stories)
        {
            if (ofOwner[story.Owner].Count() > story.Opened)
            {
                faults.Add(FormattableString.Invariant($"{story.Owner} asked for {story.Opened} cases and has {ofOwner[story.Owner].Count()}"));
            }

            faults.AddRange(story.Acknowledged.SelectMany(submission => Lost(submission, facts.GetValueOrDefault(submission.Code))));
            faults.AddRange(story.Given.SelectMany(opinion => Wrong(opinion, boards.GetValueOrDefault(story.Code!) ?? "")));
        }

        return faults;
    }

    public override string ToString() =>
        $"{stories.Count} interviews in {stories.Sum(story => story.Turns)} turns, {Answers} acknowledged answers, {stories.Sum(story => story.Given.Count(opinion => opinion.IsAcknowledged))} opinions, "
        + $"{once} messages that are sent once, {doubled} of them again, none more than {mostTimes} times; {postedAgain} cases were asked to be posted again.";

    private static IEnumerable<string> Lost(Submission submission, JsonObject? facts) => submission.Inputs
        .Where(input => FactText.Compares(input.Key) && (facts is null || FactText.Of(facts, input.Key) != FactText.Of(input.Value)))
        .Select(input => $"lost: {input.Key} of {submission.Code} was acknowledged as {input.Value} and is {(facts is null ? "gone" : FactText.Of(facts, input.Key))}");

    private static IEnumerable<string> Wrong((string Words, bool IsAcknowledged) opinion, string board)
    {
        var times = board.Split($"\"{opinion.Words}\"").Length - 1;
        return times > 1 || (times == 0 && opinion.IsAcknowledged) ? [FormattableString.Invariant($"«{opinion.Words}» is kept {times} times")] : [];
    }

    /// <summary>A card of an interview is known by its step and revision.</summary>
    private static string? NameOf(Delivery delivery)
    {
        var data = delivery.Card is { } card && CardReading.Action(card, "Action.Submit", "answer") is { } button ? button["data"] as JsonObject : null;
        return data is null ? null : $"card {data.Text("case")} {data.Text("step")} {data["revision"]}";
    }
}
