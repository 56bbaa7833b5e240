using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Reads choices: ids as a card sends them, titles as people type them, in either language.</summary>
internal static class ChoiceReader
{
    private static readonly Phrase Alone = new("« aucun » ou « pas encore connu » ne va pas avec autre chose", "“none” or “not known yet” goes with nothing else");

    /// <summary>The ids that were given; null = one of them is no value of the field.</summary>
    public static IReadOnlyList<string>? Ids(Field field, string typed)
    {
        if (IdOf(field, typed) is { } whole)
        {
            return [whole];
        }

        if (field.Shape is not FieldShape.Choices)
        {
            return null;
        }

        var ids = typed.Split([',', ';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => IdOf(field, part) is { } id ? [id] : part.Split([" et ", " and "], StringSplitOptions.TrimEntries).Select(one => IdOf(field, one)))
            .ToList();
        return ids.Count > 0 && ids.TrueForAll(id => id is not null) ? [.. ids.OfType<string>().Distinct()] : null;
    }

    /// <summary>The error of ids that exclude one another, or null.</summary>
    public static Phrase? Conflict(IReadOnlyList<string> ids) =>
        ids.Count > 1 && (ids.Contains(Common.None) || ids.Contains(Common.Unknown)) ? Alone : null;

    /// <summary>What a field takes, in words.</summary>
    public static Phrase Takes(Field field) => new(
        "choisir : " + string.Join(", ", field.Options.Select(option => option.Title.Fr)),
        "choose: " + string.Join(", ", field.Options.Select(option => option.Title.En)));

    private static string? IdOf(Field field, string typed)
    {
        var folded = Fold.Text(typed);
        var exact = field.Options.FirstOrDefault(option =>
            folded == Fold.Text(option.Id) || folded == Fold.Text(option.Title.Fr) || folded == Fold.Text(option.Title.En));
        if (exact is not null)
        {
            return exact.Id;
        }

        var other = Words.MeanUnknown(typed) ? Common.Unknown
            : Words.MeanNone(typed) ? Common.None
            : Words.MeanYesOrNo(typed) switch { true => "true", false => "false", null => null };
        return other is not null && field.Options.Any(option => option.Id == other) ? other : Short(field, folded);
    }

    /// <summary>The start of exactly one title («stable», «mal contrôlée»), of at least three letters.</summary>
    private static string? Short(Field field, string folded)
    {
        if (folded.Length < 3)
        {
            return null;
        }

        var matching = field.Options.Where(option =>
            Fold.Text(option.Title.Fr).StartsWith(folded, StringComparison.Ordinal)
            || Fold.Text(option.Title.En).StartsWith(folded, StringComparison.Ordinal)).ToList();
        return matching.Count == 1 ? matching[0].Id : null;
    }
}
