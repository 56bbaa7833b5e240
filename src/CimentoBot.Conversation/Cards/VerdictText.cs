using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>The verdict in text alone: a card that fails to render must never hide a contraindication.</summary>
internal static class VerdictText
{
    public static readonly Phrase WouldChange = new("Ce qui changerait le verdict", "What would change the verdict");
    public static readonly Phrase More = new("À envisager et bon à savoir", "To consider and good to know");
    public static readonly Phrase Sources = new("Sources", "Sources");
    public static readonly Phrase Reading = new("Notre lecture : ", "Our reading: ");

    /// <summary>Paragraphs: a single line break collapses in Teams.</summary>
    public static string Of(VerdictView view, string? where, Language language) =>
        string.Join("\n\n", Paragraphs(view, where, language).Where(text => text.Length > 0));

    private static IEnumerable<string> Paragraphs(VerdictView view, string? where, Language language)
    {
        yield return $"**{view.Label}**";
        foreach (var line in view.Urgent)
        {
            yield return VerdictView.Urgency + Sourced(line);
        }

        yield return view.CaseLine;
        yield return view.RulesChanged ?? "";
        yield return view.Bounds ?? "";
        yield return view.Why ?? "";
        yield return view.Schedule.First ?? "";
        if (view.Missing.Count > 0)
        {
            yield return $"{Say.StillMissing.In(language)}{Colon(language)}{string.Join(" · ", view.Missing)}";
        }

        foreach (var text in List(WouldChange.In(language), view.Changes)
            .Concat(view.Groups.SelectMany(group => List(group.Title, group.Lines.Select(Sourced))))
            .Concat(Schedule(view.Schedule))
            .Concat(view.Folded.SelectMany(group => List(group.Title, group.Lines.Select(Sourced))))
            .Concat(List(Sources.In(language), view.References))
            .Concat(view.Readings.Select(reading => Reading.In(language) + reading))
            .Concat(view.NotUsed.Select(fact => $"{Say.NotUsed.In(language)}{Colon(language)}{fact}")))
        {
            yield return text;
        }

        yield return where ?? "";
        yield return view.Scope;
        yield return $"{view.Edition}. {Say.BoardDecides.In(language)}";
    }

    private static IEnumerable<string> Schedule(ScheduleView schedule)
    {
        yield return $"**{schedule.Heading}**";
        foreach (var row in schedule.Rows)
        {
            var head = string.Join(" · ", new[] { $"**{CardKit.Plain(row.Name)}**", row.Day, row.Status }.Where(part => part.Length > 0));
            yield return $"{head} — {row.Statement} ({row.Source})";
        }

        foreach (var line in new[] { schedule.Procedure, schedule.Earliest }.OfType<string>().Concat(schedule.Notes))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> List(string title, IEnumerable<string> lines)
    {
        var all = lines.Select(line => "- " + line).ToList();
        return all.Count == 0 ? [] : [$"**{title}**\n\n{string.Join('\n', all)}"];
    }

    private static string Sourced(SourcedLine line) => $"{line.Text} ({line.Source})";

    private static string Colon(Language language) => language == Language.French ? " : " : ": ";
}
