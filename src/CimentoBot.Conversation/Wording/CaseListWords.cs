using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Wording;

/// <summary>What the list of one's cases says of each: where it stands, and how old it is.</summary>
internal static class CaseListWords
{
    public static readonly Phrase UnderWay = new("entretien en cours", "interview under way");
    public static readonly Phrase Stopped = new("entretien interrompu", "interview stopped");
    public static readonly Phrase Finished = new("entretien terminé", "interview finished");
    public static readonly Phrase BeforeTheBoard = new("devant la RCP", "before the board");

    private const int AWeek = 7;

    /// <summary>From so many days on, weeks are counted, then months of thirty days.</summary>
    private const int WeeksFrom = 14;
    private const int MonthsFrom = 60;
    private const int AMonth = 30;

    public static Phrase Closed(Phrase decision) => new($"clos : {decision.Fr}", $"closed: {decision.En}");

    /// <summary>How long ago a case was begun, in words, and the day.</summary>
    public static Phrase Age(LocalDate since, LocalDate today)
    {
        var (fr, en) = Period.DaysBetween(since, today) switch
        {
            <= 0 => ("aujourd’hui", "today"),
            1 => ("hier", "yesterday"),
            var days and < WeeksFrom => ($"il y a {days} jours", $"{days} days ago"),
            var days and < MonthsFrom => ($"il y a {days / AWeek} semaines", $"{days / AWeek} weeks ago"),
            var days => ($"il y a {days / AMonth} mois", $"{days / AMonth} months ago"),
        };
        return new($"commencé {fr} ({Dates.Short(since, Language.French)})", $"begun {en} ({Dates.Short(since, Language.English)})");
    }
}
