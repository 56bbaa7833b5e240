using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using F23.StringSimilarity;
using NodaTime;

namespace CimentoBot.Conversation.Recall;

/// <summary>What a recall found, in words for whoever runs the bot: no identity, no answer.</summary>
/// <param name="Good">False where no rule bears that id.</param>
/// <param name="Text">The list, or what is wrong.</param>
public sealed record RecallAnswer(bool Good, string Text);

/// <summary>Finds the open cases that a rule touches: when a rule proves wrong, these have to be looked at again.</summary>
public sealed class RuleRecall(Desk desk)
{
    private const int MostNear = 3;
    private const double NearEnough = 0.85;

    private static readonly JaroWinkler Likeness = new();

    /// <summary>
    /// A case is touched when the verdict that it was given lists the rule. Where none was given on its answers as they stand, the
    /// rule touches it when it holds today.
    /// </summary>
    /// <param name="id">The rule's id. One that was withdrawn since is known as long as a case was decided under it.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RecallAnswer> FindAsync(string id, Language language, CancellationToken cancellationToken)
    {
        var rule = Guideline.Current.Rules.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        id = rule?.Id ?? id;
        var read = 0;
        var isKnown = rule is not null;
        var touched = new List<string>();
        await foreach (var (code, file) in desk.Files.AllAsync(cancellationToken))
        {
            if (file is null)
            {
                touched.Add($"{code}\t{RecallWords.Illegible.In(language)}\t\t\t");
                continue;
            }

            isKnown |= Lists(file, id);
            if (file.Status is not CaseStatus.Cancelled)
            {
                read++;
                touched.AddRange(IsTouched(file, id) ? [Line(file, language)] : []);
            }
        }

        return isKnown
            ? new(true, string.Join('\n', [RecallWords.Head.In(language), .. touched, RecallWords.Count(touched.Count, read).In(language)]))
            : new(false, RecallWords.NoSuchRule(id, NearTo(id)).In(language));
    }

    private bool IsTouched(CaseFile file, string id) => Lists(file, id)
        || ((file.Decision is null || file.Status is CaseStatus.Open)
            && desk.Assessor.Assess(file.Facts, desk.Files.Today).Findings.Any(finding => finding.Rule.Id == id));

    private static bool Lists(CaseFile file, string id) => file.Decision?.Rules.Contains(id) is true;

    private string Line(CaseFile file, Language language)
    {
        var changed = Instant.FromDateTimeOffset(file.UpdatedAt).InZone(desk.Settings.Zone).Date;
        var day = NodaTime.Text.LocalDatePattern.Iso.Format(file.Decision?.Day ?? changed);
        var status = (file.Status is CaseStatus.Open ? RecallWords.Open : RecallWords.Finished).In(language);
        return file.Decision is { } decision
            ? $"{file.Code}\t{status}\t{day}\t{decision.Verdict.In(language)}\t{decision.Edition} ({decision.Hash})"
            : $"{file.Code}\t{status}\t{day}\t{RecallWords.NoVerdictKept.In(language)}\t–";
    }

    private static IReadOnlyList<string> NearTo(string id) => [.. Guideline.Current.Rules
        .Select(rule => (rule.Id, Likeness: id.Length > 0 && rule.Id.Contains(id, StringComparison.OrdinalIgnoreCase) ? 1 : Likeness.Similarity(id, rule.Id)))
        .Where(known => known.Likeness >= NearEnough)
        .OrderByDescending(known => known.Likeness)
        .Take(MostNear)
        .Select(known => known.Id)];
}
