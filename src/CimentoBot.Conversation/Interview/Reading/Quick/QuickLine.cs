using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Words that were not taken over, as typed, and why.</summary>
internal sealed record QuickQuestion(string Text, Phrase Why);

/// <summary>A typed line that may state several facts: what it states beyond doubt, and what has to be asked about.</summary>
/// <param name="Facts">What is stated, in the order of the line; a drug each.</param>
/// <param name="Questions">What was not taken over.</param>
/// <param name="Pending">Answers that their step asks back about, by input id, as typed.</param>
/// <param name="Language">The language of its words, where they are of one alone.</param>
internal sealed record QuickLine(
    IReadOnlyList<QuickFact> Facts, IReadOnlyList<QuickQuestion> Questions, IReadOnlyList<(string Id, string Text)> Pending, Language? Language)
{
    /// <summary>A line that says fewer things is an ordinary answer.</summary>
    public const int Several = 2;

    /// <summary>Why nothing at all was taken: it looks like somebody's identity.</summary>
    public Phrase? Refused { get; init; }

    /// <summary>How many things it says: a level is one, although it gives the bone and the name of the lesion.</summary>
    public int Statements { get; init; }

    public bool IsEmpty => Statements == 0 && Questions.Count == 0;

    /// <summary>Whether it says several things, doubtful numbers and names included.</summary>
    public bool SaysSeveral => Statements + Pending.Count >= Several;

    /// <summary>Whether it answers several questions and leaves nothing to be asked about.</summary>
    public bool IsWhole => Questions.Count == 0 && Statements >= Several && Facts.Select(fact => fact.Fact).Distinct().Skip(1).Any();

    /// <summary>Reads a line. Nothing is assumed: what it does not say stays unknown.</summary>
    public static QuickLine Read(string typed, LocalDate today, DateTimeZone zone)
    {
        var text = new QuickText(typed);
        var pieces = QuickScanner.Pieces(text, today, zone);
        var refused = QuickDoubts.In(pieces);
        var taken = pieces.Where(piece => piece.Kind is QuickKind.Phrase && !refused.ContainsKey(piece)).ToList();
        var statements = taken.Count(piece => piece.Facts.Count > 0);
        if (IdentityGuard.Find(typed) is { } identity)
        {
            return new([], [], [], null) { Refused = identity, Statements = statements };
        }

        var languages = taken.Select(piece => piece.Language).OfType<Language>().Distinct().ToList();
        return new(
            [.. taken.SelectMany(piece => piece.Facts).Distinct()],
            [.. QuickDoubts.Told(text, pieces, refused)],
            [.. taken.Where(piece => piece.Pending is not null).Select(piece => piece.Pending!.Value)],
            languages.Count == 1 ? languages[0] : null)
        { Statements = statements };
    }
}
