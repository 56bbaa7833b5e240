using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>
/// Which statements of a line do not stand. Words that were not understood make those beside them doubtful, up to a comma; a negation
/// or a remark («, arrêté hier») reaches over a list of drugs, or over the comma; two values for one fact are none.
/// </summary>
internal static class QuickDoubts
{
    /// <summary>The statements that are not taken over, and why.</summary>
    public static IReadOnlyDictionary<QuickPiece, Phrase> In(IReadOnlyList<QuickPiece> pieces)
    {
        var refused = new Dictionary<QuickPiece, Phrase>(ReferenceEqualityComparer.Instance);
        foreach (var sentence in Cut(pieces, QuickKind.Stop))
        {
            var phrases = Cut(sentence, QuickKind.Comma).ToList();
            for (var clause = 0; clause < phrases.Count; clause++)
            {
                MakeDoubtful(phrases, clause, refused);
            }
        }

        foreach (var piece in Contradicting(pieces))
        {
            refused.TryAdd(piece, QuickSay.TwoValues);
        }

        return refused;
    }

    /// <summary>What was not taken over, in the order of the line: words that stand together are told together.</summary>
    public static IEnumerable<QuickQuestion> Told(QuickText text, IReadOnlyList<QuickPiece> pieces, IReadOnlyDictionary<QuickPiece, Phrase> refused)
    {
        var together = new List<QuickPiece>();
        foreach (var piece in pieces.Where(piece => piece.Kind is not QuickKind.Filler))
        {
            var isRefused = refused.TryGetValue(piece, out var why);
            if (piece.IsInTheWay || (isRefused && why != QuickSay.TwoValues))
            {
                together.Add(piece);
                continue;
            }

            if (together.Count > 0)
            {
                yield return Of(text, together, refused);
                together = [];
            }

            if ((isRefused ? why : piece.Question) is { } question)
            {
                yield return new(text.Typed[piece.Start..piece.End], question);
            }
        }

        if (together.Count > 0)
        {
            yield return Of(text, together, refused);
        }
    }

    private static void MakeDoubtful(List<List<QuickPiece>> clauses, int place, Dictionary<QuickPiece, Phrase> refused)
    {
        var clause = clauses[place];
        if (!clause.Exists(piece => piece.Kind is QuickKind.Phrase))
        {
            if (IsRemark(clause))
            {
                var before = clauses.Take(place).SelectMany(pieces => pieces).Reverse().ToList();
                var after = clauses.Skip(place + 1).SelectMany(pieces => pieces).ToList();
                Refuse(before.Exists(piece => piece.Kind is QuickKind.Phrase) ? before : after, WhyOf(clause), refused);
            }

            return;
        }

        var all = clauses.SelectMany(pieces => pieces).ToList();
        foreach (var run in Runs(clause))
        {
            var why = WhyOf(run);
            var before = clause.TakeWhile(piece => piece != run[0]).Any(piece => piece.Kind is QuickKind.Phrase);
            var after = clause.SkipWhile(piece => piece != run[^1]).Any(piece => piece.Kind is QuickKind.Phrase);
            var isMark = run.TrueForAll(piece => piece.Kind is QuickKind.QuestionMark);
            if (before)
            {
                Refuse(all.TakeWhile(piece => piece != run[0]).Reverse(), why, refused);
            }

            if (after && !(isMark && before))
            {
                Refuse(all.SkipWhile(piece => piece != run[^1]).Skip(1), why, refused);
            }
        }
    }

    /// <summary>The nearest statement, and where it names a drug, the drugs that stand side by side with it.</summary>
    private static void Refuse(IEnumerable<QuickPiece> outwards, Phrase why, Dictionary<QuickPiece, Phrase> refused)
    {
        QuickPiece? first = null;
        foreach (var piece in outwards.Where(piece => piece.Kind is not QuickKind.Filler))
        {
            if (piece.Kind is not QuickKind.Phrase || (first is not null && !(first.IsDrug && piece.IsDrug)))
            {
                if (first is not null)
                {
                    return;
                }

                continue;
            }

            first ??= piece;
            refused.TryAdd(piece, why);
        }
    }

    /// <summary>Words between two statements that were not understood.</summary>
    private static IEnumerable<List<QuickPiece>> Runs(List<QuickPiece> clause) => Cut(clause, QuickKind.Phrase)
        .Select(between => between.Where(piece => piece.IsInTheWay).ToList())
        .Where(run => run.Count > 0);

    /// <summary>A clause of its own about what stands before it: it begins with a doubt, or holds nothing but doubts, denials and numbers.</summary>
    private static bool IsRemark(List<QuickPiece> clause)
    {
        var words = clause.Where(piece => piece.IsInTheWay).ToList();
        return words.Count > 0
            && (words[0].Kind is QuickKind.Doubt or QuickKind.QuestionMark || words.TrueForAll(piece => piece.Kind is not QuickKind.Unknown));
    }

    /// <summary>The statements about a fact that a line gives two values, or a value and a doubt.</summary>
    private static IEnumerable<QuickPiece> Contradicting(IReadOnlyList<QuickPiece> pieces)
    {
        var said =
            from piece in pieces
            from about in piece.About
            let value = piece.Facts.FirstOrDefault(fact => fact.Fact == about)?.Value
            select (Piece: piece, Key: value is TypedDrug drug ? (object)drug.Inn! : about, Value: value is TypedDrug named ? named.DailyDoseMg : value);
        return said
            .Where(one => one.Key is not MedicationsFact)
            .GroupBy(one => one.Key)
            .Where(same => same.Select(one => one.Value).Distinct().Skip(1).Any())
            .SelectMany(same => same.Select(one => one.Piece));
    }

    private static Phrase WhyOf(List<QuickPiece> run) =>
        run.Exists(piece => piece.Kind is QuickKind.Negation) ? QuickSay.Denied
        : run.Exists(piece => piece.Kind is QuickKind.Doubt or QuickKind.QuestionMark) ? QuickSay.Doubted
        : QuickSay.NotUnderstoodBeside;

    private static QuickQuestion Of(QuickText text, List<QuickPiece> pieces, IReadOnlyDictionary<QuickPiece, Phrase> refused) => new(
        text.Typed[pieces[0].Start..pieces[^1].End],
        pieces.Where(refused.ContainsKey).Select(piece => (Phrase?)refused[piece]).FirstOrDefault()
            ?? (pieces.TrueForAll(piece => piece.Kind is QuickKind.Number) ? QuickSay.NumberAlone
                : WhyOf(pieces) is var why && why == QuickSay.NotUnderstoodBeside ? QuickSay.NotUnderstood : why));

    private static IEnumerable<List<QuickPiece>> Cut(IReadOnlyList<QuickPiece> pieces, QuickKind at)
    {
        var part = new List<QuickPiece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == at)
            {
                yield return part;
                part = [];
            }
            else
            {
                part.Add(piece);
            }
        }

        yield return part;
    }
}
