using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>The sentences of agendas.</summary>
internal static class AgendaWords
{
    public static readonly Phrase Decision = new("la décision", "the decision");
    public static readonly Phrase ToBeRechecked = new("une réévaluation, le verdict n’est plus celui qui a été présenté", "a re-check, the verdict is no longer the one presented");
    public static readonly Phrase Postponed = new("reporté à cette séance", "postponed to this session");
    public static readonly Phrase NoVerdict = new("verdict non montré", "verdict not shown");
    public static readonly Phrase WaitsFor = new("attend : ", "waits for: ");
    public static readonly Phrase Empty = new("Aucun dossier n’est à l’ordre du jour de cette séance.", "No case is on the agenda of this session.");
    public static readonly Phrase NothingToCome = new("Aucune séance à venir n’a de dossier.", "No upcoming session has a case.");
    public static readonly Phrase Overdue = new("**Sans décision, séance passée**", "**Without a decision, session passed**");

    public static readonly Phrase NotABoard = new(
        "Ceci se demande dans le canal d’une RCP ; ce canal ou cette conversation n’en est pas un. Un propriétaire de l’équipe peut en faire une RCP : me mentionner dans le canal et écrire **réglages**.",
        "This is asked in a board’s channel; this channel or chat is none. An owner of the team can make a channel a board: mention me in it and type **settings**.");

    public static readonly Phrase ADay = new(
        "Date de séance non comprise : écrire par exemple séance=2026-12-03.", "Session date not understood: type for example session=2026-12-03.");

    /// <summary>«Ordre du jour — RCP os, jeudi 3 décembre 2026 à 14 h 00».</summary>
    public static Phrase Title(string board, LocalDate session, LocalTime? at) => new(
        $"**Ordre du jour — {board}, {Day(session, at, Language.French)}**", $"**Agenda — {board}, {Day(session, at, Language.English)}**");

    public static Phrase Titled(string board) => new($"**Ordre du jour — {board}**", $"**Agenda — {board}**");

    public static Phrase SessionOf(LocalDate session) => new(
        $"séance du {Dates.Short(session, Language.French)}", $"session of {Dates.Short(session, Language.English)}");

    /// <summary>What is missing until the quorum, and of whom.</summary>
    /// <param name="heard">How many specialties were heard.</param>
    /// <param name="wanted">How many have to be.</param>
    /// <param name="named">Those that have to be among them and were not heard.</param>
    public static Phrase Opinions(int heard, int wanted, IReadOnlyList<Specialty> named)
    {
        var names = named.Select(specialty => BoardChoices.Specialties.TitleOf(specialty)).ToList();
        var (fr, en) = names.Count == 0
            ? ("", "")
            : ($" ; manque : {string.Join(", ", names.Select(name => name.Fr))}", $"; missing: {string.Join(", ", names.Select(name => name.En))}");
        return new(
            FormattableString.Invariant($"des avis ({heard} sur {wanted} {(wanted == 1 ? "spécialité" : "spécialités")}{fr})"),
            FormattableString.Invariant($"opinions ({heard} of {wanted} {(wanted == 1 ? "specialty" : "specialties")}{en})"));
    }

    public static Phrase Signature(Phrase role) => new(
        $"la signature des arrêts ({role.Fr.ToLowerInvariant()})", $"the signature of the holds ({role.En.ToLowerInvariant()})");

    public static Phrase StoppingRefused(Phrase role) => new(
        $"une réponse à l’arrêt refusé ({role.Fr.ToLowerInvariant()})", $"an answer to the hold that was refused ({role.En.ToLowerInvariant()})");

    public static Phrase Facts(IReadOnlyList<Phrase> facts) => new(
        $"des données ({string.Join(", ", facts.Select(fact => fact.Fr))})", $"facts ({string.Join(", ", facts.Select(fact => fact.En))})");

    private static string Day(LocalDate session, LocalTime? at, Language language) =>
        at is { } hour ? Dates.Long(session + hour, language) : Dates.Long(session, language);
}
