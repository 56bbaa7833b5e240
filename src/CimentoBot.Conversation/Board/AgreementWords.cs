using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board;

/// <summary>What the clinician is told when an agreement to holds falls, or stands again.</summary>
internal static class AgreementWords
{
    private static readonly Phrase Withdrawn = new(
        "**Contrordre** : l’accord sur les arrêts de médicaments ne tient plus", "**Counter-order**: the agreement to the medication holds no longer stands");

    private static readonly Phrase StopNothing = new(
        "Ne rien arrêter sans nouvel accord. Si un médicament est déjà arrêté, demander au prescripteur s’il faut le reprendre.",
        "Stop nothing without a new agreement. If a drug has been stopped already, ask the prescriber whether to resume it.");

    private static readonly Phrase AgreedAgain = new(
        "les arrêts de médicaments sont **à nouveau convenus** par la RCP, l’anesthésie et le prescripteur",
        "the medication holds are **agreed again** by the board, anaesthesia and the prescriber");

    private static readonly Phrase SeeTheCard = new("Les dates sont sur la carte du dossier.", "The dates stand on the case’s card.");

    private static readonly Phrase Repeated = new("(Second envoi : Teams n’a pas confirmé le premier.)", "(Sent a second time: Teams did not confirm the first.)");

    private static readonly Phrase Reopened = new("le dossier est rouvert", "the case was reopened");

    private static readonly Phrase NothingToStop = new("le dossier ne prévoit plus d’arrêt", "the case has no hold any more");

    private static readonly Phrase OtherHolds = new(
        "les arrêts ou leurs dates ont changé et restent à signer", "the holds or their dates have changed and are still to be signed");

    /// <param name="view">The case as the board sees it.</param>
    /// <param name="isAgain">Whether the same was sent before and may have arrived.</param>
    public static Phrase Of(BoardView view, bool isAgain)
    {
        var (says, then) = view.Board.Agreement.Stands
            ? (AgreedAgain, SeeTheCard)
            : (Joined(Withdrawn, Why(view)), StopNothing);
        var label = view.File.Facts.Find(Vocabulary.Label) is { } known ? $" ({CardKit.Plain(known)})" : "";
        var (againFr, againEn) = isAgain ? ($" {Repeated.Fr}", $" {Repeated.En}") : ("", "");
        return new(
            $"**{view.Board.Code}**{label} — {says.Fr}. {then.Fr}{againFr}",
            $"**{view.Board.Code}**{label} — {says.En}. {then.En}{againEn}");
    }

    private static Phrase Why(BoardView view) => view switch
    {
        { Board.Standing: { Accepts: false } closing } => BoardWords.DecisionLine(closing),
        { Board.Standing: null } => Reopened,
        _ when view.Board.IsOvertaken(view.Assessment) => VerdictNow(view),
        { Holds: "" } => NothingToStop,
        _ => Refused(view) ?? OtherHolds,
    };

    private static Phrase VerdictNow(BoardView view)
    {
        var verdict = Interview.Decision.Of(view.Assessment, view.Board.Current.Decision.Day).Verdict;
        return new($"le verdict est désormais « {verdict.Fr} »", $"the verdict is “{verdict.En}” by now");
    }

    private static Phrase? Refused(BoardView view) => BoardChoices.Roles
        .Where(role => view.Board.SignOffOf(role.Value, view.Holds) is { Outcome: SignOutcome.Refused })
        .Select(role => (Phrase?)new Phrase($"arrêt refusé ({role.Title.Fr})", $"stopping refused ({role.Title.En})"))
        .FirstOrDefault();

    private static Phrase Joined(Phrase says, Phrase why) => new($"{says.Fr} : {why.Fr}", $"{says.En}: {why.En}");
}
