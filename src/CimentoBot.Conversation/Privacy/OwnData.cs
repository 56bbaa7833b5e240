using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Privacy;

/// <summary>Gives people what is kept about them, and forgets them.</summary>
public sealed class OwnData(Desk desk, BoardCases boards, IPersonalData data, IAudit audit, TimeProvider clock)
{
    private static readonly string[] Yes = ["oui", "yes"];

    /// <summary>Answers <c>exporter</c> and <c>oublier</c>.</summary>
    /// <returns>Whether whoever asked was forgotten.</returns>
    internal async Task<bool> AnswerAsync(ITurnContext turn, Command command, Language language, CancellationToken cancellationToken)
    {
        var person = Desk.UserOf(turn.Activity);
        if (command.Kind is CommandKind.Export)
        {
            await ExportAsync(turn, person, language, cancellationToken);
            return false;
        }

        if (!Yes.Contains(Fold.Text(command.Argument), StringComparer.Ordinal))
        {
            await turn.SayAsync(await AskedAsync(person, cancellationToken), language, cancellationToken);
            return false;
        }

        var forgotten = await data.ForgetAsync(
            new(
                person,
                turn.Activity.Conversation.Id,
                clock.GetUtcNow(),
                (own, board, pseudonym) => desk.Files.Write(Pseudonymous.Case(desk.Files.Read(own), boards.Read(board), pseudonym)),
                (board, pseudonym, isOwn) => boards.Write(Pseudonymous.Board(boards.Read(board), person, pseudonym, isOwn))),
            cancellationToken);
        await turn.SayAsync(PrivacyWords.Forgotten(forgotten), language, cancellationToken);
        return true;
    }

    private async Task<Phrase> AskedAsync(string person, CancellationToken cancellationToken)
    {
        var kept = await data.FindAsync(person, cancellationToken);
        var own = kept.Boards.Count(board => kept.Cases.Any(started => started.Code == board.Code));
        return PrivacyWords.Asked(new(kept.Cases.Count - own, own, kept.Boards.Count - own));
    }

    private async Task ExportAsync(ITurnContext turn, string person, Language language, CancellationToken cancellationToken)
    {
        var kept = await data.FindAsync(person, cancellationToken);
        await audit.AddAsync(new(person, AuditAction.Export, "", clock.GetUtcNow()), cancellationToken);
        await turn.SayAsync(PrivacyWords.Exported, language, cancellationToken);
        foreach (var message in OwnDataExport.Messages(person, kept, boards.Read))
        {
            await turn.SayAsync(message, cancellationToken);
        }
    }
}
