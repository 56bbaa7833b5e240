using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Conversation.Cards.CardKit;

namespace CimentoBot.Conversation.Cards;

/// <summary>The result: verdict and urgent findings first, one reason, the first hold, what is missing; then what to do and when; sources folded.</summary>
internal static class VerdictCard
{
    /// <param name="file">The case.</param>
    /// <param name="view">What is said.</param>
    /// <param name="where">Where the case was posted, or null.</param>
    /// <param name="papers">Links to its papers.</param>
    /// <param name="canPost">Whether there is a board to post to.</param>
    /// <param name="language">The language.</param>
    public static AdaptiveCard Of(CaseFile file, VerdictView view, string? where, IReadOnlyList<string> papers, bool canPost, Language language)
    {
        var card = Card(file, language, Fallback(view));
        card.Body.AddRange(Body(view, language));
        if (where is not null)
        {
            card.Body.Add(Box(AdaptiveContainerStyle.Accent, Text(where)));
        }

        card.Body.AddRange(papers.Select(Text));
        if (file.Post is { Unanswered: not null } post)
        {
            card.Actions.Add(Execute(
                BoardWords.PostAgain, Verbs.CasePost, file, language, new() { [PostRequest.StageId] = PostRequest.AgainStage, [PostRequest.AgainId] = FormattableString.Invariant($"{post.Again + 1}") }));
        }
        else if (canPost)
        {
            card.Actions.Add(Execute(Say.PresentToTheBoard, Verbs.CasePost, file, language));
        }

        card.Actions.Add(Execute(Say.ChangeAnAnswer, Verbs.CaseEdit, file, language));
        return card;
    }

    /// <summary>What the notification shows: it starts with the verdict.</summary>
    public static string Summary(CaseFile file, VerdictView view) =>
        string.Join(" — ", view.Urgent.Select(line => line.Text).Prepend(view.Label).Append(file.Code));

    public static string Fallback(VerdictView view) => string.Join(" ", view.Urgent.Select(line => line.Text).Prepend(view.Label + "."));

    /// <summary>What the clinician's and the board's card have in common.</summary>
    public static IEnumerable<AdaptiveElement> Body(VerdictView view, Language language)
    {
        yield return Box(StyleOf(view.Verdict), [Title(view.Label), .. Urgent(view), .. Short(view, language)]);
        foreach (var element in Lists(view, language).Concat(Schedule(view.Schedule)).Concat(Folds(view, language)))
        {
            yield return element;
        }

        yield return Note(view.Scope);
        yield return Note($"{view.Edition}. {Say.BoardDecides.In(language)}");
    }

    /// <summary>The colour is the container's, never the text's: in Teams' themes only that keeps its contrast.</summary>
    private static AdaptiveContainerStyle StyleOf(Effect? verdict) => verdict switch
    {
        Effect.Eligible or Effect.EligibleWithConditions => AdaptiveContainerStyle.Good,
        Effect.BoardDecision or Effect.Deferred => AdaptiveContainerStyle.Warning,
        Effect.NotIndicated or Effect.Contraindicated => AdaptiveContainerStyle.Attention,
        null => AdaptiveContainerStyle.Emphasis,
    };

    private static IEnumerable<AdaptiveElement> Urgent(VerdictView view) =>
        view.Urgent.Select(line => Text($"{VerdictView.Urgency}{line.Text} _({line.Source})_"));

    private static IEnumerable<AdaptiveElement> Short(VerdictView view, Language language)
    {
        yield return Note(view.CaseLine);
        if (view.RulesChanged is { } changed)
        {
            yield return Text(changed);
        }

        if (view.Bounds is { } bounds)
        {
            yield return Text(bounds);
        }

        if (view.Why is { } why)
        {
            yield return Text(why);
        }

        if (view.Schedule.First is { } first)
        {
            yield return Text(first);
        }

        if (view.Missing.Count > 0)
        {
            yield return Text($"**{Say.StillMissing.In(language)}**{(language == Language.French ? " : " : ": ")}{string.Join(" · ", view.Missing)}");
        }
    }

    private static IEnumerable<AdaptiveElement> Lists(VerdictView view, Language language)
    {
        if (view.Changes.Count > 0)
        {
            yield return Heading(VerdictText.WouldChange.In(language));
            foreach (var change in view.Changes)
            {
                yield return Tight(change);
            }
        }

        foreach (var group in view.Groups)
        {
            yield return Heading(group.Title);
            foreach (var line in group.Lines)
            {
                yield return Sourced(line);
            }
        }
    }

    private static IEnumerable<AdaptiveElement> Schedule(ScheduleView schedule)
    {
        yield return Heading(schedule.Heading);
        foreach (var row in schedule.Rows)
        {
            var head = string.Join(" · ", new[] { $"**{Plain(row.Name)}**", row.Day, row.Status }.Where(part => part.Length > 0));
            yield return new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                Spacing = AdaptiveSpacing.Small,
                Items = [Text(head), Sourced(new(row.Statement, row.Source))],
            };
        }

        foreach (var line in new[] { schedule.Procedure, schedule.Earliest }.OfType<string>())
        {
            yield return Text($"**{line}**");
        }

        foreach (var note in schedule.Notes)
        {
            yield return Note(note);
        }
    }

    private static IEnumerable<AdaptiveElement> Folds(VerdictView view, Language language)
    {
        if (view.Folded.Count > 0)
        {
            foreach (var element in Folded("more", VerdictText.More.In(language), view.Folded.SelectMany(group =>
                (IEnumerable<AdaptiveElement>)[Heading(group.Title), .. group.Lines.Select(Sourced)])))
            {
                yield return element;
            }
        }

        foreach (var element in Folded("sources", VerdictText.Sources.In(language), SourceLines(view, language).Select(Note)))
        {
            yield return element;
        }
    }

    private static IEnumerable<string> SourceLines(VerdictView view, Language language) =>
    [
        .. view.References,
        .. view.Readings.Select(reading => $"{VerdictText.Reading.In(language)}{reading}"),
        .. view.NotUsed.Select(fact => $"{Say.NotUsed.In(language)}{(language == Language.French ? " : " : ": ")}{fact}"),
    ];

    private static AdaptiveTextBlock Sourced(SourcedLine line) => Tight($"{line.Text} _({line.Source})_");

    private static AdaptiveTextBlock Tight(string text) => new(Unbroken(text)) { Wrap = true, Spacing = AdaptiveSpacing.Small };
}
