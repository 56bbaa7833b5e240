using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Board;

/// <summary>The sentences of what changes by itself.</summary>
internal static partial class BoardWords
{
    public static readonly Phrase WaitsForTheGuideline = new(
        "Ni avis, ni signature, ni décision ne sont pris tant que la recommandation est suspendue. Ce qui a été dit est gardé.",
        "No opinion, signature or decision is taken while the guideline is suspended. What was said is kept.");

    public static readonly Phrase NotYetResumed = new(
        "Ce dossier est encore suspendu et reprend dans un instant : rien n’a changé, réessayer.",
        "This case is still suspended and goes on in a moment: nothing has changed, try again.");

    /// <summary>«CB-7F3K — suspendu ; auparavant : en discussion».</summary>
    public static Phrase SuspendedLine(BoardCase board)
    {
        var (now, before) = (StageOf(BoardStage.Suspended), StageOf(board.Stage is BoardStage.Suspended ? board.Before : board.Stage));
        return new($"{board.Code} — {now.Fr} ; auparavant : {before.Fr}", $"{board.Code} — {now.En}; before that: {before.En}");
    }

    /// <summary>How many reminders may never have arrived; they are not sent again.</summary>
    public static Phrase RemindersUnanswered(int number) => number == 1
        ? new("1 rappel dont on ne sait pas s’il est arrivé : Teams n’a pas répondu", "1 reminder of which it is not known whether it arrived: Teams did not answer")
        : new(
            FormattableString.Invariant($"{number} rappels dont on ne sait pas s’ils sont arrivés : Teams n’a pas répondu"),
            FormattableString.Invariant($"{number} reminders of which it is not known whether they arrived: Teams did not answer"));

    /// <summary>What became of a case since it was presented, in one sentence.</summary>
    /// <param name="board">The case.</param>
    /// <param name="now">What the guideline says of it today.</param>
    public static Phrase Aged(BoardCase board, CaseAssessment now)
    {
        var missed = NamesOf(now, HoldMet.No);
        var kept = NamesOf(now, HoldMet.Yes);
        var (before, verdict) = (board.Current.Decision.Verdict, Interview.Decision.Of(now, board.Current.Decision.Day).Verdict);
        var isSame = before == verdict;
        var (fr, en) = (missed.Fr.Length, isSame) switch
        {
            ( > 0, _) => (
                $"à réévaluer, un arrêt ne peut plus être tenu à la date prévue ({missed.Fr})",
                $"to be re-checked, a hold can no longer be kept on the planned date ({missed.En})"),
            (_, true) => ($"le délai d’arrêt est désormais tenu ({kept.Fr})", $"the hold is now kept ({kept.En})"),
            _ => ("à réévaluer, le temps a passé depuis sa présentation", "to be re-checked, time has passed since it was presented"),
        };
        var (verdictFr, verdictEn) = isSame
            ? ($"verdict inchangé : {verdict.Fr}", $"verdict unchanged: {verdict.En}")
            : ($"verdict : {before.Fr} → {verdict.Fr}", $"verdict: {before.En} → {verdict.En}");
        var (dateFr, dateEn) = now.EarliestProcedureDate is { } date && missed.Fr.Length > 0
            ? ($" ; première date possible, pour ce qui est des médicaments : {Dates.Long(date, Language.French)}",
                $"; earliest date, as far as medicine holds go: {Dates.Long(date, Language.English)}")
            : ("", "");
        return new($"**{board.Code}** : {fr} ; {verdictFr}{dateFr}.", $"**{board.Code}**: {en}; {verdictEn}{dateEn}.");
    }

    private static Phrase NamesOf(CaseAssessment assessment, HoldMet met)
    {
        var holds = assessment.Holds.Where(hold => hold.Met == met && hold.Action is (HoldAction.Stop or HoldAction.Bridge)).ToList();
        return new(string.Join(", ", holds.Select(hold => CardKit.Plain(hold.Name.Fr))), string.Join(", ", holds.Select(hold => CardKit.Plain(hold.Name.En))));
    }
}
