using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>
/// Reads numbers as clinicians type them: <c>1,5</c>, <c>150 G/L</c>, <c>180 000</c>, <c>INR 1.1</c>. Units are a hazard: a unit
/// that was typed wins, and a number that could mean two things is asked about.
/// </summary>
public static partial class NumberReader
{
    /// <summary>Platelets under this can only be G/L; from <see cref="PerMm3From"/> on only /mm³.</summary>
    private const decimal GigaPerLitreBelow = 600;

    private const decimal PerMm3From = 5_000;

    private const decimal Giga = 1_000;

    /// <summary>A prothrombin ratio below this looks like an INR.</summary>
    private const decimal InrBelow = 8;

    /// <summary>A dose of aspirin above this, in mg a day, is asked about.</summary>
    private const decimal UnlikelyAspirinMg = 1_500;

    /// <summary>A dose of aspirin below this, in mg a day, looks like grams or tablets.</summary>
    private const decimal LeastAspirinMg = 10;

    private static readonly Phrase PercentWanted = new(
        "un INR (rapport international normalisé) ne remplace pas le TP : donner le TP en %", "an INR (international normalised ratio) does not replace the prothrombin activity: give it in %");

    private static readonly string[] GigaPerLitre = ["g/l", "g", "giga", "giga/l", "k/ul", "k/µl", "k/μl"];
    private static readonly string[] PerCubicMillimetre = ["/mm3", "/mm³", "mm3", "mm³", "/ul", "/µl", "/μl", "parmm3"];

    /// <summary>Reads a number fact.</summary>
    /// <param name="fact">What is read, with its range.</param>
    /// <param name="typed">What was typed.</param>
    public static Answer Read(NumberFact fact, string typed)
    {
        if (Words.MeanUnknown(typed))
        {
            return Answer.NotKnown;
        }

        var (number, unit) = Split(typed, fact.IsInteger);
        if (number is not { } value)
        {
            return new Answer.Bad(Takes.For(fact));
        }

        return fact == Vocabulary.Platelets ? Platelets(fact, value, unit)
            : fact == Vocabulary.ProthrombinRatio ? Prothrombin(fact, value, unit)
            : unit is "" or "/10" ? InRange(fact, value)
            : new Answer.Bad(Takes.For(fact));
    }

    /// <summary>Reads a daily dose of aspirin in milligrams.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="confirmed">Whether this very dose was asked about and confirmed.</param>
    public static Answer ReadAspirinDose(string typed, bool confirmed)
    {
        if (Words.MeanUnknown(typed))
        {
            return Answer.NotKnown;
        }

        var (number, unit) = Split(typed, thousands: false);
        var milligrams = unit switch
        {
            "" or "mg" or "mg/j" or "mg/jour" or "mg/d" or "mg/day" or "mgparjour" or "mgaday" => number,
            "g" or "g/j" or "g/jour" or "g/day" when number is > 0 and < GigaPerLitreBelow => number * 1_000,
            _ => null,
        };
        if (milligrams is not > 0)
        {
            return new Answer.Bad(Takes.Dose);
        }

        var isLikely = milligrams is >= LeastAspirinMg and <= UnlikelyAspirinMg && !ThousandsOnly().IsMatch(typed.Trim().Split(' ')[0]);
        return isLikely || confirmed
            ? new Answer.Understood(milligrams)
            : new Answer.Ask(
                new("cette dose est inhabituelle : la confirmer ou la corriger", "this dose is unusual: confirm or correct it"),
                Question(Fields.AspirinDoseId + ".meant", new("Cette dose d’aspirine est-elle exacte ?", "Is this dose of aspirin right?"),
                    new(Confirmed, new($"Oui, {Print(milligrams.Value, Language.French)} mg par jour", $"Yes, {Print(milligrams.Value, Language.English)} mg a day")),
                    Common.UnknownOption));
    }

    /// <summary>The answer to a question asked back that confirms.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The units that a question asked back offers; the answer is the number with that unit.</summary>
    public static string WithUnit(string typed, string unit) => $"{Split(typed, thousands: unit != "%").Number?.ToString(CultureInfo.InvariantCulture)} {unit}";

    private static Answer Platelets(NumberFact fact, decimal value, string unit)
    {
        var isGiga = GigaPerLitre.Contains(unit);
        if (unit.Length > 0 && !isGiga && !PerCubicMillimetre.Contains(unit))
        {
            return new Answer.Bad(Takes.For(fact));
        }

        if (unit.Length == 0 && value is >= GigaPerLitreBelow and < PerMm3From)
        {
            return new Answer.Ask(
                new("deux unités sont possibles : laquelle ?", "two units are possible: which?"),
                Question(fact.Path + ".unit", new("Unité des plaquettes", "Unit of the platelets"),
                    new("G/L", Both(value, " G/L", value * Giga)),
                    new("/mm3", Phrase.Same($"{Print(value, Language.French)}/mm³"))));
        }

        if (Math.Abs(value) > fact.Maximum)
        {
            // A thousand times a number that is out of range already may be none at all.
            return new Answer.Bad(Takes.For(fact));
        }

        return InRange(fact, isGiga || (unit.Length == 0 && value < GigaPerLitreBelow) ? value * Giga : value);
    }

    private static Answer Prothrombin(NumberFact fact, decimal value, string unit) => unit switch
    {
        "inr" => new Answer.Bad(PercentWanted),
        "%" => InRange(fact, value),
        "" when value is >= 0 and < InrBelow => new Answer.Ask(
            new("valeur très basse : un INR (rapport international normalisé) ?", "a very low value: an INR (international normalised ratio)?"),
            Question(fact.Path + ".unit", new("Cette valeur est-elle un INR ?", "Is this value an INR?"),
                new("INR", new($"C’est un INR ({Print(value, Language.French)}) : le TP n’est pas encore connu", $"It is an INR ({Print(value, Language.English)}): the activity is not known yet")),
                new("%", new($"C’est bien un TP de {Print(value, Language.French)} %", $"It is a prothrombin activity of {Print(value, Language.English)}%")))),
        "" => InRange(fact, value),
        _ => new Answer.Bad(Takes.For(fact)),
    };

    private static Answer InRange(NumberFact fact, decimal value) =>
        value >= fact.Minimum && value <= fact.Maximum && (!fact.IsInteger || decimal.IsInteger(value))
            ? new Answer.Understood(value)
            : new Answer.Bad(Takes.For(fact));

    /// <summary>The number and, folded without spaces, what stands before or after it.</summary>
    private static (decimal? Number, string Unit) Split(string typed, bool thousands)
    {
        var match = Pattern().Match(PowerOfNine().Replace(typed.Trim(), " g/l"));
        if (!match.Success)
        {
            return (null, "");
        }

        var digits = string.Concat(match.Groups["number"].Value.Where(letter => !char.IsWhiteSpace(letter)));
        if (thousands && ThousandsOnly().IsMatch(digits))
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        }

        var unit = Fold.Text(match.Groups["before"].Value + match.Groups["after"].Value).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number, unit)
            : (null, unit);
    }

    private static Field Question(string id, Phrase label, params Option[] options) =>
        new(id, label, FieldShape.Choice) { Options = options, AsksBack = true };

    private static Phrase Both(decimal value, string unit, decimal converted) => new(
        $"{Print(value, Language.French)}{unit} (= {Print(converted, Language.French)}/mm³)",
        $"{Print(value, Language.English)}{unit} (= {Print(converted, Language.English)}/mm³)");

    private static string Print(decimal number, Language language) => Numbers.Print(number, language);

    [GeneratedRegex(@"^(?<before>inr)?\s*[:=]?\s*(?<number>[-+]?\d(\s*\d)*(\s*[.,]\d+)?([.,]\d+)*)\s*(?<after>[^\d\s-].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    // «x 10^9/L», «10⁹/L»: another way to write G/L, which must not be read as digits of the number. Read from the end,
    // where it has to stand: from the start every space would begin another attempt.
    [GeneratedRegex(@"\s*([x×*·]\s*)?(?<!\d)10\s*(\^|e|⁹)\s*(9\s*)?/\s*l$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex PowerOfNine();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex ThousandsOnly();
}
