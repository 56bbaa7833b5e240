using System.Collections.Immutable;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>The minutes of a session, before they are written as text or as a page: people's own words stand in them as they were typed.</summary>
/// <param name="Board">What the board is called.</param>
/// <param name="Session">The day of the session.</param>
/// <param name="Day">The day on which the minutes were made.</param>
/// <param name="Suspended">Why the guideline is suspended now; empty = it is in force.</param>
/// <param name="Cases">The cases that were decided in the session, as they were presented.</param>
/// <param name="Undecided">Codes of the session's cases that have no decision.</param>
public sealed record Minutes(
    string Board, LocalDate Session, LocalDate Day, string Suspended, ImmutableArray<MinutesCase> Cases, ImmutableArray<string> Undecided)
{
    /// <summary>Codes of the session's cases that cannot be read.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];
}

/// <summary>A case in the minutes.</summary>
/// <param name="Code">Its code, which is a pseudonym.</param>
/// <param name="Label">The lesion, as it was typed; empty = not said.</param>
/// <param name="Lines">What was presented, said, signed and decided, in that order.</param>
public sealed record MinutesCase(string Code, string Label, ImmutableArray<MinutesLine> Lines);

/// <summary>A line of the minutes.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What is to be said.</param>
public sealed record MinutesLine(Phrase Title, Phrase Text);
