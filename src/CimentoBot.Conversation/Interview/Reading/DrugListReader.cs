using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using F23.StringSimilarity;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>One name of a typed list.</summary>
/// <param name="Typed">As typed, without a daily dose.</param>
/// <param name="DailyDoseMg">A dose that was typed with «a day».</param>
public sealed record TypedDrug(string Typed, decimal? DailyDoseMg)
{
    /// <summary>The INN that the table gives it, or null.</summary>
    public string? Inn => DrugTable.Current.Recognise(Typed).Drugs is { Count: > 0 } drugs ? string.Join(" + ", drugs.Select(drug => drug.Inn)) : null;
}

/// <summary>
/// Reads a typed list of drugs. A name is taken over only where it stands in the table exactly; one that is near to a name,
/// that holds one among other words, or that names a class is asked about.
/// </summary>
public static partial class DrugListReader
{
    /// <summary>The answer «none of these: keep what I typed».</summary>
    public const string AsTyped = "asTyped";

    /// <summary>The answer «this drug is not taken».</summary>
    public const string NotTaken = "notTaken";

    /// <summary>Characters of a name at most; a longer one is no drug's, and is not compared with any.</summary>
    public const int LongestName = 200;

    /// <summary>What a list becomes when its only name turns out not to be taken.</summary>
    private const string Nobody = "aucun";

    /// <summary>The answer «all of them».</summary>
    public const string All = "all";

    /// <summary>Words side by side that may be one name: «acide acétylsalicylique», «antiagrégants plaquettaires oraux».</summary>
    private const int LongestRun = 3;

    /// <summary>Names of this many letters may be two edits away, shorter ones one.</summary>
    private const int LongName = 8;

    private static readonly OptimalStringAlignment Edits = new();

    private static readonly Dictionary<string, string[]> Classes = new(StringComparer.Ordinal)
    {
        ["avk"] = ["warfarin", "fluindione", "acenocoumarol"],
        ["antivitaminek"] = ["warfarin", "fluindione", "acenocoumarol"],
        ["vka"] = ["warfarin", "fluindione", "acenocoumarol"],
        ["aod"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"],
        ["naco"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"],
        ["aco"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban", "warfarin", "fluindione", "acenocoumarol"],
        ["doac"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"],
        ["noac"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"],
        ["anticoagulant"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban", "warfarin", "fluindione", "acenocoumarol", "enoxaparin"],
        ["anticoagulantoral"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban", "warfarin", "fluindione", "acenocoumarol"],
        ["anticoagulantoraldirect"] = ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"],
        ["aap"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["antiagregant"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["antiplatelet"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["antiagregantplaquettaire"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["doubleantiagregation"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["bitherapieantiplaquettaire"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["dapt"] = ["clopidogrel", "aspirin", "prasugrel", "ticagrelor"],
        ["heparinedebaspoidsmoleculaire"] = ["enoxaparin", "tinzaparin", "dalteparin", "nadroparin"],
        ["antiinflammatoire"] = ["ibuprofen", "ketoprofen", "naproxen", "diclofenac"],
        ["hbpm"] = ["enoxaparin", "tinzaparin", "dalteparin", "nadroparin"],
        ["lmwh"] = ["enoxaparin", "tinzaparin", "dalteparin", "nadroparin"],
        ["ains"] = ["ibuprofen", "ketoprofen", "naproxen", "diclofenac"],
        ["nsaid"] = ["ibuprofen", "ketoprofen", "naproxen", "diclofenac"],
    };

    /// <summary>The names of a list: split at semicolons, new lines, plus signs, «et», and commas that stand between no two digits.</summary>
    public static IReadOnlyList<TypedDrug> Split(string typed) =>
        [.. Separators().Split(typed).Select(name => name.Trim()).Where(name => name.Length > 0 && !FormOrStrengthOnly().IsMatch(name)).Select(Dosed)];

    /// <summary>The first name that has to be asked about, with its question; null when there is none.</summary>
    /// <param name="drugs">The list.</param>
    /// <param name="confirmed">Folded names that were asked about and stand as typed.</param>
    public static (int Place, Answer.Ask Ask)? FirstDoubt(IReadOnlyList<TypedDrug> drugs, IReadOnlySet<string> confirmed)
    {
        for (var place = 0; place < drugs.Count; place++)
        {
            if (drugs[place] is { Inn: null, Typed.Length: <= LongestName } && !confirmed.Contains(ConfirmationOf(drugs[place])) && Candidates(drugs[place].Typed) is { Count: > 0 } candidates)
            {
                return (place, Question(drugs[place].Typed, candidates));
            }
        }

        return null;
    }

    /// <summary>The list with the answer to its first doubt taken over.</summary>
    /// <returns>The list as text, and what is confirmed now.</returns>
    public static (string Text, string? Confirmed) Resolve(string typed, IReadOnlySet<string> confirmed, string meant)
    {
        var drugs = Split(typed).ToList();
        if (FirstDoubt(drugs, confirmed) is not { } doubt || doubt.Ask.Question.Options.All(option => option.Id != meant))
        {
            return (typed, null);
        }

        var doubtful = drugs[doubt.Place];
        switch (meant)
        {
            case AsTyped:
                return (typed, ConfirmationOf(doubtful));
            case NotTaken:
                drugs.RemoveAt(doubt.Place);
                break;
            case All:
                drugs[doubt.Place] = doubtful with { Typed = string.Join(" ; ", Candidates(doubtful.Typed)), DailyDoseMg = null };
                break;
            default:
                drugs[doubt.Place] = doubtful with { Typed = meant };
                break;
        }

        return (drugs.Count == 0 ? Nobody : string.Join(" ; ", drugs.Select(Print)), null);
    }

    private static string ConfirmationOf(TypedDrug drug) => $"{Fields.OtherDrugsId}={DrugNames.Fold(drug.Typed)}";

    /// <summary>A drug as it stands in a list.</summary>
    internal static string Print(TypedDrug drug) => drug.DailyDoseMg is { } dose
        ? $"{drug.Typed} {dose.ToString(CultureInfo.InvariantCulture)} mg/j"
        : drug.Typed;

    /// <summary>A dose is taken over only where it can mean nothing else: «1 100 mg/j», «2 x 100 mg/j» and «1,000 mg/j» stay unread.</summary>
    private static TypedDrug Dosed(string name)
    {
        var match = DailyDose().Match(name);
        if (!match.Success || match.Index == 0 || Multiplied().IsMatch(name[..match.Index]))
        {
            return new(name, null);
        }

        var answer = NumberReader.ReadAspirinDose(match.Groups["mg"].Value, confirmed: false);
        return answer is Answer.Understood { Value: decimal dose } ? new(name[..match.Index].Trim(), dose) : new(name, null);
    }

    /// <summary>The drugs that a doubtful name may mean; empty = it is simply not known.</summary>
    private static List<string> Candidates(string typed)
    {
        var folded = DrugNames.Fold(typed);
        if (ClassOf(folded) is { } members)
        {
            return [.. members];
        }

        var among = Runs(typed).SelectMany(run => Named(run)).Distinct().ToList();
        return among.Count > 0 || folded.StartsWith("vitamin", StringComparison.Ordinal) ? among : [.. Near(folded)];
    }

    private static string[] Named(string run) =>
        DrugTable.Current.FindDual(run) is { } dual ? [dual.Name]
        : DrugTable.Current.Find(run) is { } drug ? [drug.Inn]
        : ClassOf(DrugNames.Fold(run)) ?? [];

    private static string[]? ClassOf(string folded) => Classes.GetValueOrDefault(folded)
        ?? Classes.GetValueOrDefault(folded.TrimEnd('s'))
        ?? Classes.GetValueOrDefault(folded.Replace("antagonistes", "antagoniste", StringComparison.Ordinal)
            .Replace("antivitamines", "antivitamine", StringComparison.Ordinal)
            .Replace("anticoagulants", "anticoagulant", StringComparison.Ordinal)
            .Replace("antiagregants", "antiagregant", StringComparison.Ordinal)
            .Replace("oraux", "oral", StringComparison.Ordinal).TrimEnd('s'));

    /// <summary>Whether the text names each of the candidates, rather than a class that holds them.</summary>
    private static bool AreNamed(string typed, List<string> candidates) =>
        candidates.Count > 1 && candidates.TrueForAll(inn => Runs(typed).Any(run => DrugTable.Current.Find(run)?.Inn == inn || DrugTable.Current.FindDual(run)?.Name == inn));

    private static string Names(IEnumerable<string> candidates, Language language) =>
        string.Join(" + ", candidates.Select(inn => DrugTable.Current.Find(inn)?.Name.In(language) ?? inn));

    /// <summary>One to three words side by side, longest first.</summary>
    private static IEnumerable<string> Runs(string typed)
    {
        var words = WordBreaks().Split(typed).Where(word => word.Length > 0).ToList();
        return
            from length in Enumerable.Range(1, LongestRun).Reverse()
            from start in Enumerable.Range(0, Math.Max(0, words.Count - length + 1))
            select string.Join(' ', words.Skip(start).Take(length));
    }

    private static IEnumerable<string> Near(string folded)
    {
        var allowed = folded.Length >= LongName ? 2 : 1;
        return DrugTable.Current.Names
            .Select(known => (known.Inn, Distance: Edits.Distance(folded, DrugNames.Fold(known.Name))))
            .Where(known => known.Distance <= allowed)
            .OrderBy(known => known.Distance)
            .Select(known => known.Inn)
            .Distinct();
    }

    private static Answer.Ask Question(string typed, List<string> candidates) => new(
        new($"« {typed} » n’est pas un nom reconnu : préciser", $"“{typed}” is not a recognised name: say which"),
        new(Fields.OtherDrugsId + ".meant", new($"Que veut dire « {typed} » ?", $"What does “{typed}” mean?"), FieldShape.Choice)
        {
            AsksBack = true,
            Options =
            [
                .. candidates.Select(inn => new Option(inn, DrugTable.Current.Find(inn)?.Name ?? Phrase.Same(inn))),
                .. AreNamed(typed, candidates) ? [new Option(All, new("Tous : " + Names(candidates, Language.French), "All: " + Names(candidates, Language.English)))] : Array.Empty<Option>(),
                new(NotTaken, new("Ce médicament n’est pas pris", "This drug is not taken")),
                new(AsTyped, new("Un autre médicament, écrit tel quel", "Another drug, as typed")),
            ],
        });

    [GeneratedRegex(@"[;\r\n+]|\s(et|and)\s|,(?!\d)|(?<!\d),", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<mg>\d{1,6}([.,]\d{1,3})?)\s*mg\s*(/\s*(j|jour|d|day)|par jour|a day|daily|/\s*24\s*h)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex DailyDose();

    // «2 x», «1 » before «100 mg/j»: the number is not the dose.
    [GeneratedRegex(@"(\d(\s*[x×*])?|[x×*])\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Multiplied();

    [GeneratedRegex(@"^(\d+([.,]\d+)?\s*(mg|g|µg|ui|ml)?|cp|comprimes?|comprimés?|gelules?|gélules?|sachets?|injectable|lp)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex FormOrStrengthOnly();

    [GeneratedRegex(@"[\s'’()/.,:&*•|½%_>=+-]+", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex WordBreaks();
}
