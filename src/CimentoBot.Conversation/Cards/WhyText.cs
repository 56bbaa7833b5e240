using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>
/// Why a case gets its verdict, in text: what applies, worst effect first, each with the answers that make it apply; what is open
/// and what it waits for; and why what could refuse, defer or call for the board does not. Suggestions and information are
/// told when asked for: they move nothing.
/// </summary>
/// <param name="file">The case.</param>
/// <param name="assessment">What is made of it today.</param>
/// <param name="words">Its facts in words.</param>
/// <param name="language">The language.</param>
internal sealed class WhyText(CaseFile file, CaseAssessment assessment, FactWords words, Language language)
{
    private const int MostStatementsOfOpenRules = 6;
    private const int MostAwaited = 4;

    private readonly IReadOnlyList<Reason> reasons = assessment.Reasons;

    /// <summary>Paragraphs and lists: a single line break collapses in Teams.</summary>
    public string Whole() => string.Join("\n\n", Paragraphs().Where(text => text.Length > 0));

    private IEnumerable<string> Paragraphs()
    {
        yield return $"**{WhyWords.Why.In(language)}** — {Head(file)}{words.Colon}**{(file.Status is Ports.CaseStatus.Finished ? "" : WhyWords.SoFar.In(language) + words.Colon)}{assessment.Label.In(language)}**";
        yield return VerdictView.BoundsIn(assessment, language) ?? "";
        yield return file.Decision?.ChangedSince(assessment)?.In(language) ?? "";
        yield return List(WhyWords.Applies, Held(reason => reason.Rule.Effect is not null || reason.Rule.Urgent));
        yield return assessment.Refused ? WhyWords.Withheld.In(language) : List(WhyWords.InFavour, Held(reason => IsIndication(reason.Rule)));
        yield return List(WhyWords.StillOpen, Open());
        yield return List(WhyWords.WhyNot, NotApplying());
        yield return WhyWords.HowToAsk.In(language);
        yield return $"{VerdictView.EditionIn(language)}. {Say.BoardDecides.In(language)}";
    }

    /// <summary>The case and its lesion, as they head an answer.</summary>
    public static string Head(CaseFile file) => file.Code + SectionCard.LabelOf(file);

    private IEnumerable<string> Held(Func<Reason, bool> belongs) => WorstFirst(reasons
            .Where(reason => reason is { Outcome: Truth.Yes, Withheld: false } && belongs(reason) && !IsKeptBack(reason.Rule)))
        .Select(Holding);

    /// <summary>A rule that holds: what it says, the answers that make it hold, its place and its id.</summary>
    public string Holding(Reason reason)
    {
        var effect = reason.Rule.Effect is { } known ? $"**{known.Label().In(language)}** — " : "";
        var because = reason.Because.Count == 0 ? "" : $" {WhyWords.Because.In(language)}{words.Colon}{words.Of(reason.Because, reason.Rule)}.";
        return $"{(reason.Rule.Urgent ? VerdictView.Urgency : "")}{effect}{reason.Rule.Statement.In(language)}{because} ({SourceOf(reason.Rule)}) {Id(reason.Rule)}";
    }

    /// <summary>A few rules that are open stand one a line with what they say; many in one line an effect.</summary>
    private IEnumerable<string> Open()
    {
        var open = WorstFirst(reasons.Where(reason => reason.Outcome is Truth.Unknown && MayMove(reason.Rule))).ToList();
        return open.Count <= MostStatementsOfOpenRules
            ? open.Select(reason => $"**{EffectOf(reason.Rule)}** — {reason.Rule.Statement.In(language)} {WhyWords.Awaits.In(language)}{words.Colon}{Awaited(reason)} {Id(reason.Rule)}")
            : ByEffect(open, Awaited, " " + WhyWords.Awaits.In(language) + words.Colon);
    }

    /// <summary>The answers that a rule waits for.</summary>
    public string Awaited(Reason reason)
    {
        var awaited = reason.Awaits.Take(MostAwaited).Select(fact => fact.Label.In(language)).ToList();
        if (reason.Awaits.Count > MostAwaited)
        {
            awaited.Add(WhyWords.More(reason.Awaits.Count - MostAwaited).In(language));
        }

        return string.Join(" · ", awaited);
    }

    /// <summary>What fails by an answer. A list of drugs that is not known lets no window be missed yet: that is no answer.</summary>
    private IEnumerable<string> NotApplying() => ByEffect(
        WorstFirst(reasons.Where(reason => reason is { Outcome: Truth.No, Rule.Effect: >= Effect.BoardDecision }
            && reason.Because.All(file.Facts.Knows) && !IsKeptBack(reason.Rule))),
        reason => words.Of(reason.Because, reason.Rule),
        " — ");

    /// <summary>One line an effect; rules with the same reason share it.</summary>
    private IEnumerable<string> ByEffect(IEnumerable<Reason> some, Func<Reason, string> why, string before) => some
        .GroupBy(reason => EffectOf(reason.Rule))
        .Select(effect => $"**{effect.Key}**{before}" + string.Join(words.Semicolon, effect
            .GroupBy(why)
            .Select(same => $"{same.Key} ({string.Join(", ", same.Select(reason => Id(reason.Rule)))})")));

    private string EffectOf(Rule rule) => (rule.Effect?.Label() ?? WhyWords.InFavour).In(language);

    /// <summary>Whether an open rule can still move the verdict or speak for cement.</summary>
    private bool MayMove(Rule rule) => !IsKeptBack(rule) && (rule.Effect is not null || (IsIndication(rule) && !assessment.Refused));

    private static IEnumerable<Reason> WorstFirst(IEnumerable<Reason> some) => some
        .OrderByDescending(reason => reason.Rule.Effect is null && reason.Rule.Urgent)
        .ThenByDescending(reason => (int?)reason.Rule.Effect ?? -1);

    /// <summary>Beside a refusal nothing is said of what to stop.</summary>
    private bool IsKeptBack(Rule rule) => assessment.Refused && rule.When.Facts.Contains(Vocabulary.Medications);

    private static bool IsIndication(Rule rule) => rule.Id.StartsWith("indication.", StringComparison.Ordinal);

    public string SourceOf(Rule rule) => VerdictView.Sourced(
        assessment.Findings.FirstOrDefault(finding => finding.Rule == rule)?.Citations ?? rule.Where, rule.Reading, language);

    /// <summary>A rule's id, as it is asked for.</summary>
    public static string Id(Rule rule) => $"`{rule.Id}`";

    private string List(Phrase title, IEnumerable<string> lines)
    {
        var all = lines.Select(line => "- " + line).ToList();
        return all.Count == 0 ? "" : $"**{title.In(language)}**\n\n{string.Join('\n', all)}";
    }
}
