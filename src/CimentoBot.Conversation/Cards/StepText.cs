using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>The interview's steps in text alone.</summary>
internal static class StepText
{
    /// <summary>The questions of a step, each with what it takes.</summary>
    public static string Of(CaseFile file, StepForm form, Bedside bedside, Language language) => string.Join("\n\n", [
        $"**{form.Section.Title.In(language)}**",
        .. Suspension(bedside, language),
        .. StepNotes.Passed(file, form.Section, bedside, language),
        string.Join('\n', form.Fields.Select(field => "- " + Question(field, form, language))),
        Say.TypeSuite.In(language)]);

    public static string Of(ReviewView view, Bedside bedside, Language language) => string.Join("\n\n", [
        $"**{Say.ReviewTitle.In(language)}**",
        .. Suspension(bedside, language),
        .. view.Checks.Select(check => $"{Say.Checks.In(language)}{Colon(language)}{check.In(language)}"),
        .. view.Sections.Select(shown => $"**{shown.Section.Title.In(language)}**\n\n" + string.Join('\n', shown.Lines.Select(line =>
            $"- {line.Label.In(language)}{Colon(language)}{CardKit.Plain(line.Value.In(language))}"))),
        .. Listed(Say.StillMissing, view.Missing, language),
        .. Listed(Say.NotUsed, view.NotUsed, language),
        .. NotAsked(view, language),
        Say.TypeSuiteForVerdict.In(language)]);

    public static string Early(CaseAssessment assessment, Language language) => string.Join("\n\n", [
        $"**{Effect.Contraindicated.Label().In(language)}** — {Say.EarlyTitle.In(language)}",
        .. EarlyDecisionCard.Statements(assessment, language),
        Say.EarlyChoice.In(language),
        VerdictView.EditionIn(language) + ".",
        Say.TypeSuiteOrFinish.In(language)]);

    private static string Question(Field field, StepForm form, Language language)
    {
        var takes = field.Options.Count > 0
            ? string.Join(" / ", field.Options.Select(option => option.Title.In(language)))
            : field.Hint?.In(language) ?? Shape(field.Shape).In(language);
        var known = form.Values.GetValueOrDefault(field.Id) is { Length: > 0 } value
            ? $" — **{CardKit.Plain(Recap.ValueOf(field, value).In(language))}**"
            : "";
        var error = form.Errors.TryGetValue(field.Id, out var problem) ? $" — ⚠ {problem.In(language)}" : "";
        return $"{field.Label.In(language)}{Colon(language)}{takes}{known}{error}";
    }

    private static Phrase Shape(FieldShape shape) => shape switch
    {
        FieldShape.Date => new("date, ex. 30/11/2026", "date, e.g. 30/11/2026"),
        FieldShape.Time => new("heure, ex. 08:00", "hour, e.g. 08:00"),
        FieldShape.Choice or FieldShape.Choices or FieldShape.Text => new("texte", "text"),
    };

    private static IEnumerable<string> Suspension(Bedside bedside, Language language) =>
        StepNotes.Suspension(bedside, language) is { } line ? [line] : [];

    private static IEnumerable<string> NotAsked(ReviewView view, Language language) => view.NotAsked.Count == 0 ? [] :
        [$"**{Say.NotAsked.In(language)}**\n\n" + string.Join('\n', view.NotAsked.Select(skip => "- " + skip.In(language)))];

    private static IEnumerable<string> Listed(Phrase title, IReadOnlyList<Phrase> items, Language language) =>
        items.Count == 0 ? [] : [$"{title.In(language)}{Colon(language)}{string.Join(" · ", items.Select(item => item.In(language)))}"];

    private static string Colon(Language language) => language == Language.French ? " : " : ": ";
}
