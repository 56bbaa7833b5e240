using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>The sentences of reminders. Days are named, never «tomorrow»: a reminder may arrive hours late.</summary>
internal static class ReminderWords
{
    public static readonly Phrase MarkSeen = new("Vu", "Seen");

    public static readonly Phrase Draft = new(
        "**Projet** : la RCP n’a pas accepté ce geste. Ne rien arrêter sans l’accord de la RCP, de l’anesthésie et du prescripteur.",
        "**Draft**: the board has not accepted this procedure. Stop nothing without the agreement of the board, anaesthesia and the prescriber.");

    public static readonly Phrase Overtaken = new(
        "**À réévaluer** : le verdict a changé depuis que la RCP a accepté. Ne rien arrêter sans nouvel accord de la RCP.",
        "**To be re-checked**: the verdict has changed since the board accepted. Stop nothing without a new agreement of the board.");

    public static readonly Phrase IfAgreed = new("Si tous donnent leur accord", "If all of them agree");

    public static readonly Phrase Agreed = new(
        "**Accepté par la RCP**, calendrier signé par l’anesthésie et le prescripteur.",
        "**Accepted by the board**, schedule signed by anaesthesia and the prescriber.");

    public static readonly Phrase NoLongerHolds = new(
        "Ce rappel ne vaut plus : le dossier a changé depuis. Voir la carte du dossier.",
        "This reminder no longer holds: the case has changed since. See the case’s card.");

    public static readonly Phrase NothingToSee = new(
        "Aucun rappel de ce dossier n’a été envoyé ici : rien n’a changé.", "No reminder of this case was sent here: nothing has changed.");

    public static readonly Phrase HowToSign = new(
        "Signer dans le fil de la RCP, par la carte du dossier.", "Sign in the board’s thread, on the case’s card.");

    public static readonly Phrase Correction = new("Correction", "Correction");

    /// <summary>In the notification, where the corrections have no room.</summary>
    public static Phrase AsCorrected(Phrase instruction) => new($"Corrigé par un signataire, lire le rappel. {instruction.Fr}", $"Corrected by a signatory, read the reminder. {instruction.En}");

    public static Phrase Title(ReminderTopic? topic) => topic switch
    {
        ReminderTopic.Stop => new("Rappel : arrêt d’un médicament", "Reminder: a drug stops"),
        ReminderTopic.Relay => new("Rappel : arrêt de l’héparine du relais", "Reminder: the relay’s heparin stops"),
        ReminderTopic.LastDose => new("Rappel : dernière prise", "Reminder: last dose"),
        ReminderTopic.SignOff => new("Rappel : signature manquante", "Reminder: signature missing"),
        ReminderTopic.Missing => new("Rappel : résultat manquant", "Reminder: result missing"),
        null => new("Rappel", "Reminder"),
    };

    /// <summary>Accepted, and not yet agreed to by those who sign.</summary>
    /// <param name="roles">Who has not signed.</param>
    public static Phrase Unsigned(Phrase roles) => new(
        $"**Accepté par la RCP, signature manquante** ({roles.Fr}) : ne rien arrêter sans l’accord de l’anesthésie et du prescripteur.",
        $"**Accepted by the board, signature missing** ({roles.En}): stop nothing without the agreement of anaesthesia and the prescriber.");

    public static Phrase ToSign(Phrase roles) => new(
        $"Le calendrier des médicaments reste à signer : {roles.Fr}.", $"The medication schedule is still to be signed: {roles.En}.");

    public static Phrase ToComplete(LocalDate session) => new(
        $"À compléter avant la séance du {Dates.Long(session, Language.French)}",
        $"To be completed before the session of {Dates.Long(session, Language.English)}");

    public static Phrase Done(string code) => new($"**{code}** : noté comme vu.", $"**{code}**: noted as seen.");

    public static Phrase SeenLine(SeenBy seen)
    {
        var (fr, en) = seen.ByTheClinician ? ("par le clinicien", "by the clinician") : ("par un membre de la RCP", "by a member of the board");
        return new($"✓ **Vu** {fr}, le {Dates.Long(seen.At, Language.French)}.", $"✓ **Seen** {en}, on {Dates.Long(seen.At, Language.English)}.");
    }
}
