using System.Globalization;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Tests.Quick;

/// <summary>What was read of a line, as the table writes it.</summary>
internal static class QuickNotation
{
    public const string Nothing = "–";

    public static readonly LocalDate Today = new(2026, 11, 30);

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The reasons by the word that the table has for them; what is not among them comes from the reader of an answer.</summary>
    private static readonly Dictionary<Phrase, string> Reasons = new()
    {
        [QuickSay.NotUnderstood] = "inconnu",
        [QuickSay.NotUnderstoodBeside] = "voisin",
        [QuickSay.Denied] = "négation",
        [QuickSay.Doubted] = "doute",
        [QuickSay.NumberAlone] = "nombre",
        [QuickSay.TwoValues] = "deux valeurs",
        [QuickSay.TwoLevels] = "deux niveaux",
        [QuickSay.ValueWanted] = "valeur",
        [QuickSay.WhichFracture] = "laquelle",
        [QuickSay.WhichInfection] = "laquelle",
        [QuickSay.WhichBone] = "quel os",
        [QuickSay.WhichPain] = "douleur",
        [QuickSay.OtherPrimary] = "hors champ",
        [QuickSay.WhichDate] = "quelle date",
        [QuickSay.YearWanted] = "année",
        [QuickSay.PercentWanted] = "pourcentage",
        [QuickSay.AStrength] = "force",
    };

    public static IEnumerable<string> ReasonNames => Reasons.Values.Distinct();

    public static QuickLine Read(string line) => QuickLine.Read(line, Today, Paris);

    public static string Understood(QuickLine line) => line.Facts.Count == 0 ? Nothing : string.Join("; ", line.Facts.Select(Of));

    public static string Asked(QuickLine line) => line.Refused is not null ? "refusée"
        : line.Questions.Count == 0 ? Nothing
        : string.Join("; ", line.Questions.Select(question => $"« {question.Text} » {Reasons.GetValueOrDefault(question.Why, "lecture")}"));

    public static string Of(QuickFact fact) => $"{fact.Fact.Path}={Value(fact)}";

    private static string Value(QuickFact fact) => (fact.Fact, fact.Value) switch
    {
        (IChoiceFact choice, var value) => string.Join('+', choice.IdsOf(value)),
        (_, bool yes) => yes ? "true" : "false",
        (_, decimal number) => number.ToString(CultureInfo.InvariantCulture),
        (_, LocalDate date) => LocalDatePattern.Iso.Format(date),
        (_, PlannedProcedure { Time: { } time } planned) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(planned.Date + time),
        (_, PlannedProcedure planned) => LocalDatePattern.Iso.Format(planned.Date),
        (_, TypedDrug drug) => drug.DailyDoseMg is { } dose ? $"{drug.Inn} {dose.ToString(CultureInfo.InvariantCulture)} mg" : drug.Inn!,
        _ => fact.Value.ToString()!,
    };
}
