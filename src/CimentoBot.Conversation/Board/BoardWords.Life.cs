using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>The sentences of what the board says, signs and decides.</summary>
internal static partial class BoardWords
{
    public static readonly Phrase Opinions = new("Avis", "Opinions");
    public static readonly Phrase MyOpinion = new("Mon avis", "My opinion");
    public static readonly Phrase MySpecialty = new("Ma spécialité", "My specialty");
    public static readonly Phrase Comment = new("Commentaire (sans nom ni identifiant)", "Comment (no name, no identifier)");
    public static readonly Phrase GiveOpinion = new("Donner mon avis", "Give my opinion");
    public static readonly Phrase NoOpinion = new("Aucun avis pour l’instant.", "No opinion yet.");
    public static readonly Phrase SpecialtyNotSaid = new("Spécialité non précisée", "Specialty not said");
    public static readonly Phrase OnEarlierVersion = new("donné sur une version antérieure", "given on an earlier version");

    public static readonly Phrase SignHolds = new("Signer les arrêts", "Sign the holds");
    public static readonly Phrase SignTitle = new("Signer le calendrier des arrêts", "Sign the hold schedule");
    public static readonly Phrase Role = new("En tant que", "As");
    public static readonly Phrase Outcome = new("Calendrier des médicaments", "Medication schedule");
    public static readonly Phrase ReasonOrCorrection = new("Correction, ou motif du refus (sans nom)", "Correction, or reason for refusing (no name)");
    public static readonly Phrase Sign = new("Signer", "Sign");
    public static readonly Phrase Signatures = new("Accord sur les arrêts", "Agreement to the holds");
    public static readonly Phrase NotSigned = new("à signer", "to be signed");
    public static readonly Phrase NothingToSign = new("Aucun arrêt n’est à signer dans ce dossier.", "This case has no hold to sign.");

    public static readonly Phrase CloseCase = new("Clore", "Close");
    public static readonly Phrase CloseTitle = new("Enregistrer la décision", "Record the decision");
    public static readonly Phrase Decision = new("Décision", "Decision");
    public static readonly Phrase Deviation = new("Motif, si la décision diffère du verdict", "Reason, if the decision is unlike the verdict");
    public static readonly Phrase DecisionText = new("Texte de la décision (sans nom ni identifiant)", "Text of the decision (no name, no identifier)");
    public static readonly Phrase PlannedAt = new("Date prévue du geste, ou de la séance si reporté", "Planned date of the procedure, or of the session if postponed");
    public static readonly Phrase RecordDecision = new("Enregistrer", "Record");
    public static readonly Phrase Reopen = new("Rouvrir", "Reopen");
    public static readonly Phrase BackToCard = new("Retour à la carte", "Back to the card");

    public static readonly Phrase ChooseAnOpinion = new(
        "Choisir un avis : favorable, conditions, défavorable ou infos.", "Choose an opinion: favourable, conditions, unfavourable or info.");

    public static readonly Phrase ChooseASpecialty = new(
        "Spécialité non reconnue : radiologie, rhumatologie, oncologie, radiothérapie, orthopédie, douleur, anesthésie ou pharmacie.",
        "Specialty not recognised: radiology, rheumatology, oncology, radiotherapy, orthopaedics, pain, anaesthesia or pharmacy.");

    public static readonly Phrase ChooseARole = new("Choisir le rôle : anesthésie ou prescripteur.", "Choose the role: anaesthesia or prescriber.");

    public static readonly Phrase ChooseAnOutcome = new(
        "Choisir : accord, correction ou refus (avec son motif).", "Choose: agreed, corrected or refused (with its reason).");

    public static readonly Phrase GiveAReason = new(
        "Une correction ou un refus se motive : ajouter motif=…", "A correction or a refusal needs a reason: add reason=…");

    public static readonly Phrase ChooseADecision = new(
        "Choisir une décision : accepté, conditions, refusé, reporté ou autre.", "Choose a decision: accepted, conditions, refused, postponed or other.");

    public static readonly Phrase ChooseAReason = new(
        "Motif non reconnu : souhait, comorbidité, nouveau, expérience, moyens ou autre.",
        "Reason not recognised: wish, comorbidity, finding, experience, resources or other.");

    public static readonly Phrase ADayToCome = new("La date prévue est une date à venir (aaaa-mm-jj).", "The planned date is a day to come (yyyy-MM-dd).");

    public static readonly Phrase NotAMember = new(
        "Seuls les membres de l’équipe de cette RCP peuvent agir sur ce dossier : rien n’a changé.",
        "Only members of this board’s team can act on this case: nothing has changed.");

    public static readonly Phrase RosterUnknown = new(
        "Teams n’a pas pu dire qui fait partie de cette équipe : rien n’a changé, réessayer dans un instant.",
        "Teams could not say who is in this team: nothing has changed, try again in a moment.");

    public static readonly Phrase NotOfThisBoard = new(
        "Ce dossier n’est pas présenté dans ce canal : rien n’a changé.", "This case is not presented in this channel: nothing has changed.");

    public static readonly Phrase OldCopy = new(
        "Cette carte est une copie ou une version antérieure : rien n’a changé. Utiliser la carte du fil de la RCP.",
        "This card is a copy or an earlier version: nothing has changed. Use the card in the board’s thread.");

    public static readonly Phrase PresentedAnew = new(
        "Le dossier vient d’être présenté à nouveau : rien n’a changé. Relire la carte et recommencer.",
        "The case has just been presented anew: nothing has changed. Read the card again and repeat it.");

    public static readonly Phrase Overtaken = new(
        "Une réponse plus récente a été prise avant celle-ci : c’est elle qui compte, rien n’a changé. Regarder la carte et recommencer si besoin.",
        "A more recent answer was taken before this one: that one counts, nothing has changed. Look at the card and repeat this if need be.");

    public static readonly Phrase AlreadyClosed = new(
        "Ce dossier est clos : rien n’a changé. Le rouvrir pour continuer la discussion.", "This case is closed: nothing has changed. Reopen it to go on with the discussion.");

    public static readonly Phrase NotClosed = new("Ce dossier n’est pas clos : rien n’a changé.", "This case is not closed: nothing has changed.");

    public static readonly Phrase Unreachable = new(
        "Ce dossier est suspendu tant que son canal n’est pas joignable : rien n’a changé.",
        "This case is suspended while its channel cannot be reached: nothing has changed.");

    public static readonly Phrase HoldsHaveChanged = new(
        "Les arrêts ou leurs dates ont changé depuis l’ouverture de ce formulaire : rien n’est signé. Rouvrir « Signer les arrêts » et relire.",
        "The holds or their dates have changed since this form was opened: nothing is signed. Open “Sign the holds” anew and read them again.");

    public static readonly Phrase OnlyOwnersClose = new(
        "Seuls les propriétaires de l’équipe peuvent clore ou rouvrir : rien n’a changé.", "Only owners of the team can close or reopen: nothing has changed.");

    public static readonly Phrase StoppingWasRefused = new(
        "Le prescripteur a refusé un arrêt : ce dossier ne peut être accepté sans conditions. Choisir une autre décision, ou faire signer à nouveau.",
        "The prescriber refused a hold: this case cannot be accepted without conditions. Choose another decision, or have it signed again.");

    public static readonly Phrase ToBeRechecked = new("**À réévaluer**", "**To be re-checked**");

    private static readonly Phrase AsABoard = new("RCP (quorum atteint)", "board meeting (quorum met)");
    private static readonly Phrase AsAStaffMeeting = new("staff (quorum non atteint)", "staff meeting (quorum not met)");

    public static Phrase StageOf(BoardStage stage) => stage switch
    {
        BoardStage.Posted => new("présenté, sans avis", "presented, no opinion yet"),
        BoardStage.Discussed => new("en discussion", "under discussion"),
        BoardStage.Decided => new("avis réunis, décision à enregistrer", "opinions gathered, decision to be recorded"),
        BoardStage.Closed => new("clos", "closed"),
        BoardStage.Reopened => new("rouvert", "reopened"),
        BoardStage.Expired => new("séance passée sans décision", "session passed without a decision"),
        BoardStage.Suspended => new("suspendu", "suspended"),
    };

    /// <summary>«CB-7F3K — en discussion».</summary>
    public static Phrase StateLine(BoardCase board)
    {
        var stage = StageOf(board.Stage);
        return new($"{board.Code} — {stage.Fr}", $"{board.Code} — {stage.En}");
    }

    /// <summary>The decision on one line: «Accepté sous conditions le 3 déc. 2026, RCP (quorum atteint), 3 spécialités».</summary>
    public static Phrase DecisionLine(Closing closing)
    {
        var decision = BoardChoices.Decisions.TitleOf(closing.Decision);
        var body = closing.Quorum ? AsABoard : AsAStaffMeeting;
        var reason = closing.Reason is { } why ? BoardChoices.Reasons.TitleOf(why) : default;
        var planned = closing.PlannedAt;
        return new(
            $"{decision.Fr} — {body.Fr}, {Counted(closing.Specialties, "spécialité", "spécialités")}"
            + (reason.Fr is null ? "" : $" ; motif : {reason.Fr}") + Planned(closing, planned, Language.French),
            $"{decision.En} — {body.En}, {Counted(closing.Specialties, "specialty", "specialties")}"
            + (reason.En is null ? "" : $"; reason: {reason.En}") + Planned(closing, planned, Language.English));
    }

    /// <summary>What became of a case at the board, for the clinician's card.</summary>
    public static Phrase Became(BoardCase board)
    {
        if (board.Standing is { } closing)
        {
            return DecisionLine(closing);
        }

        var (stage, opinions) = (StageOf(board.Stage), board.LastOpinions.Count());
        return new(FormattableString.Invariant($"Avis : {opinions} ({stage.Fr})."), FormattableString.Invariant($"Opinions: {opinions} ({stage.En})."));
    }

    public static Phrase HoldCannotBeMet(LocalDate? earliest) => earliest is { } date
        ? new(
            $"Un arrêt ne peut plus être tenu pour cette date : le dossier ne peut être accepté. Première date possible, pour ce qui est des médicaments : {Dates.Long(date, Language.French)}.",
            $"A hold can no longer be met for this date: the case cannot be accepted. Earliest date, as far as medicine holds go: {Dates.Long(date, Language.English)}.")
        : new(
            "Un arrêt ne peut plus être tenu pour cette date : le dossier ne peut être accepté. Fixer une autre date.",
            "A hold can no longer be met for this date: the case cannot be accepted. Fix another date.");

    public static Phrase NeedsAReason(Phrase verdict) => new(
        $"Cette décision diffère du verdict (« {verdict.Fr} ») : en donner le motif (motif=souhait, comorbidité, nouveau, expérience, moyens ou autre).",
        $"This decision is unlike the verdict (“{verdict.En}”): give the reason (reason=wish, comorbidity, finding, experience, resources or other).");

    public static Phrase Done(string code) => new(
        $"**{code}** : c’est noté, la carte du fil est mise à jour.", $"**{code}**: noted, the thread’s card is being updated.");

    /// <summary>Tells the thread that the case is another than the one that it discussed.</summary>
    /// <param name="code">The case.</param>
    /// <param name="facts">What was answered, and what is answered now: «plaquettes : 180 000 → 42 000».</param>
    /// <param name="before">The verdict that was presented.</param>
    /// <param name="now">The one that stands now.</param>
    public static Phrase Changed(string code, Phrase facts, Phrase before, Phrase now)
    {
        var (fr, en) = before == now ? ($"verdict inchangé : {now.Fr}", $"verdict unchanged: {now.En}") : ($"verdict : {before.Fr} → {now.Fr}", $"verdict: {before.En} → {now.En}");
        return new(
            $"**{code}** a changé depuis sa présentation. {facts.Fr}\n\n{fr}. Les avis déjà donnés portent sur la version antérieure.",
            $"**{code}** has changed since it was presented. {facts.En}\n\n{en}. Opinions already given are about the earlier version.");
    }

    private static string Counted(int number, string one, string many) => FormattableString.Invariant($"{number} {(number < 2 ? one : many)}");

    private static string Planned(Closing closing, LocalDate? planned, Language language) => (planned, closing.Decision) switch
    {
        (null, _) => "",
        ({ } day, BoardDecision.Postponed) => language == Language.French
            ? $" ; séance du {Dates.Long(day, language)}" : $"; session of {Dates.Long(day, language)}",
        ({ } day, _) => language == Language.French ? $" ; geste prévu le {Dates.Long(day, language)}" : $"; procedure planned on {Dates.Long(day, language)}",
    };
}
