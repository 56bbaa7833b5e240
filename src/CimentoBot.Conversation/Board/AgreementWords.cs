using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Board;

/// <summary>What the clinician is told when an agreement to holds falls, or is another one.</summary>
internal static class AgreementWords
{
    private static readonly Phrase Withdrawn = new(
        "**Contrordre** : l’accord sur les arrêts de médicaments ne tient plus", "**Counter-order**: the agreement to the medication holds no longer stands");

    private static readonly Phrase StopNothing = new(
        "Ne rien arrêter sans nouvel accord. Si un médicament est déjà arrêté, demander au prescripteur s’il faut le reprendre.",
        "Stop nothing without a new agreement. If a drug has been stopped already, ask the prescriber whether to resume it.");

    private static readonly Phrase AgreedNow = new("**Arrêts de médicaments convenus, à ce jour** :", "**Medication holds as agreed by now**:");

    private static readonly Phrase ThisIsAbout = new("Il s’agit de :", "This is about:");

    private static readonly Phrase Repeated = new("(Second envoi : Teams n’a pas confirmé le premier.)", "(Sent a second time: Teams did not confirm the first.)");

    private static readonly Phrase Reopened = new("le dossier est rouvert", "the case was reopened");

    private static readonly Phrase NothingToStop = new("le dossier ne prévoit plus d’arrêt", "the case has no hold any more");

    private static readonly Phrase ListUnknown = new("la liste des médicaments n’est plus connue", "the list of medications is known no longer");

    private static readonly Phrase OtherHolds = new(
        "les arrêts ou leurs dates ont changé et restent à signer", "the holds or their dates have changed and are still to be signed");

    /// <param name="view">The case as the board sees it.</param>
    /// <param name="isAgain">Whether the same was sent before and may have arrived.</param>
    /// <param name="language">The language.</param>
    public static string Of(BoardView view, bool isAgain, Language language)
    {
        var label = view.File.Facts.Find(Vocabulary.Label) is { } known ? $" ({CardKit.Plain(known)})" : "";
        var head = $"**{view.Board.Code}**{label} — ";
        string[] lines = view.Board.Agreement.Stands
            ? [head + AgreedNow.In(language), .. Holds(view, language), NotYet(view).In(language), view.Verdict.Schedule.Procedure ?? ""]
            : [$"{head}{Withdrawn.In(language)}{Colon(language)}{Why(view).In(language)}.", StopNothing.In(language)];
        return string.Join("\n\n", lines.Append(isAgain ? Repeated.In(language) : "").Where(line => line.Length > 0));
    }

    /// <summary>What was typed about holds that nobody was shown: which they are.</summary>
    public static string About(BoardView view, Language language) => string.Join("\n\n", Holds(view, language).Prepend(ThisIsAbout.In(language)));

    private static IEnumerable<string> Holds(BoardView view, Language language) => HoldsToSign.In(view.Assessment)
        .Select(hold => $"- {CardKit.Plain(hold.Name.In(language))} — {hold.Statement.In(language)}")
        .Concat(ReminderCard.CorrectionsOf(view, language).Select(correction => $"- {correction}"));

    private static Phrase NotYet(BoardView view) => view.Assessment.Verdict is null ? HoldWords.StopNothingYet : Phrase.Same("");

    private static Phrase Why(BoardView view) => view switch
    {
        { Board.Standing: { Accepts: false } closing } => BoardWords.DecisionLine(closing),
        { Board.Standing: null } => Reopened,
        _ => Refused(view) ?? view.Board.OvertakenBy(view.Assessment) ?? Changed(view),
    };

    private static Phrase Changed(BoardView view) => view.Holds.Length > 0 ? OtherHolds
        : view.Board.Current.Facts.Find(Vocabulary.Medications) is null ? ListUnknown
        : NothingToStop;

    private static Phrase? Refused(BoardView view) => BoardChoices.Roles
        .Where(role => view.Board.SignOffOf(role.Value, view.Holds) is { Outcome: SignOutcome.Refused })
        .Select(role => (Phrase?)new Phrase($"arrêt refusé ({role.Title.Fr})", $"stopping refused ({role.Title.En})"))
        .FirstOrDefault();

    private static string Colon(Language language) => language == Language.French ? " : " : ": ";
}
