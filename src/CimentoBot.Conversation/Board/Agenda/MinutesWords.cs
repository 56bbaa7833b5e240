using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>The sentences of minutes.</summary>
internal static class MinutesWords
{
    public static readonly Phrase Title = new("Compte rendu de RCP", "Minutes of the board");
    public static readonly Phrase Verdict = new("Verdict présenté", "Verdict presented");
    public static readonly Phrase Question = new("Question", "Question");
    public static readonly Phrase NoOpinion = new("aucun", "none");
    public static readonly Phrase Text = new("Texte de la décision", "Text of the decision");
    public static readonly Phrase Since = new("Depuis", "Since then");
    public static readonly Phrase Reopened = new("le dossier a été rouvert", "the case was reopened");
    public static readonly Phrase OnEarlierVersion = new("en partie sur une version antérieure", "partly on an earlier version");

    public static readonly Phrase OnOtherHolds = new("pour d’autres arrêts ou d’autres dates", "for other holds or dates");

    public static readonly Phrase NoMinutes = new(
        "Aucun dossier clos à cette séance : pas de compte rendu.", "No case was closed in this session: no minutes.");

    public static readonly Phrase Pseudonyms = new(
        "Un code de dossier est un pseudonyme : vérifier à quel patient il correspond avant de coller ce texte dans son dossier.",
        "A case’s code is a pseudonym: check which patient it stands for before this text is pasted into their record.");

    /// <summary>That the guideline is suspended now; the verdicts are those of their day.</summary>
    public static Phrase Suspended(string reason) => new(
        $"Recommandation suspendue depuis : {reason}. Les verdicts sont ceux qui ont été présentés.",
        $"Guideline suspended since: {reason}. The verdicts are those that were presented.");

    public static Phrase SessionOf(LocalDate session) => new(
        $"séance du {Dates.Long(session, Language.French)}", $"session of {Dates.Long(session, Language.English)}");

    public static Phrase MadeOn(LocalDate day) => new($"Établi le {Dates.Long(day, Language.French)}.", $"Made on {Dates.Long(day, Language.English)}.");

    public static Phrase CasesOf(int cases) => new(
        FormattableString.Invariant($"{cases} {(cases == 1 ? "dossier clos" : "dossiers clos")}"),
        FormattableString.Invariant($"{cases} {(cases == 1 ? "case closed" : "cases closed")}"));

    public static Phrase Undecided(IEnumerable<string> codes)
    {
        var those = string.Join(", ", codes);
        return new($"Sans décision : {those}.", $"Without a decision: {those}.");
    }

    public static Phrase Unreadable(IEnumerable<string> codes)
    {
        var those = string.Join(", ", codes);
        return new($"Illisible, absent de ce compte rendu : {those}.", $"Cannot be read, not in these minutes: {those}.");
    }

    /// <summary>The verdict as it was presented, with its day and the edition that it rests on.</summary>
    public static Phrase VerdictOf(Decision decision)
    {
        var verdict = decision.Verdict;
        return new(
            $"{verdict.Fr} ({Dates.Short(decision.Day, Language.French)}, édition {decision.Edition})",
            $"{verdict.En} ({Dates.Short(decision.Day, Language.English)}, edition {decision.Edition})");
    }

    public static Phrase OpinionsOf(Phrase specialty) => new($"Avis, {specialty.Fr}", $"Opinion, {specialty.En}");

    public static Phrase SignatureOf(Phrase role) => new($"Signature, {role.Fr}", $"Signature, {role.En}");

    public static Phrase Counted(Phrase opinion, int number) =>
        new(FormattableString.Invariant($"{opinion.Fr} : {number}"), FormattableString.Invariant($"{opinion.En}: {number}"));

    public static Phrase Said(Phrase outcome, string reason) => reason.Length == 0 ? outcome : Joined(" — ", [outcome, Quoted(reason)]);

    public static Phrase Quoted(string words) => new($"« {words} »", $"“{words}”");

    public static Phrase Joined(string between, IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToList();
        return new(string.Join(between, all.Select(phrase => phrase.Fr)), string.Join(between, all.Select(phrase => phrase.En)));
    }
}
