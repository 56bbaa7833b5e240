using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Opens a case from one typed line, and says back what was understood of it.</summary>
internal sealed class QuickStart(Desk desk)
{
    public QuickLine Read(string typed) => QuickLine.Read(typed, desk.Files.Today, desk.Settings.Zone);

    public async Task<CaseFile> OpenAsync(ITurnContext turn, QuickLine line, Language language, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(turn, language, cancellationToken);
        if (line.IsEmpty)
        {
            return file;
        }

        var outcome = QuickFill.Into(file, line, desk.Bedside);
        await turn.SayAsync(TypedEcho.Of(outcome, [], language), cancellationToken);
        return outcome.File;
    }
}
