using CimentoBot.Checks;

namespace CimentoBot.Commands;

/// <summary><c>check</c>: says what of the configuration is wrong before anyone talks to the bot, and ends.</summary>
internal static class CheckCommand
{
    private const string Name = "check";
    private const string AfterTheSettings = "once the settings are right";

    public static bool IsAsked(string[] args) => args is [Name, ..];

    /// <param name="bot">What is looked at.</param>
    /// <param name="output">Where the findings go, a line each.</param>
    /// <returns>The exit code: 1 where a finding is wrong, otherwise 0.</returns>
    public static async Task<int> RunAsync(CheckedBot bot, TextWriter output)
    {
        var findings = await FindAsync(bot);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding.ToString());
        }

        return findings.Any(finding => finding.State is FindingState.Wrong) ? 1 : 0;
    }

    private static async Task<List<Finding>> FindAsync(CheckedBot bot)
    {
        var (read, settings) = SettingChecks.Read(bot);
        List<Finding> findings = [read];
        if (settings is not null)
        {
            findings.AddRange(SettingChecks.Of(bot, settings));
            findings.Add(await StorageCheck.RunAsync(settings));
            findings.Add(await PublicUrlCheck.RunAsync(bot, settings));
            findings.Add(await TokenCheck.RunAsync(bot));
        }
        else
        {
            findings.Add(Finding.NotChecked("the rest", AfterTheSettings));
        }

        findings.AddRange(await KeyServerCheck.RunAsync(bot));
        return findings;
    }
}
