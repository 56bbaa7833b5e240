using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>A line that was typed: the field that it answers and with what, or why it answers none.</summary>
internal sealed record TypedLine(Field? Field, string Text, Phrase Problem = default)
{
    /// <summary>The whole line.</summary>
    public string Whole { get; init; } = Text;

    /// <summary>Whether it names its question with a colon.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>
/// Finds the question that a typed line answers: <c>label : value</c>, <c>TP 85</c>, or a value that only one question of the
/// step can take.
/// </summary>
internal static partial class TypedLines
{
    private static readonly Phrase NotUnderstood = new(
        "pas compris : écrire « libellé : valeur », une réponse par ligne", "not understood: write “label: value”, one answer a line");

    private static readonly Phrase Ambiguous = new(
        "plusieurs questions peuvent recevoir cette réponse : écrire « libellé : valeur »",
        "more than one question can take this answer: write “label: value”");

    /// <summary>Reads the lines.</summary>
    /// <param name="text">One answer a line.</param>
    /// <param name="steps">The fields of each step, the step that is shown first.</param>
    public static IEnumerable<TypedLine> Read(string text, IEnumerable<IReadOnlyList<Field>> steps)
    {
        var byStep = steps.ToList();
        var names = byStep.SelectMany(fields => fields).SelectMany(field => Names(field).Select(name => (Field: field, Name: Fold.Text(name)))).ToList();
        return text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => (Labelled(line, names) ?? Bare(line, byStep)) with { Whole = line });
    }

    /// <summary>The field that a label names, in any step.</summary>
    public static Field? Named(string label, IEnumerable<Field> fields)
    {
        var folded = Fold.Text(label);
        return fields.FirstOrDefault(field => Names(field).Any(name => Fold.Text(name) == folded));
    }

    private static TypedLine? Labelled(string line, List<(Field Field, string Name)> names)
    {
        for (var colon = line.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = line.IndexOf(':', colon + 1))
        {
            // Labels hold colons too: «Clopidogrel : jour de la dernière prise : 24/11/2026».
            var label = Fold.Text(line[..colon]);
            if (names.Find(known => known.Name == label).Field is { } field)
            {
                return new(field, line[(colon + 1)..].Trim()) { IsNamed = true };
            }
        }

        // Without a colon: the longest name that starts the line, before a number or one of the field's own values.
        var folded = Fold.Text(line);
        return names
            .Where(pair => folded.StartsWith(pair.Name + " ", StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Name.Length)
            .Select(pair => new TypedLine(pair.Field, Rest(line, pair.Name)))
            .FirstOrDefault(typed => Fits(typed.Field!, typed.Text));
    }

    private static TypedLine Bare(string line, List<IReadOnlyList<Field>> steps)
    {
        var fields = steps[0];
        var fitting = fields.Where(field => field.Options.Count > 0 && ChoiceReader.Ids(field, line) is not null).ToList();
        if (fitting.Count == 1)
        {
            return new(fitting[0], line);
        }

        if (fitting.Count > 1)
        {
            return new(null, line, Ambiguous);
        }

        if (GigaPerLitre().IsMatch(line) && steps.SelectMany(step => step).FirstOrDefault(field => field.Id == Vocabulary.Platelets.Path) is { } platelets)
        {
            return new(platelets, line);
        }

        if (DrugListReader.Split(line).Any(drug => drug.Inn is not null) && fields.FirstOrDefault(field => field.Id == Fields.OtherDrugsId) is { } drugs)
        {
            return new(drugs, line);
        }

        return Level().IsMatch(line) && fields.FirstOrDefault(field => field.Id == Vocabulary.Label.Path) is { } label
            ? new(label, line)
            : new(null, line, NotUnderstood);
    }

    private static bool Fits(Field field, string value) => field.Options.Count > 0
        ? ChoiceReader.Ids(field, value) is not null
        : field.Shape is not FieldShape.Text || (value.Length > 0 && char.IsDigit(value[0]));

    private static string Rest(string line, string name)
    {
        var words = name.Split(' ').Length;
        return string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(words));
    }

    private static IEnumerable<string> Names(Field field) => field.Aliases.Prepend(field.Label.En).Prepend(field.Label.Fr).Prepend(field.Id);

    [GeneratedRegex(@"^\d[\d\s.,]*(g/l|giga/l|/mm3|/mm³)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex GigaPerLitre();

    [GeneratedRegex(@"^[CTDLS]\d{1,2}([-/]?[CTDLS]?\d{1,2})?(\s+(gauche|droite?|left|right))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Level();
}
