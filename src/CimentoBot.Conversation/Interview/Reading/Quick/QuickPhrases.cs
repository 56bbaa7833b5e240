using System.Collections.Frozen;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>The words of <see cref="QuickWords"/>, and the titles of the facts' own values, found at a place of a line.</summary>
internal static class QuickPhrases
{
    /// <summary>A word that only its accent tells from another one: «côté» is no rib.</summary>
    private const string Rib = "côte";

    private static readonly FrozenDictionary<char, Row[]> Rows = ByFirstLetter(
        [.. Values().Concat(WithSides()).Concat(Answered()), .. Plain(QuickKind.Filler, QuickWords.Fillers),
            .. Plain(QuickKind.Negation, QuickWords.Negations), .. Plain(QuickKind.Doubt, QuickWords.Doubts), .. Vague()]);

    /// <summary>What stands at a place, longest first.</summary>
    public static QuickPiece? At(QuickText text, int at)
    {
        var row = Rows.GetValueOrDefault(text.Folded[at], []).FirstOrDefault(row => Stands(row, text, at));
        if (row is null)
        {
            return null;
        }

        var end = at + row.Folded.Length;
        return row switch
        {
            { Question: { } question } => QuickPiece.Asks(at, end, question, row.About is null ? [] : [row.About]),
            { Raw.Length: > 0 } => QuickPiece.States(at, end, Stated(row, text.Typed[at..end])) with { Language = row.Language },
            _ => new(row.Kind, at, end),
        };
    }

    private static bool Stands(Row row, QuickText text, int at) => row.Ends
        ? text.Has(row.Folded, at) && (!row.Words.StartsWith(Rib, StringComparison.Ordinal) || string.Compare(text.Typed, at, row.Words, 0, row.Words.Length, StringComparison.OrdinalIgnoreCase) == 0)
        : text.IsStart(at) && string.CompareOrdinal(text.Folded, at, row.Folded, 0, row.Folded.Length) == 0;

    private static IReadOnlyList<QuickFact> Stated(Row row, string typed)
    {
        var fact = new QuickFact(row.About!, ((Answer.Understood)FactReader.Read(row.About!, row.Raw, default)).Value!);
        return row.HasSide ? [fact, new(Vocabulary.Label, typed)] : [fact];
    }

    /// <summary>Titles, names with titles, and the rows.</summary>
    private static IEnumerable<Row> Values() =>
    [
        .. from pair in QuickWords.ByTitle
           from option in OptionsOf(pair.Fact, pair.Except)
           from words in In(option.Title)
           select new Row(words.Words) { About = pair.Fact, Raw = option.Id, Language = words.Language },
        .. from pair in QuickWords.ByNameAndTitle
           from option in OptionsOf(pair.Fact, pair.Except)
           from title in In(option.Title)
           from name in Fields.For(pair.Fact).Aliases.Append(pair.Fact.Label.In(title.Language))
           select new Row($"{name} {title.Words}") { About = pair.Fact, Raw = option.Id, Language = title.Language },
        .. from row in QuickWords.Values
           from words in In(row.French, row.English)
           select new Row(words.Words) { About = row.Fact, Raw = row.Value, Language = words.Language },
    ];

    /// <summary>A bone with its side, which makes the name of the lesion: «côte gauche», «left rib».</summary>
    private static IEnumerable<Row> WithSides() =>
        from row in Values()
        where row.About == Vocabulary.Site
        from side in row.Language is Language.French ? QuickWords.Sides.French : QuickWords.Sides.English
        select new Row(row.Language is Language.French ? $"{row.Words} {side}" : $"{side} {row.Words}")
        {
            About = row.About,
            Raw = row.Raw,
            Language = row.Language,
            HasSide = true,
        };

    private static IEnumerable<Row> Answered() =>
        from row in QuickWords.YesOrNo
        from name in In([.. row.French, row.Fact.Label.Fr], [.. row.English, row.Fact.Label.En])
        from without in (name.Language is Language.French ? QuickWords.Without.French : QuickWords.Without.English).Prepend("")
        select new Row((without.EndsWith('\'') || without.Length == 0 ? without : without + " ") + name.Words)
        {
            About = row.Fact,
            Raw = without.Length == 0 ? Common.YesOption.Id : Common.NoOption.Id,
            Language = name.Language,
        };

    private static IEnumerable<Row> Vague() =>
        from row in QuickWords.Vague
        from words in row.Words
        select new Row(words) { About = row.Fact, Question = row.Question };

    private static IEnumerable<Row> Plain(QuickKind kind, IReadOnlyList<string> words) =>
        words.Select(word => new Row(word) { Kind = kind });

    private static IEnumerable<Option> OptionsOf(Fact fact, string[] except) =>
        ((IChoiceFact)fact).Options.Where(option => !except.Contains(option.Id));

    private static IEnumerable<(string Words, Language Language)> In(Phrase phrase) => In([phrase.Fr], [phrase.En]);

    /// <summary>Words that are the same in both languages come once, in none.</summary>
    private static IEnumerable<(string Words, Language Language)> In(string[] french, string[] english) =>
        french.Select(words => (words, Language.French)).Concat(english.Select(words => (words, Language.English)));

    private static FrozenDictionary<char, Row[]> ByFirstLetter(IReadOnlyList<Row> rows)
    {
        var both = rows.GroupBy(row => (row.Folded, row.Raw, row.About))
            .Select(same => same.Select(row => row.Language).Distinct().Count() > 1 ? same.First() with { Language = null } : same.First());
        return both.GroupBy(row => row.Folded[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(row => row.Folded.Length).ToArray());
    }

    private sealed record Row(string Words)
    {
        public string Folded { get; } = Fold.Text(Words);

        public QuickKind Kind { get; init; }

        public Fact? About { get; init; }

        public string Raw { get; init; } = "";

        public bool HasSide { get; init; }

        public Phrase? Question { get; init; }

        public Language? Language { get; init; }

        /// <summary>An elided word goes on in the next one: «d'Eliquis».</summary>
        public bool Ends => !Words.EndsWith('\'');
    }
}
