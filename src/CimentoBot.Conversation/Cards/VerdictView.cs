using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>A statement with the place in the source that it rests on.</summary>
internal sealed record SourcedLine(string Text, string Source);

/// <summary>Statements that ask for the same thing.</summary>
internal sealed record LineGroup(string Title, IReadOnlyList<SourcedLine> Lines);

/// <summary>
/// What a verdict says, in one language, in the order in which it is said: its card and its text are two renderings of
/// this, so that no fact of the one is absent from the other.
/// </summary>
internal sealed class VerdictView
{
    /// <summary>The mark before an urgent finding; the same word in both languages.</summary>
    public const string Urgency = "**URGENT** — ";

    /// <summary>More ways to a better verdict than these, a reader does not weigh.</summary>
    private const int MostChanges = 3;

    private static readonly Phrase OurReading = new("notre lecture", "our reading");

    private readonly CaseAssessment assessment;
    private readonly Language language;

    public VerdictView(CaseFile file, CaseAssessment assessment, IReadOnlyList<Change> changes, NodaTime.LocalDate today, Language language, bool agreed = false)
    {
        this.assessment = assessment;
        this.language = language;
        CaseLine = string.Join(" · ", new[]
        {
            file.Code, CardKit.Plain(file.Facts.Find(Vocabulary.Label) ?? ""), Dates.Short(today, language),
        }.Where(part => part.Length > 0));
        RulesChanged = file.Decision?.ChangedSince(assessment)?.In(language);
        Changes = [.. changes.Take(MostChanges).Select(Worded)];
        Schedule = ScheduleView.Of(file, assessment, agreed, language);
        NotUsed = [.. assessment.NotUsed.Select(fact => fact.Label.In(language))];
    }

    public string Label => assessment.Label.In(language);

    /// <summary>The verdict, for its colour; null = undetermined.</summary>
    public Effect? Verdict => assessment.Verdict;

    public string? Bounds => BoundsIn(assessment, language);

    /// <summary>Between which verdicts an undetermined case lies.</summary>
    public static string? BoundsIn(CaseAssessment assessment, Language language) => assessment.Verdict is not null ? null : (language == Language.French
        ? $"Au mieux : {assessment.AtBest.Label().Fr}. Au pire : {assessment.AtWorst.Label().Fr}."
        : $"At best: {assessment.AtBest.Label().En}. At worst: {assessment.AtWorst.Label().En}.");

    public IReadOnlyList<SourcedLine> Urgent => [.. assessment.Findings.Where(finding => finding.Rule.Urgent).Select(Line)];

    public string CaseLine { get; }

    /// <summary>That the rules changed since the verdict that was given, and what became of it; null where they did not.</summary>
    public string? RulesChanged { get; }

    /// <summary>One reason for the verdict.</summary>
    public string? Why => (assessment.Verdict is Effect.Eligible or null
        ? assessment.Findings.FirstOrDefault(finding => finding.Rule.Id.StartsWith("indication.", StringComparison.Ordinal))
        : assessment.Findings.FirstOrDefault(finding => finding.Rule.Effect == assessment.Verdict && !finding.Rule.Urgent))?.Rule.Statement.In(language);

    public IReadOnlyList<string> Missing => [.. MissingFacts.Named(assessment.Missing).Select(fact => fact.In(language))];

    public IReadOnlyList<string> Changes { get; }

    public ScheduleView Schedule { get; }

    public IReadOnlyList<string> NotUsed { get; }

    /// <summary>What to do, grouped. Where cement is refused only what refuses it stands open: a condition beside a refusal contradicts it.</summary>
    public IReadOnlyList<LineGroup> Groups => assessment.Refused
        ? Grouped((new("Ce qui s’oppose au ciment", "What stands against cement"), IsRefusal))
        : Grouped(
            (new("Ce qui s’oppose au ciment", "What stands against cement"), IsRefusal),
            (new("À régler avant de fixer une date", "To be settled before a date is fixed"), rule => rule.Effect is Effect.Deferred),
            (new("À discuter en RCP", "For the board to discuss"), rule => rule.Effect is Effect.BoardDecision),
            // A drug without a rule comes before any date.
            (new("Conditions", "Conditions"), rule => rule.Id == RuleIds.NotCovered),
            (new("Conditions", "Conditions"), rule => rule.Effect is Effect.EligibleWithConditions && rule.Id != RuleIds.NotCovered),
            (new("En faveur du geste", "In favour"), rule => rule.Id.StartsWith("indication.", StringComparison.Ordinal)));

    /// <summary>What stands folded: suggestions and information, and beside a refusal the other findings.</summary>
    public IReadOnlyList<LineGroup> Folded => assessment.Refused
        ? Grouped(
            (new("Autres constats, sans effet sur ce refus", "Other findings, without effect on this refusal"), rule => !IsRefusal(rule) && !IsMedication(rule) && !IsInformation(rule)),
            (new("Bon à savoir", "Good to know"), IsInformation))
        : Grouped(
            (new("À envisager", "To be considered"), rule => rule.Id.StartsWith("suggestion.", StringComparison.Ordinal)),
            (new("Bon à savoir", "Good to know"), IsInformation));

    /// <summary>The bibliography behind the citations.</summary>
    public IReadOnlyList<string> References => [.. assessment.References.Select(reference => $"[{reference.Number}] {reference.Text}")];

    /// <summary>The readings of ours that act in this case.</summary>
    public IReadOnlyList<string> Readings => [.. assessment.Findings.Select(finding => finding.Rule.Reading)
        .Concat(assessment.Holds.Select(hold => hold.Reading)).OfType<Reading>().Distinct().Select(reading => reading.Words.In(language))];

    public string Scope => Guideline.Scope.In(language);

    public string Edition => EditionIn(language);

    /// <summary>The rules behind a verdict, which stand with every one.</summary>
    public static string EditionIn(Language language) =>
        $"{Guideline.Title.In(language)} — {(language == Language.French ? "édition" : "edition")} {Guideline.Edition} ({Guideline.Current.Hash})";

    private static bool IsRefusal(Rule rule) => rule.Effect is Effect.Contraindicated or Effect.NotIndicated;

    private static bool IsMedication(Rule rule) => rule.Id is RuleIds.MissedHold or RuleIds.MedicationHold or RuleIds.NotCovered;

    private static bool IsInformation(Rule rule) => rule.Id.StartsWith("information.", StringComparison.Ordinal);

    private List<LineGroup> Grouped(params (Phrase Title, Func<Rule, bool> Belongs)[] groups) =>
        [.. groups.Select(group => new LineGroup(
            group.Title.In(language),
            [.. assessment.Findings.Where(finding => !finding.Rule.Urgent && group.Belongs(finding.Rule)).Select(Line)]))
            .GroupBy(group => group.Title)
            .Select(same => new LineGroup(same.Key, [.. same.SelectMany(group => group.Lines)]))
            .Where(group => group.Lines.Count > 0)];

    private SourcedLine Line(Finding finding) => new(
        finding.Rule.Statement.In(language), Sourced(finding.Citations, finding.Rule.Reading, language));

    /// <summary>«question 4 [122, 123] · notre lecture».</summary>
    public static string Sourced(IEnumerable<Citation> citations, Reading? reading, Language language)
    {
        var places = string.Join(language == Language.French ? " ; " : "; ", citations.Select(citation => citation.In(language)));
        return reading is null ? places : $"{places} · {OurReading.In(language)}";
    }

    private string Worded(Change change)
    {
        var facts = string.Join(language == Language.French ? " et " : " and ", change.Words.Select(fact => fact.In(language)));
        var from = assessment.Label.In(language);
        var to = change.AtBest == change.AtWorst
            ? change.AtBest.Label().In(language)
            : (language == Language.French ? "au mieux " : "at best ") + change.AtBest.Label().In(language);
        return $"{from} → {to}{(language == Language.French ? " : " : ": ")}{facts}";
    }
}
