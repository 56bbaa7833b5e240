using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>Plays the typical case: the interview card by card, the verdict, the post to the board's channel.</summary>
internal sealed class TourGuide(BotConversation chat, FakeConnector connector, Dialogue dialogue)
{
    private const int CardsAtMost = 12;
    private const int RoundsAtMost = 4;
    private static readonly TimeSpan PostPatience = TimeSpan.FromSeconds(15);

    /// <exception cref="TourException">A turn failed; the message says which and how.</exception>
    public async Task PlayAsync()
    {
        await InterviewAsync();
        ShowVerdict();
        await PostAsync();
    }

    private async Task InterviewAsync()
    {
        dialogue.You("nouveau");
        Show(Checked(await chat.SendTextAsync("nouveau"), "nouveau"));
        for (var submits = 0; chat.CardWith("answer") is { } card; submits++)
        {
            var title = CardText.Lines(card, unfolded: false).FirstOrDefault(line => line.Length > 0) ?? "?";
            if (submits == CardsAtMost)
            {
                throw new TourException($"{CardsAtMost} cards were answered and the bot still asks: {title}");
            }

            dialogue.You(Answers(card));
            var turn = Checked(await chat.SubmitAsync("answer", TypicalCase.Facts), title);
            if (chat.CardWith("answer") is { } next && CardReading.Errors(next) is { Count: > 0 } errors)
            {
                throw new TourException($"{title}: not taken: {string.Join("; ", errors.Select(error => $"{error.Key}: {error.Value}"))}");
            }

            Show(turn);
        }
    }

    private static IEnumerable<string> Answers(JsonObject card)
    {
        var filled = CardReading.Filled(card, TypicalCase.Facts).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var input in CardReading.Inputs(card).Where(input => filled.ContainsKey(input.Text("id")!)))
        {
            yield return CardText.Answer(input, filled[input.Text("id")!]);
        }

        yield return $"[{CardReading.Action(card, "Action.Submit", "answer")?.Text("title")}]";
    }

    /// <summary>The verdict is shown whole further on.</summary>
    private void Show(Turn turn)
    {
        foreach (var reply in turn.Replies.Where(reply => !IsVerdict(reply)))
        {
            dialogue.Bot(Dialogue.Lines(reply, unfolded: false));
        }
    }

    private static bool IsVerdict(Delivery message) =>
        message.Card is { } card && CardReading.Action(card, "Action.Execute", "case.post") is not null;

    private void ShowVerdict()
    {
        var verdict = chat.Messages.LastOrDefault(IsVerdict)
            ?? throw new TourException("The interview ended without a verdict card that can be presented to the board.");
        if (verdict.Summary?.StartsWith(TypicalCase.Verdict, StringComparison.Ordinal) != true)
        {
            throw new TourException($"The verdict is '{verdict.Summary}', not '{TypicalCase.Verdict}'.");
        }

        dialogue.Bot(Dialogue.Lines(verdict, unfolded: true));
    }

    /// <summary>The form, the preview, the post: each answer of the bot has the same button, until the card is in the channel.</summary>
    private async Task PostAsync()
    {
        Delivery? posted = null;
        for (var round = 0; posted is null && round < RoundsAtMost; round++)
        {
            var card = chat.CardWith("case.post") ?? throw new TourException("No card offers to present the case to the board any more.");
            var action = CardReading.Action(card, "Action.Execute", "case.post") ?? throw new TourException("case.post is no Action.Execute.");
            dialogue.You([.. PostingAnswers(card), $"[{action.Text("title")}]"]);
            var turn = Checked(await chat.InvokeAsync("case.post", TypicalCase.Posting), "case.post", invoke: true);
            if (turn.ReplyCard is { } reply)
            {
                dialogue.Bot(Dialogue.Lines(reply, unfolded: false));
            }

            posted = await connector.WaitForAsync(IsPost, IsFormOrPreview(turn.ReplyCard) ? TimeSpan.Zero : PostPatience);
        }

        dialogue.Channel(Dialogue.Lines(posted ?? throw new TourException("Nothing was posted to the board's channel."), unfolded: false));
        await ShowWhereItWentAsync();
    }

    /// <summary>Once the post is in the channel, the clinician's verdict card is rewritten.</summary>
    private async Task ShowWhereItWentAsync()
    {
        var verdict = chat.Messages.Last(IsVerdict);
        var rewritten = await connector.WaitForAsync(delivery => delivery.IsUpdate && delivery.ActivityId == verdict.ActivityId, PostPatience)
            ?? throw new TourException("The verdict card was not rewritten after the post.");
        dialogue.Bot(Dialogue.Lines(rewritten, unfolded: false));
    }

    /// <summary>A form asks; a preview carries what was asked in its button, to be pressed once more.</summary>
    private static bool IsFormOrPreview(JsonObject? card) => card is not null
        && (CardReading.Inputs(card).Count > 0 || CardReading.Action(card, "Action.Execute", "case.post")?["data"]?["session"] is not null);

    private static IEnumerable<string> PostingAnswers(JsonObject card) => CardReading.Inputs(card)
        .Where(input => TypicalCase.Posting.ContainsKey(input.Text("id")!))
        .Select(input => CardText.Answer(input, TypicalCase.Posting[input.Text("id")!]));

    private static bool IsPost(Delivery delivery) =>
        delivery is { IsMessage: true, Card: not null } && delivery.Conversation.StartsWith(Local.BotSettingsHere.ChannelId, StringComparison.Ordinal);

    private static Turn Checked(Turn turn, string what, bool invoke = false)
    {
        if (!turn.Accepted || turn.ReplyStatus is < 200 or >= 300)
        {
            throw new TourException($"{what}: the bot answered {turn.ReplyStatus} {turn.Body}".TrimEnd());
        }

        return invoke || turn.Deliveries.Count > 0 ? turn : throw new TourException($"{what}: the bot sent nothing.");
    }
}
