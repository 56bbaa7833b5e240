using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Opens a case from one typed line.</summary>
internal sealed class QuickStart(Desk desk)
{
    public QuickLine Read(string typed) => QuickLine.Read(typed, desk.Files.Today, desk.Settings.Zone);

    /// <summary>The case with what the line states, and what to say back of it. One that an earlier delivery of the line has opened, and that went on since, stays as it is.</summary>
    public async Task<(CaseFile File, TypedOutcome? Understood)> OpenAsync(ITurnContext turn, QuickLine line, Language language, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(turn, language, cancellationToken);
        if (line.IsEmpty || file.Step.Length > 0)
        {
            return (file, null);
        }

        var outcome = QuickFill.Into(file, line, desk.Bedside);
        return (outcome.File, outcome);
    }
}
