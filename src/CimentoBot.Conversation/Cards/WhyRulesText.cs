using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>Why some rules hold, fail or are open in a case: a few in full, many in a line each.</summary>
/// <param name="file">The case.</param>
/// <param name="assessment">What is made of it today.</param>
/// <param name="words">Its facts in words.</param>
/// <param name="language">The language.</param>
internal sealed class WhyRulesText(CaseFile file, CaseAssessment assessment, FactWords words, Language language)
{
    private const int MostInFull = 3;
    private const int MostInAll = 20;

    private readonly WhyText whole = new(file, assessment, words, language);

    public string Of(WhyTopic topic, Bedside bedside) => string.Join("\n\n", Paragraphs(topic, bedside).Where(text => text.Length > 0));

    private IEnumerable<string> Paragraphs(WhyTopic topic, Bedside bedside)
    {
        yield return $"**{WhyWords.Why.In(language)}** — {WhyText.Head(file)}";
        if (topic.Fact is { } fact)
        {
            yield return Named(fact, bedside);
        }

        if (topic.Rules.Count == 0)
        {
            yield return (topic.Fact is null ? WhyWords.NothingFits : WhyWords.NoRuleReads).In(language);
            yield return WhyWords.HowToAsk.In(language);
            yield break;
        }

        var asked = assessment.Reasons.Where(reason => topic.Rules.Contains(reason.Rule))
            .OrderBy(reason => Place(reason)).ThenByDescending(reason => (int?)reason.Rule.Effect ?? -1).ToList();
        foreach (var text in asked.Count <= MostInFull ? asked.Select(InFull) : [InShort(asked)])
        {
            yield return text;
        }

        if (assessment.Refused && asked.Exists(reason => reason.Rule.When.Facts.Contains(Vocabulary.Medications)))
        {
            yield return Eligibility.Holds.HoldWords.NothingToStop.In(language);
        }

        yield return VerdictView.EditionIn(language) + ".";
    }

    /// <summary>The fact that was named, what was answered, and whether it concerns this lesion.</summary>
    private string Named(Fact fact, Bedside bedside)
    {
        var outlook = bedside.Assessor.Look(file.Facts, bedside.Today);
        var concerns = outlook.Concerns(fact) is Truth.Yes;
        return words.Of(fact) + (concerns ? "" : $" — {SkipReasons.ForNotAsking(fact, file.Facts, outlook, bedside).In(language)}");
    }

    private string InFull(Reason reason)
    {
        var lines = new List<string> { $"{WhyWords.Condition.In(language)}{words.Colon}{reason.Rule.Condition(language)}" };
        if (reason.Because.Count > 0)
        {
            lines.Add($"{WhyWords.Answers.In(language)}{words.Colon}{words.Of(reason.Because, reason.Rule)}");
        }

        if (reason.Awaits.Count > 0)
        {
            lines.Add($"{Sentence.Capital(WhyWords.Awaits.In(language))}{words.Colon}{string.Join(", ", reason.Awaits.Select(fact => fact.Label.In(language)))}");
        }

        lines.Add($"{whole.SourceOf(reason.Rule)} — {WhyText.Id(reason.Rule)}");
        return $"**{OutcomeOf(reason).In(language)}**{EffectOf(reason.Rule)} — {reason.Rule.Statement.In(language)}\n\n- {string.Join("\n- ", lines)}";
    }

    private string InShort(List<Reason> asked)
    {
        var lines = asked.Take(MostInAll).Select(reason => $"- {Line(reason)}").ToList();
        if (asked.Count > MostInAll)
        {
            lines.Add($"- {WhyWords.More(asked.Count - MostInAll).In(language)}");
        }

        return string.Join('\n', lines);
    }

    private string Line(Reason reason) => reason.Withheld
        ? $"{WhyWords.NotShown.In(language)} — {WhyText.Id(reason.Rule)}"
        : reason.Outcome switch
        {
            Truth.Yes => whole.Holding(reason),
            Truth.Unknown => $"{WhyWords.Open.In(language)}{EffectOf(reason.Rule)} — {WhyWords.Awaits.In(language)}{words.Colon}{whole.Awaited(reason)} {WhyText.Id(reason.Rule)}",
            Truth.No => $"{WhyWords.Fails.In(language)}{EffectOf(reason.Rule)} — {words.Of(reason.Because, reason.Rule)} {WhyText.Id(reason.Rule)}",
        };

    private static Phrase OutcomeOf(Reason reason) => reason.Withheld ? WhyWords.NotShown : reason.Outcome switch
    {
        Truth.Yes => WhyWords.Holds,
        Truth.Unknown => WhyWords.Open,
        Truth.No => WhyWords.Fails,
    };

    private string EffectOf(Rule rule) => rule.Effect is { } effect ? $" ({effect.Label().In(language)})" : "";

    /// <summary>What holds comes first, then what is open, then what fails.</summary>
    private static int Place(Reason reason) => reason.Withheld ? 3 : reason.Outcome switch
    {
        Truth.Yes => 0,
        Truth.Unknown => 1,
        Truth.No => 2,
    };
}
