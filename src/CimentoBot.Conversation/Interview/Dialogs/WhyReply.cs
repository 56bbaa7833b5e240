using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>The answer to <c>pourquoi</c>: of the case that is worked on or of the one whose code is typed, as a whole or of what is named.</summary>
internal sealed class WhyReply(Desk desk)
{
    public async Task SayAsync(ITurnContext turn, CaseFile? active, string argument, Language language, CancellationToken cancellationToken)
    {
        var code = CaseCode.In(argument);
        var file = code is null ? active : await desk.Files.FindAsync(code, cancellationToken);
        if (file is null || file.Owner != Desk.UserOf(turn.Activity) || (code is null && file.Status is CaseStatus.Cancelled))
        {
            await turn.SayAsync(code is null ? Say.NoInterview : Say.NoSuchCase, language, cancellationToken);
            return;
        }

        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            await turn.SayAsync(SuspensionWords.Notice(reason), language, cancellationToken);
            return;
        }

        var asked = code is null ? argument : argument.Replace(code, "", StringComparison.OrdinalIgnoreCase);
        await turn.SayAsync(Text(file, asked, desk.Bedside, language), cancellationToken);
    }

    /// <summary>Why a case gets its verdict, or why what was named holds or not.</summary>
    internal static string Text(CaseFile file, string asked, Steps.Bedside bedside, Language language)
    {
        var assessment = bedside.Assessor.Assess(file.Facts, bedside.Today);
        var words = new FactWords(file.Facts, bedside.Assessor.HoldsOf(file.Facts, bedside.Today), language);
        return asked.Trim(' ', '?', '\u00a0').Length == 0
            ? new WhyText(file, assessment, words, language).Whole()
            : new WhyRulesText(file, assessment, words, language).Of(WhyTopic.Of(asked, file.Facts), bedside);
    }
}
