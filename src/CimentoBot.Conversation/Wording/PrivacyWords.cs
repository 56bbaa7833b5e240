using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Wording;

/// <summary>What is said about what is kept of a person.</summary>
public static class PrivacyWords
{
    /// <summary>How the audit is asked for on the command line.</summary>
    public static readonly Phrase AuditUsage = new(
        "Usage : audit [--since aaaa-mm-jj], un jour dans le fuseau de l’hôpital.", "Usage: audit [--since yyyy-MM-dd], a day in the hospital’s time zone.");

    public static readonly Phrase Exported = new(
        "Voici tout ce que je garde de vous, en lignes JSON : une par dossier, avis, signature, clôture, appartenance ou acte.",
        "Here is all that I keep about you, in lines of JSON: one for each case, opinion, signature, closing, membership or act.");

    private static readonly Phrase Stays = new(
        "Restent : ce que la RCP a vu et décidé et le journal des actes, sous un pseudonyme propre à chaque dossier que plus rien ne relie à vous ; " +
        "les messages déjà dans Teams, qui ne sont pas à moi. L’annuaire d’une équipe me redonne votre identifiant tant que vous en êtes membre.",
        "What stays: what the board saw and decided, and the log of acts, under a pseudonym of each case’s own that nothing links to you any more; " +
        "messages that are in Teams already, which are not mine. A team’s roster gives me your identifier again while you are a member.");

    /// <summary>What forgetting would do.</summary>
    public static Phrase Asked(Forgotten would) => new(
        $"**Vous oublier, sans retour** — supprimés : {would.Deleted} dossier(s) que la RCP n’a pas. Sous pseudonyme : {would.Kept} dossier(s) présenté(s), et ce que vous avez fait dans {would.Elsewhere} dossier(s) d’autres. " +
        "Les rappels de vos dossiers présentés iront dans le fil de la RCP, et personne ne pourra plus en corriger les réponses.\n\n" +
        $"{Stays.Fr}\n\nPour une copie d’abord : **exporter**. Pour confirmer : **oublier oui**.",
        $"**Forget you, for good** — deleted: {would.Deleted} case(s) that no board has. Under pseudonyms: {would.Kept} presented case(s), and what you did in {would.Elsewhere} case(s) of others. " +
        "Reminders of your presented cases will go to the board’s thread, and nobody will be able to correct their answers.\n\n" +
        $"{Stays.En}\n\nFor a copy first: **export**. To confirm: **forget yes**.");

    /// <summary>What forgetting did.</summary>
    public static Phrase Forgotten(Forgotten did) => new(
        $"C’est fait : {did.Deleted} dossier(s) supprimé(s), {did.Kept} présenté(s) gardé(s) sous pseudonyme, {did.Elsewhere} dossier(s) d’autres où un pseudonyme vous remplace. {Stays.Fr}",
        $"Done: {did.Deleted} case(s) deleted, {did.Kept} presented kept under a pseudonym, {did.Elsewhere} case(s) of others in which a pseudonym stands for you. {Stays.En}");
}
