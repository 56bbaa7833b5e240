using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Recall;

namespace CimentoBot.Commands;

/// <summary><c>recall &lt;rule id&gt;</c>: lists the open cases that a rule touches, and ends.</summary>
internal static class RecallCommand
{
    private const string Name = "recall";

    /// <summary>What stands behind the command's name, without settings of the form <c>--Key=value</c>; null where another thing was asked.</summary>
    public static IReadOnlyList<string>? Read(string[] args) => CommandLine.WordsBehind(Name, args);

    /// <param name="services">The bot's services, storage prepared.</param>
    /// <param name="asked">What stands behind the command's name.</param>
    /// <param name="output">Where the list goes.</param>
    /// <param name="errors">Where goes what is wrong.</param>
    /// <returns>The exit code: 0, or 1 where no rule was named or none bears that id.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> asked, TextWriter output, TextWriter errors)
    {
        var language = services.GetRequiredService<BotSettings>().DefaultLanguage;
        if (asked is not [var rule] || string.IsNullOrWhiteSpace(rule))
        {
            await errors.WriteLineAsync(RecallWords.Usage.In(language));
            return 1;
        }

        var answer = await services.GetRequiredService<RuleRecall>().FindAsync(rule.Trim(), language, CancellationToken.None);
        await (answer.Good ? output : errors).WriteLineAsync(answer.Text);
        return answer.Good ? 0 : 1;
    }
}
