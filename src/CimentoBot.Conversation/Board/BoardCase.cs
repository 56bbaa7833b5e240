using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>Where a case stands in the life that it has at the board; <see cref="BoardLife"/> says what leads where.</summary>
public enum BoardStage
{
    /// <summary>In the channel; nobody has given an opinion.</summary>
    Posted,

    /// <summary>There are opinions, of fewer specialties than the quorum asks for.</summary>
    Discussed,

    /// <summary>The opinions make the quorum: the decision can be recorded.</summary>
    Decided,

    /// <summary>The decision is recorded.</summary>
    Closed,

    /// <summary>It was closed and is discussed anew.</summary>
    Reopened,

    /// <summary>Its session has passed without a decision.</summary>
    Expired,

    /// <summary>The guideline is suspended, or the channel cannot be reached: nothing is taken until that is over.</summary>
    Suspended,
}

/// <summary>What a case is suspended for. One that ends does not end the other.</summary>
public enum SuspensionCause
{
    /// <summary>The hospital suspended the guideline.</summary>
    Guideline,

    /// <summary>The channel is gone, or the bot was taken out of its team.</summary>
    Channel,
}

/// <summary>Whose opinion it is: the six that the source names, anaesthesia and pharmacy (question 3; the last two are ours).</summary>
public enum Specialty
{
    Radiology,
    Rheumatology,
    Oncology,
    Radiotherapy,
    Orthopaedics,
    PainMedicine,
    Anaesthesia,
    Pharmacy,
}

/// <summary>What somebody thinks of the procedure.</summary>
public enum OpinionValue
{
    Favourable,
    FavourableWithConditions,
    Unfavourable,
    MoreInformation,
}

/// <summary>Who signs the holds.</summary>
public enum SignatoryRole
{
    Anaesthesia,
    Prescriber,
}

/// <summary>What a signatory says of the holds.</summary>
public enum SignOutcome
{
    Agreed,

    /// <summary>Agreed with a correction, which the reason gives.</summary>
    Corrected,

    /// <summary>Stopping is refused; the reason says why.</summary>
    Refused,
}

/// <summary>What the board decided.</summary>
public enum BoardDecision
{
    Accepted,
    AcceptedWithConditions,
    Refused,
    Postponed,
    OtherTreatment,
}

/// <summary>Why a decision is unlike the verdict.</summary>
public enum DeviationReason
{
    PatientWish,
    Comorbidity,
    NewFinding,
    TeamExperience,
    Resources,
    Other,
}

/// <summary>What the board saw: frozen, so that nobody has to guess what an opinion was about.</summary>
/// <param name="Number">1 for the first; goes up with every change of answer or rules.</param>
/// <param name="At">When.</param>
/// <param name="Facts">The answers.</param>
/// <param name="Decision">The verdict, the rules behind it and its day.</param>
/// <param name="Question">The clinician's question; empty = none.</param>
public sealed record Presentation(int Number, DateTimeOffset At, Case Facts, Decision Decision, string Question);

/// <summary>An opinion. A person's last one counts; those before stay on record.</summary>
/// <param name="By">The person's Entra object id.</param>
/// <param name="Specialty">Theirs; null = not said, and then it counts for no quorum.</param>
/// <param name="Value">The opinion.</param>
/// <param name="Comment">Free text; empty = none.</param>
/// <param name="At">When.</param>
/// <param name="Presentation">On which presentation.</param>
public sealed record Opinion(string By, Specialty? Specialty, OpinionValue Value, string Comment, DateTimeOffset At, int Presentation);

/// <summary>What a signatory said of the holds. A role's last word counts.</summary>
/// <param name="By">The person's Entra object id.</param>
/// <param name="Role">In which role.</param>
/// <param name="Outcome">What they said.</param>
/// <param name="Reason">The correction, or why stopping is refused; empty = none.</param>
/// <param name="At">When.</param>
/// <param name="Holds">The holds that were signed, as a fingerprint: others want another signature.</param>
public sealed record SignOff(string By, SignatoryRole Role, SignOutcome Outcome, string Reason, DateTimeOffset At, string Holds);

/// <summary>A decision as it was recorded.</summary>
/// <param name="By">Who closed: an Entra object id.</param>
/// <param name="At">When.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">Why it is unlike the verdict; null where it is not.</param>
/// <param name="Text">Free text; empty = none.</param>
/// <param name="PlannedAt">The day of the procedure, or of the session to which it was postponed; null = not fixed.</param>
/// <param name="Session">The session in which it was decided.</param>
/// <param name="Presentation">On which presentation.</param>
/// <param name="Specialties">How many specialties had given an opinion on it.</param>
/// <param name="Quorum">Whether that made the quorum: a board (RCP), or else a staff meeting.</param>
/// <param name="Rules">Ids of the rules that deferred or refused it on the day that was planned, with spaces between them; null = an earlier version kept none.</param>
/// <param name="Open">Ids of those that would have with some value of what was not known; null = an earlier version kept none.</param>
public sealed record Closing(
    string By,
    DateTimeOffset At,
    BoardDecision Decision,
    DeviationReason? Reason,
    string Text,
    LocalDate? PlannedAt,
    LocalDate Session,
    int Presentation,
    int Specialties,
    bool Quorum,
    string? Rules = null,
    string? Open = null)
{
    /// <summary>Whether the procedure is to take place.</summary>
    public bool Accepts => Decision is BoardDecision.Accepted or BoardDecision.AcceptedWithConditions;
}

/// <summary>Who reopened, and when.</summary>
/// <param name="By">An Entra object id; empty = the bot, as the session came to which the case was postponed.</param>
/// <param name="At">When.</param>
public sealed record Reopening(string By, DateTimeOffset At);

/// <summary>A case before the board: what it saw, said and decided. Nothing in it is ever rewritten; what changes is added.</summary>
public sealed record BoardCase
{
    public required string Code { get; init; }

    /// <summary>The board's channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The day of the session at which it is, or was last, discussed.</summary>
    public required LocalDate Session { get; init; }

    public BoardStage Stage { get; init; }

    /// <summary>Where it stood before it was suspended.</summary>
    public BoardStage Before { get; init; }

    /// <summary>What it is suspended for; empty = it is not.</summary>
    public ImmutableArray<SuspensionCause> SuspendedFor { get; init; } = [];

    public ImmutableArray<Presentation> Presentations { get; init; } = [];

    public ImmutableArray<Opinion> Opinions { get; init; } = [];

    public ImmutableArray<SignOff> SignOffs { get; init; } = [];

    public ImmutableArray<Closing> Closings { get; init; } = [];

    public ImmutableArray<Reopening> Reopenings { get; init; } = [];

    /// <summary>The reminders that were sent.</summary>
    public ImmutableArray<Reminded> Reminded { get; init; } = [];

    /// <summary>Who said that they saw them.</summary>
    public ImmutableArray<Acknowledgement> Acknowledgements { get; init; } = [];

    /// <summary>Whether the holds are agreed, and what the clinician was told of that.</summary>
    public Agreement Agreement { get; init; } = Agreement.NotFollowed;

    /// <summary>Whether the clinician is still to be told of the agreement: the first is no news where nobody was reminded before.</summary>
    [JsonIgnore]
    public bool OwesNews => Agreement.Told < Agreement.Changes && (Agreement.Changes > 1 || !Reminded.IsEmpty);

    /// <summary>The presentation that the thread was told of last.</summary>
    public int Told { get; init; }

    /// <summary>The day on which it was last looked at for what changes by itself.</summary>
    public LocalDate? LookedOn { get; init; }

    /// <summary>The version in the store that this was read at; 0 = not stored yet.</summary>
    public long Version { get; init; }

    /// <summary>What the board sees now.</summary>
    public Presentation Current => Presentations[^1];

    /// <summary>The decision that stands; null while there is none, and once it was reopened.</summary>
    public Closing? Standing => Stage is BoardStage.Closed || (Stage is BoardStage.Suspended && Before is BoardStage.Closed) ? Closings[^1] : null;

    /// <summary>Goes up with whatever was presented, signed, decided, reopened or agreed: what left Teams before that may say something else.</summary>
    [JsonIgnore]
    public int Sequence => Presentations.Length + SignOffs.Length + Closings.Length + Reopenings.Length + Agreement.Changes;

    /// <summary>What the board saw, on the day that it planned where it accepted.</summary>
    internal Case PlannedFacts => Planned(Current.Facts);

    /// <summary>What stood before the board when it decided as it did.</summary>
    internal Presentation Decided => Standing is { } closing ? PresentationOf(closing) : Current;

    /// <summary>Closed, to be taken up again in a later session, which is then the one that it stands in.</summary>
    public bool IsPostponed => Stage is BoardStage.Closed && Closings[^1] is { Decision: BoardDecision.Postponed, PlannedAt: not null };

    /// <summary>Whether it is on the agenda of a session.</summary>
    public bool IsOn(LocalDate session) => Session == session && (Standing is null || IsPostponed);

    /// <summary>The same case one stage on; itself where the trigger is not taken.</summary>
    public BoardCase Moved(BoardTrigger trigger) => BoardLife.After(Stage, trigger, before: Before) is { } stage
        ? this with { Stage = stage, Before = trigger is BoardTrigger.Suspend ? Stage : Before }
        : this;

    /// <summary>The same case with one cause more to wait; the first suspends it.</summary>
    public BoardCase SuspendedBy(SuspensionCause cause) => SuspendedFor.Contains(cause)
        ? this
        : Moved(BoardTrigger.Suspend) with { SuspendedFor = SuspendedFor.Add(cause) };

    /// <summary>The same case without that cause; it goes on when no other is left.</summary>
    public BoardCase ResumedFrom(SuspensionCause cause)
    {
        var left = SuspendedFor.Remove(cause);
        return (left.IsEmpty ? Moved(BoardTrigger.Resume) : this) with { SuspendedFor = left };
    }

    /// <summary>Each person's last opinion, in the order in which they were given.</summary>
    [JsonIgnore]
    public IEnumerable<Opinion> LastOpinions => Opinions.GroupBy(opinion => opinion.By).Select(of => of.Last()).OrderBy(opinion => opinion.At);

    /// <summary>The specialties whose opinion is about what the board sees now.</summary>
    [JsonIgnore]
    public IReadOnlyList<Specialty> SpecialtiesHeard =>
        [.. LastOpinions.Where(opinion => opinion.Presentation == Current.Number).Select(opinion => opinion.Specialty).OfType<Specialty>().Distinct()];

    /// <summary>
    /// These answers on the day that the board planned. Whoever has given another day in them since has another in mind, to which nobody has agreed.
    /// </summary>
    internal Case Planned(Case facts) => Planned(facts, Standing);

    /// <summary>The same under a decision that may stand no longer.</summary>
    internal Case Planned(Case facts, Closing? decision) => decision is { Accepts: true, PlannedAt: { } day } && DayIn(facts) == DayIn(PresentationOf(decision).Facts)
        ? facts.PlannedOn(day)
        : facts;

    internal Presentation PresentationOf(Closing closing) => Presentations.First(presentation => presentation.Number == closing.Presentation);

    /// <summary>How many reminders may never have arrived: Teams did not answer, and nobody has pressed their button.</summary>
    [JsonIgnore]
    public int RemindersUnanswered => Reminded.Count(sent => sent.Unanswered);

    /// <summary>A role's last word on these holds; null = not signed. Who refused has refused on whatever day, until they sign anew.</summary>
    public SignOff? SignOffOf(SignatoryRole role, string holds) =>
        SignOffs.LastOrDefault(signed => signed.Role == role) is { } last && (last.Holds == holds || (last.Outcome is SignOutcome.Refused && holds.Length > 0)) ? last : null;

    private static LocalDate? DayIn(Case facts) => facts.Find(Vocabulary.ProcedureAt)?.Date;
}
