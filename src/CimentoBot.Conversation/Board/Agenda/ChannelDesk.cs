using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>What is asked for in a channel and is about no single case: agenda, minutes, settings, help. It shows what the channel's threads show already.</summary>
public sealed class ChannelDesk(
    Desk desk, BoardCases boards, BoardDirectory directory, BoardAgenda agendas, BoardMinutes minutes, BoardSettingsDesk settings, PaperLinks papers)
{
    internal static bool Takes(CommandKind kind) => kind is CommandKind.Agenda or CommandKind.Minutes or CommandKind.Settings;

    internal Task AnswerAsync(ITurnContext turn, CommandKind kind, string argument, Language language, CancellationToken cancellationToken) =>
        kind is CommandKind.Settings
            ? SettingsAsync(turn, argument, language, cancellationToken)
            : OfASessionAsync(turn, kind, argument, language, cancellationToken);

    /// <summary>A welcome, which says how a channel becomes a board where it is none.</summary>
    internal async Task WelcomeAsync(ITurnContext turn, Language language, CancellationToken cancellationToken)
    {
        if (Desk.IsPrivate(turn.Activity))
        {
            await turn.SayAsync(Say.Welcome, language, cancellationToken);
            return;
        }

        var isBoard = BoardDesk.ChannelOf(turn.Activity) is { } channel && await directory.IsBoardAsync(channel, cancellationToken);
        await turn.SayAsync(
            Say.WelcomeInAChannel.In(language) + (isBoard ? "" : "\n\n" + SettingsWords.MakeItABoard.In(language)), cancellationToken);
    }

    /// <summary>The card of a case that is before a board, in text.</summary>
    internal async Task<string> TextOfAsync(string code, Language language, CancellationToken cancellationToken) =>
        BoardLines.TextOf(await ViewAsync(code, language, cancellationToken), language);

    /// <summary>The holds that a typed signature is about, with their dates.</summary>
    internal async Task<string> HoldsOfAsync(string code, Language language, CancellationToken cancellationToken) =>
        AgreementWords.About(await ViewAsync(code, language, cancellationToken), language);

    private async Task<BoardView> ViewAsync(string code, Language language, CancellationToken cancellationToken) =>
        desk.View((await desk.Files.FindAsync(code, cancellationToken))!, (await boards.FindAsync(code, cancellationToken))!, language);

    private async Task OfASessionAsync(ITurnContext turn, CommandKind kind, string argument, Language language, CancellationToken cancellationToken)
    {
        if (BoardDesk.ChannelOf(turn.Activity) is not { } channel || !await directory.IsBoardAsync(channel, cancellationToken))
        {
            await turn.SayAsync(AgendaWords.NotABoard, language, cancellationToken);
            return;
        }

        LocalDate? session = null;
        if (KeyValues.Find(argument, KeyValues.SessionKeys) is { } typed)
        {
            if (DateReader.Read(typed) is not Answer.Understood { Value: LocalDate day })
            {
                await turn.SayAsync(AgendaWords.ADay, language, cancellationToken);
                return;
            }

            session = day;
        }

        foreach (var text in await TextsAsync(kind, channel, session, language, cancellationToken))
        {
            await turn.SayAsync(text, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> TextsAsync(
        CommandKind kind, string channel, LocalDate? session, Language language, CancellationToken cancellationToken) => kind is CommandKind.Agenda
        ? AgendaText.Of(await agendas.OfAsync(channel, session, cancellationToken), language)
        : await minutes.OfAsync(channel, session, cancellationToken) is { } made
            ? [.. MinutesText.Of(made, language), .. Link(new(channel, made.Session, language))]
            : [MinutesWords.NoMinutes.In(language)];

    private IEnumerable<string> Link(MinutesSheet sheet) => papers.Of(sheet) is { } link ? [link] : [];

    private async Task SettingsAsync(ITurnContext turn, string argument, Language language, CancellationToken cancellationToken)
    {
        var asked = SettingsRequest.Read(argument);
        if (argument.Length > 0 && asked.Inputs.Count == 0)
        {
            await turn.SayAsync(SettingsWords.HowTo, language, cancellationToken);
            return;
        }

        var (answer, saved) = await settings.AnswerAsync(turn, asked, cancellationToken);
        if (saved is { } rules)
        {
            await turn.SayAsync(SettingsWords.Now(rules), language, cancellationToken);
        }
        else if (answer.Card is { } card)
        {
            await turn.ShowAsync(card, answer.Summary, cancellationToken);
        }
        else
        {
            await turn.SayAsync(answer.Refusal, language, cancellationToken);
        }
    }
}
