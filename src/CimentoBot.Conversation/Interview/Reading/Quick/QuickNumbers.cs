using System.Text.RegularExpressions;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Numbers behind the word that names them: «EVA 7/10», «plaquettes : 180 G/L», «TP 92». Units are the number reader's.</summary>
internal static partial class QuickNumbers
{
    /// <summary>The numeric scale in French: in small letters it is a preposition.</summary>
    private const string NumericScale = "EN";

    private static readonly Row[] Rows =
    [
        .. Named(Vocabulary.Platelets, PlateletUnit()),
        .. Named(Vocabulary.ProthrombinRatio, Percent()),
        .. Named(Vocabulary.Intensity, OfTen()),
        new("douleur", Vocabulary.Intensity, OfTen()) { UnitWanted = QuickSay.NumberAlone },
        new("pain", Vocabulary.Intensity, OfTen()) { UnitWanted = QuickSay.NumberAlone },

        // English writes a time in seconds so too.
        new("pt", Vocabulary.ProthrombinRatio, Percent()) { UnitWanted = QuickSay.PercentWanted },
        new("inr", Vocabulary.ProthrombinRatio, Percent()) { Before = "INR " },
    ];

    /// <summary>A name with its number at a place, or a name without one.</summary>
    public static QuickPiece? At(QuickText text, int at, LocalDate today)
    {
        if (Rows.Where(row => row.IsAt(text, at)).MaxBy(row => row.Folded.Length) is not { } row)
        {
            return null;
        }

        var nameEnd = at + row.Folded.Length;
        var number = Number().Match(text.Folded, nameEnd);
        if (!number.Success)
        {
            return row.UnitWanted is null ? QuickPiece.Asks(at, nameEnd, QuickSay.ValueWanted, row.About) : null;
        }

        var value = number.Groups["value"];
        var unit = row.Unit.Match(text.Folded, value.Index + value.Length);
        var end = value.Index + value.Length + unit.Length;
        if (Range().Match(text.Folded, end) is { Success: true } range)
        {
            return QuickPiece.Asks(at, end + range.Length, QuickSay.TwoValues, row.About);
        }

        if (!text.IsEnd(end))
        {
            return QuickPiece.Asks(at, end + Rest().Match(text.Folded, end).Length, QuickSay.ValueWanted, row.About);
        }

        return row.UnitWanted is { } wanted && unit.Length == 0
            ? QuickPiece.Asks(at, end, wanted, row.About)
            : Read(row, at, end, text.Typed[value.Index..end], today);
    }

    private static QuickPiece Read(Row row, int at, int end, string typed, LocalDate today) => FactReader.Read(row.Fact, row.Before + typed, today) switch
    {
        Answer.Understood { Value: { } value } => QuickPiece.States(at, end, new QuickFact(row.Fact, value)) with { Language = row.Language },
        Answer.Ask ask => QuickPiece.Asks(at, end, ask.WithAnswers, row.About) with { Pending = (row.Fact.Path, typed) },
        Answer.Bad bad => QuickPiece.Asks(at, end, bad.Message, row.About),
        _ => QuickPiece.Asks(at, end, QuickSay.ValueWanted, row.About),
    };

    private static IEnumerable<Row> Named(NumberFact fact, Regex unit) =>
    [
        .. Fields.For(fact).Aliases.Select(alias => new Row(alias, fact, unit)),
        new(fact.Label.Fr, fact, unit) { Language = Language.French },
        new(fact.Label.En, fact, unit) { Language = Language.English },
    ];

    private sealed record Row(string Name, NumberFact Fact, Regex Unit)
    {
        public string Folded { get; } = Fold.Text(Name);

        /// <summary>What the number reader is told before the number.</summary>
        public string Before { get; init; } = "";

        /// <summary>What is asked where the unit is not there; null = the number alone is enough.</summary>
        public Phrase? UnitWanted { get; init; }

        public Language? Language { get; init; }

        /// <summary>An INR is no second value of the prothrombin activity.</summary>
        public Fact[] About => Before.Length == 0 ? [Fact] : [];

        public bool IsAt(QuickText text, int at) =>
            text.Has(Folded, at) && (Name != NumericScale || string.CompareOrdinal(text.Typed, at, Name, 0, Name.Length) == 0);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A number with its decimals, or in groups of three digits: «180 000».
    [GeneratedRegex(@"\G\s*([:=]|(a|de|est|is|of|at)\s)?\s*(?<value>[-+]?\d+([.,]\d+)*( \d{3}(?!\d))*)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(\s*([x×*·]?\s*10\s*(\^|e|⁹)\s*9?\s*/\s*l|giga/l|giga|g/l|g|k/[uµμ]l|/?mm[3³]|/ ?[uµμ]l|par mm3)(?!\w))?", Options, RegexLimit.Milliseconds)]
    private static partial Regex PlateletUnit();

    [GeneratedRegex(@"\G(\s*%)?", Options, RegexLimit.Milliseconds)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\G(\s*/\s*10(?!\d))?", Options, RegexLimit.Milliseconds)]
    private static partial Regex OfTen();

    [GeneratedRegex(@"\G\s*([-–—/~→>]|->|a|to|ou|or|et|puis|then)\s*\d+([.,/]\d+)*", Options, RegexLimit.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"\G[^\s,;]*", Options, RegexLimit.Milliseconds)]
    private static partial Regex Rest();
}
