using System.Collections.Immutable;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Cards;

/// <summary>The gallery's cases before the board.</summary>
internal static class GalleryBoards
{
    private static readonly LocalDate Today = new(2026, 11, 30);
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly Assessor Assessor = new(Guideline.Current, DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    private static readonly Case TwelveDrugs = GalleryCases.Typical.With(Vocabulary.Medications, (IReadOnlyList<Medication>)
    [
        .. GalleryCases.EveryHold.Find(Vocabulary.Medications)!,
        new("Sintrom"), new("Eliquis"), new("Pradaxa"), new("ticagrelor"), new("Coumadine"),
    ]);

    public static readonly BoardCase Posted = Before(GalleryCases.Typical);

    public static readonly BoardCase Discussed = Posted with
    {
        Stage = BoardStage.Discussed,
        Opinions =
        [
            Said(1, Specialty.Oncology, OpinionValue.Favourable, ""),
            Said(2, Specialty.Radiotherapy, OpinionValue.FavourableWithConditions, "Radiothérapie dans les quinze jours qui suivent."),
        ],
        SignOffs = [Signed(SignatoryRole.Anaesthesia, SignOutcome.Agreed, "")],
    };

    private static readonly BoardCase Changed = Discussed with
    {
        Presentations = Discussed.Presentations.Add(Presented(2, GalleryCases.Typical.With(Vocabulary.Platelets, 42_000m))),
    };

    private static readonly BoardCase Refused = Discussed with
    {
        SignOffs = [Signed(SignatoryRole.Prescriber, SignOutcome.Refused, "Stent posé en septembre.")],
    };

    public static readonly BoardCase Closed = Discussed with
    {
        Stage = BoardStage.Closed,
        SignOffs = [Signed(SignatoryRole.Anaesthesia, SignOutcome.Agreed, ""), Signed(SignatoryRole.Prescriber, SignOutcome.Corrected, "Relais par aspirine seule.")],
        Closings =
        [
            new("someone", Noon, BoardDecision.AcceptedWithConditions, null, "Geste puis radiothérapie.", new LocalDate(2026, 12, 14), new LocalDate(2026, 12, 3), 1, 3, Quorum: true),
        ],
    };

    public static readonly BoardCase Unsigned = Closed with { SignOffs = [] };

    /// <summary>Accepted, and deferred by the guideline since.</summary>
    public static readonly BoardCase Overtaken = Closed with { Presentations = Changed.Presentations };

    private static readonly BoardCase Deviating = Posted with
    {
        Stage = BoardStage.Closed,
        Closings =
        [
            new("someone", Noon, BoardDecision.OtherTreatment, DeviationReason.PatientWish, "", null, new LocalDate(2026, 12, 3), 1, 1, Quorum: false),
        ],
    };

    private static readonly BoardCase Aged = Posted with
    {
        Presentations = [Presented(1, GalleryCases.WindowMissed) with { Decision = Posted.Current.Decision }],
        Stage = BoardStage.Expired,
    };

    private static readonly BoardCase Thirty = Before(TwelveDrugs) with
    {
        Stage = BoardStage.Decided,
        Opinions =
        [
            .. Enumerable.Range(1, 30).Select(person => Said(
                person,
                (Specialty)(person % 8),
                (OpinionValue)(person % 4),
                $"Avis numéro {person} : " + string.Concat(Enumerable.Repeat("d’accord si la radiothérapie suit, et sous réserve du bilan ; ", 8)))),
        ],
    };

    public static ImmutableArray<(string Name, BoardCase Board)> All { get; } =
    [
        ("posted", Posted), ("discussed", Discussed), ("changed", Changed), ("stopping-refused", Refused), ("closed", Closed), ("deviating", Deviating),
        ("aged", Aged), ("channel-gone", Discussed.SuspendedBy(SuspensionCause.Channel)), ("reopened", Closed with { Stage = BoardStage.Reopened }), ("thirty", Thirty),
    ];

    public static BoardCase Before(Case facts) => new()
    {
        Code = "CB-7F3K",
        Channel = "19:rcp@thread.tacv2",
        Session = new LocalDate(2026, 12, 3),
        Presentations = [Presented(1, facts)],
    };

    private static Presentation Presented(int number, Case facts) => new(
        number, Noon, facts, Decision.Of(Assessor.Assess(facts, Today), Today), "Une vertébroplastie est-elle raisonnable avant la radiothérapie ?");

    private static Opinion Said(int person, Specialty specialty, OpinionValue value, string comment) =>
        new(FormattableString.Invariant($"person{person}"), specialty, value, comment, Noon.AddSeconds(person), 1);

    private static SignOff Signed(SignatoryRole role, SignOutcome outcome, string reason) =>
        new("someone", role, outcome, reason, Noon, HoldsToSign.Fingerprint(Assessor.Assess(GalleryCases.Typical, Today)));
}
