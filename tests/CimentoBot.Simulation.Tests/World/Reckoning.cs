using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>Compares what the store holds and what Teams shows, after quiet, with what people were told.</summary>
internal sealed partial class Reckoning(SimulatedWorld world, BotProcess bot, Network network, Clinician clinician, IReadOnlyList<BoardMember> members)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Faults()
    {
        world.Ask(Clinician.Name, clinician.Say("dossiers"));
        var faults = new List<string>();
        foreach (var code in world.Ledger.Codes)
        {
            faults.AddRange(world.Ledger.LostAnswers(code, FactsOf(code)));
            if (Result(bot.Service<BoardCases>().FindAsync(code, CancellationToken.None)) is { } board)
            {
                faults.AddRange(AtTheBoard(board));
            }
        }

        faults.AddRange(Doubles());
        var later = world.Timeline.Now + TimeSpan.FromSeconds(30);
        faults.AddRange(Result(bot.Service<IOutbox>().DueAsync(later, 10, CancellationToken.None)).Select(left => $"not sent after quiet: {left.Kind}, {left.Attempts} attempts"));
        return faults;
    }

    private JsonObject FactsOf(string code) => CaseWriter.Write(Result(bot.Service<Desk>().Files.FindAsync(code, CancellationToken.None))!.Facts);

    private IEnumerable<string> Doubles()
    {
        foreach (var (kind, times) in new[]
            { (Sent.Post, world.Ledger.DoubledPosts), (Sent.Reminder, world.Ledger.Doubled(Sent.Reminder)), (Sent.Agenda, world.Ledger.Doubled(Sent.Agenda)) })
        {
            if (times > 0)
            {
                yield return $"doubled: {times} {kind}";
            }
        }

        foreach (var message in network.AnsweredAgain)
        {
            yield return $"doubled: {message} was answered again";
        }

        var cases = Result(bot.Service<ICaseStore>().ListAsync("object-" + Clinician.Name, 100, CancellationToken.None)).Count;
        if (cases > world.Ledger.Opened)
        {
            yield return $"doubled: {cases} cases, {world.Ledger.Opened} were asked for";
        }
    }

    private IEnumerable<string> AtTheBoard(BoardCase board)
    {
        var name = world.Trace.Known(board.Code);
        var kept = board.Opinions.Select(opinion => (opinion.By, Words: opinion.Comment, Kind: "board.opinion"))
            .Concat(board.SignOffs.Select(signed => (signed.By, Words: signed.Reason, Kind: "board.signoff")))
            .Concat(board.Closings.Select(closing => (closing.By, Words: closing.Text, Kind: "board.close"))).ToList();
        foreach (var act in world.Ledger.Acts.Where(act => act.Code == board.Code))
        {
            var times = kept.Count(one => one == (act.Who, act.Words, act.Kind));
            if (times > 1 || (times == 0 && act.IsAcknowledged))
            {
                yield return $"{act.Kind} «{act.Words}» on {name} is kept {times} times, {(act.IsAcknowledged ? "" : "not ")}acknowledged";
            }
        }

        foreach (var ofPerson in world.Ledger.Acts.Where(act => act.Code == board.Code).GroupBy(act => act.Who))
        {
            var inOrder = ofPerson.ToList();
            var opinion = board.LastOpinions.SingleOrDefault(opinion => opinion.By == ofPerson.Key)?.Comment;
            if (IsOvertaken(opinion, [.. inOrder.Where(act => act.Kind == "board.opinion")]))
            {
                yield return $"the opinion of {ofPerson.Key} on {name} that counts is an earlier one";
            }

            foreach (var signed in board.SignOffs.Where(signed => signed.By == ofPerson.Key).GroupBy(signed => signed.Role))
            {
                var words = signed.Select(one => one.Reason).ToHashSet(StringComparer.Ordinal);
                if (IsOvertaken(signed.Last().Reason, [.. inOrder.Where(act => act.Kind == "board.signoff" && words.Contains(act.Words))]))
                {
                    yield return $"the signature of {ofPerson.Key} as {signed.Key} on {name} that counts is an earlier one";
                }
            }
        }

        foreach (var fault in OnTheCards(board, name))
        {
            yield return fault;
        }
    }

    /// <summary>Whether somebody has said something else since, and was told that it was taken.</summary>
    private static bool IsOvertaken(string? counts, List<Act> inOrder) =>
        inOrder.Skip(inOrder.FindIndex(act => act.Words == counts) + 1).Any(act => act.IsAcknowledged);

    /// <summary>The channel shows what stands in the store, and so does the clinician's chat.</summary>
    private IEnumerable<string> OnTheCards(BoardCase board, string name)
    {
        var file = Result(bot.Service<Desk>().Files.FindAsync(board.Code, CancellationToken.None))!;
        if (file.Post is not { } post)
        {
            yield break;
        }

        if (post is { Message: null, Refused: not null } || board.Standing is { Accepts: false })
        {
            // The channel refused the case, and the clinician's card says what can be done; or the board did, and it is no longer followed.
            yield break;
        }

        if (post is { Message: null, Unanswered: not null })
        {
            world.Unanswered++;
            foreach (var fault in OnTheClinicians(board, file, name))
            {
                yield return fault;
            }

            yield break;
        }

        if (world.Teams.Posts.FirstOrDefault(message => message.Id == post.Message) is not { } shown)
        {
            yield return $"{name} is presented and stands nowhere";
            yield break;
        }

        if (network.Refusing.Contains(shown.Conversation))
        {
            // A rewriting that was forbidden is not tried again until something happens there.
            world.Ask(members[0].Name, members[0].Like(shown));
        }

        var asked = Text(world.Ask(members[0].Name, members[0].Show(shown, board.Code))?["value"]);
        if (asked != Text(shown.Card))
        {
            yield return $"the channel's card of {name} is not what the store holds:{Difference(Text(shown.Card), asked)}";
        }

        foreach (var fault in OnTheClinicians(board, file, name))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> OnTheClinicians(BoardCase board, CaseFile file, string name)
    {
        if (file.Status is CaseStatus.Finished && file.OpenCard is { } open && !network.Refusing.Contains(Clinician.Chat)
            && world.Teams.In(Clinician.Chat).FirstOrDefault(message => message.Id == open)?.Card is { } verdict
            && Text(world.Ask(Clinician.Name, clinician.Show(board.Code))?["value"]) is var now && now != Text(verdict))
        {
            yield return $"the clinician's card of {name} is not what the store holds:{Difference(Text(verdict), now)}";
        }
    }

    /// <summary>A card but for the day on which it was drawn, and the earliest date, which moves with it and is followed only once a hold was missed.</summary>
    private static string Text(JsonNode? card) => Drawn().Replace(card?.ToJsonString(Plain) ?? "nothing", "");

    private static string Difference(string shown, string asked)
    {
        var at = shown.Zip(asked).TakeWhile(characters => characters.First == characters.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 200)];
        return $"\n    shown {Around(shown)}\n    store {Around(asked)}";
    }

    [GeneratedRegex(@"(lun|mar|mer|jeu|ven|sam|dim)\. [0-9]+(er)? [^ ]+ 2026|(Première date possible|geste à partir du)[^""]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Drawn();

    private static T Result<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
