using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Wording;

/// <summary>The sentences of the dialogue. A sentence that is missing in a language does not compile.</summary>
public static class Say
{
    public static readonly Phrase Continue = new("Continuer", "Continue");
    public static readonly Phrase Back = new("Retour", "Back");
    public static readonly Phrase GoOn = new("Continuer", "Go on");
    public static readonly Phrase FinishNow = new("Terminer", "Finish");
    public static readonly Phrase Correct = new("Corriger une réponse", "Correct an answer");
    public static readonly Phrase SeeVerdict = new("Voir le verdict", "See the verdict");
    public static readonly Phrase ChangeAnAnswer = new("Modifier", "Edit");
    public static readonly Phrase PresentToTheBoard = new("Présenter à la RCP", "Present to the board");
    public static readonly Phrase Choose = new("Choisir…", "Choose…");
    public static readonly Phrase ReviewTitle = new("Relecture", "Review");
    public static readonly Phrase Checks = new("À vérifier", "To be checked");
    public static readonly Phrase StillMissing = new("Il manque encore", "Still missing");
    public static readonly Phrase NotUsed = new("Répondu, mais sans effet pour cette lésion", "Said, but without effect for this lesion");
    public static readonly Phrase NotAsked = new("Non demandé", "Not asked");
    public static readonly Phrase Answered = new("Répondu", "Answered");
    public static readonly Phrase Replaced = new("Cette carte a été remplacée par la suivante.", "This card was replaced by the next one.");
    public static readonly Phrase UnknownIsFine = new(
        "Laisser vide ce qui n’est pas encore connu.", "Leave blank what is not known yet.");

    public static readonly Phrase Mending = new(
        "Rien n’est perdu : corriger ce qui est signalé, puis continuer.", "Nothing is lost: correct what is marked, then continue.");

    public static readonly Phrase BoardDecides = new(
        "Aide à la préparation : la décision revient à la RCP.", "A preparation aid: the decision is the board’s.");

    public static readonly Phrase Welcome = new(
        "**CimentoBot** prépare la discussion en RCP (réunion de concertation pluridisciplinaire) d’une cimentoplastie percutanée pour une métastase osseuse d’un cancer du poumon.\n\n" +
        "Écrire **nouveau** pour commencer (cinq à six cartes), **aide** pour savoir ce qu’il fait et ne fait pas.",
        "**CimentoBot** prepares the tumour board’s discussion of a percutaneous cementoplasty for a bone metastasis of lung cancer.\n\n" +
        "Type **new** to begin (five or six cards), **help** to know what it does and does not do.");

    public static readonly Phrase WelcomeInAChannel = new(
        "**CimentoBot** prépare les dossiers de cimentoplastie pour la RCP. L’entretien se fait en conversation privée, jamais ici ; " +
        "la carte d’un dossier est publiée ici par le clinicien. Me mentionner et écrire **aide** pour en savoir plus.",
        "**CimentoBot** prepares cementoplasty cases for the board. The interview takes place in a private chat, never here; " +
        "a case’s card is posted here by the clinician. Mention me and type **help** to know more.");

    public static readonly Phrase Help = new(
        "**Ce que je fais** — un entretien sur la lésion, la douleur et les médicaments ; un verdict tiré d’un chapitre d’une recommandation française, " +
        "avec le calendrier d’arrêt des médicaments et les renvois à la source ; la présentation du dossier à la RCP.\n\n" +
        "**Ce que je ne fais pas** — décider, prescrire, remplacer l’anesthésie ou le prescripteur ; répondre pour un autre cancer primitif ou un myélome ; " +
        "recevoir des noms ou des identifiants : un dossier porte un code, qui est un pseudonyme et non un anonymat.\n\n" +
        "**Commandes** — nouveau · retour · suite · modifier (libellé) · terminer · recommencer · annuler · reprendre (code) · dossiers · pourquoi (libellé) · texte · langue · présenter (code) · exporter · oublier · aide\n\n" +
        "**Dans le canal de la RCP**, après m’y avoir mentionné — avis · signer · clore · rouvrir · voir (code) · vu (code) · ordre du jour · compte rendu · réglages ; y écrire **aide** montre comment.\n\n" +
        "On peut aussi répondre par écrit, une réponse par ligne : « plaquettes : 180 G/L ». « ? » veut dire pas encore connu. " +
        "Une seule ligne peut en dire plusieurs : « nouveau L3 lytique EVA 7 Plavix plaquettes 180 TP 92 » (EVA = échelle visuelle analogique, TP = taux de prothrombine) ; ce qui n’est pas compris est demandé.",
        "**What I do** — an interview about the lesion, the pain and the drugs; a verdict drawn from one chapter of a French guideline, " +
        "with the schedule for stopping drugs and the places in the source; the case’s presentation to the tumour board.\n\n" +
        "**What I do not do** — decide, prescribe, stand in for anaesthesia or the prescriber; answer for another primary cancer or myeloma; " +
        "take names or identifiers: a case bears a code, which is a pseudonym and not anonymity.\n\n" +
        "**Commands** — new · back · next · edit (label) · finish · restart · cancel · resume (code) · cases · why (label) · text · language · post (code) · export · forget · help\n\n" +
        "**In the board’s channel**, after mentioning me there — opinion · sign · close · reopen · show (code) · seen (code) · agenda · minutes · settings; typing **help** there shows how.\n\n" +
        "You can answer in writing too, one answer a line: “platelets: 180 G/L”. “?” means not known yet. " +
        "One line may give several: “new L3 lytic NRS 7 Plavix platelets 180 G/L TP 92%” (NRS = numeric rating scale, TP = prothrombin activity); what is not understood is asked.");

    /// <summary>Every line begins with what is typed.</summary>
    public static readonly Phrase HelpInAChannel = new(
        "Je porte à cette RCP les dossiers de cimentoplastie, réunis en conversation privée ; je ne décide rien. Un code de dossier est un pseudonyme : ni nom ni identifiant ici. Me mentionner, puis écrire :\n\n" +
        "- **présenter CB-XXXX séance=aaaa-mm-jj question=…** — présenter un de mes dossiers à une séance\n" +
        "- **avis CB-XXXX favorable | conditions | défavorable | infos** — donner mon avis, puis un commentaire ; spécialité=oncologie\n" +
        "- **signer CB-XXXX anesthésie | prescripteur** — signer le calendrier des arrêts : accord, correction ou refus, avec motif=…\n" +
        "- **clore CB-XXXX accepté | conditions | refusé | reporté | autre** — enregistrer la décision, puis un texte ; motif=comorbidité prévu=aaaa-mm-jj séance=aaaa-mm-jj\n" +
        "- **rouvrir CB-XXXX** — reprendre la discussion d’un dossier clos\n" +
        "- **voir CB-XXXX** — lire la carte d’un dossier en texte\n" +
        "- **vu CB-XXXX** — noter qu’un rappel de ce dossier a été vu\n" +
        "- **ordre du jour séance=aaaa-mm-jj** — les dossiers d’une séance et ce qu’ils attendent ; sans date, la prochaine\n" +
        "- **compte rendu séance=aaaa-mm-jj** — le texte à coller dans le dossier communicant de cancérologie (DCC) ; sans date, la dernière séance\n" +
        "- **réglages** — nom, langue, quorum, clôture, réunion et rappels de cette RCP, par un propriétaire de l’équipe",
        "I bring this board the cementoplasty cases, gathered in private chats; I decide nothing. A case’s code is a pseudonym: no name, no identifier here. Mention me, then type:\n\n" +
        "- **post CB-XXXX session=yyyy-MM-dd question=…** — present one of my cases to a session\n" +
        "- **opinion CB-XXXX favourable | conditions | unfavourable | info** — give my opinion, then a comment; specialty=oncology\n" +
        "- **sign CB-XXXX anaesthesia | prescriber** — sign the hold schedule: agreed, corrected or refused, with reason=…\n" +
        "- **close CB-XXXX accepted | conditions | refused | postponed | other** — record the decision, then a text; reason=comorbidity planned=yyyy-MM-dd session=yyyy-MM-dd\n" +
        "- **reopen CB-XXXX** — take up a closed case again\n" +
        "- **show CB-XXXX** — read a case’s card as text\n" +
        "- **seen CB-XXXX** — note that a reminder of this case was seen\n" +
        "- **agenda session=yyyy-MM-dd** — a session’s cases and what they wait for; without a date, the next one\n" +
        "- **minutes session=yyyy-MM-dd** — the text to paste into the shared record; without a date, the latest session\n" +
        "- **settings** — name, language, quorum, closing, meeting and reminders of this board, by an owner of the team");

    public static readonly Phrase PrivateOnly = new(
        "L’entretien se fait en conversation privée avec moi : des données de santé n’ont pas leur place ici.",
        "The interview takes place in a private chat with me: health data have no place here.");

    public static readonly Phrase Empty = new(
        "Le message est vide. Écrire **nouveau** pour commencer, ou **aide**.", "The message is empty. Type **new** to begin, or **help**.");

    public static readonly Phrase TextOnly = new(
        "Je ne lis que du texte et mes propres cartes : rien n’a été gardé de cette pièce jointe.",
        "I read only text and my own cards: nothing of this attachment was kept.");

    public static readonly Phrase TooLong = new(
        "Ce message est trop long (4 000 caractères au plus) : rien n’en a été gardé.", "This message is too long (4,000 characters at most): nothing of it was kept.");

    public static readonly Phrase NoInterview = new(
        "Aucun entretien n’est en cours. Écrire **nouveau** pour en commencer un, ou **dossiers** pour en retrouver un.",
        "No interview is under way. Type **new** to begin one, or **cases** to find one again.");

    public static readonly Phrase FirstStep = new("C’est la première étape.", "This is the first step.");

    public static readonly Phrase Stale = new(
        "Cette carte a déjà reçu une réponse ou a été remplacée : rien n’a changé. Écrire **reprendre** pour retrouver l’étape en cours.",
        "This card was already answered or was replaced: nothing has changed. Type **resume** to find the current step again.");

    public static readonly Phrase AnotherMessage = new(
        "Un autre message de cette conversation est encore en cours de traitement : celui-ci n’a pas été lu. Renvoyez-le dans un instant.",
        "Another message of this conversation is still being worked on: this one was not read. Send it again in a moment.");

    public static readonly Phrase DoneAlready = new("Cette action a déjà été prise en compte.", "This action was taken already.");

    public static readonly Phrase StillUnderWay = new(
        "Cette action est encore en cours de traitement. Réessayez dans un instant.", "This action is still being worked on. Try again in a moment.");

    public static readonly Phrase NotYours = new(
        "Cette carte n’appartient pas à un dossier de cette conversation : rien n’a changé.",
        "This card does not belong to a case of this conversation: nothing has changed.");

    public static readonly Phrase NoSuchCase = new(
        "Aucun de vos dossiers ne porte ce code. Écrire **dossiers** pour en voir la liste.",
        "None of your cases bears this code. Type **cases** to see the list.");

    public static readonly Phrase NoCases = new("Aucun dossier. Écrire **nouveau** pour commencer.", "No cases. Type **new** to begin.");

    public static readonly Phrase Cancelled = new(
        "Entretien interrompu ; les réponses restent. Écrire **reprendre** pour y revenir.",
        "Interview stopped; the answers stay. Type **resume** to come back to it.");

    public static readonly Phrase WhichAnswer = new(
        "Écrire **modifier** et le libellé de la réponse, par exemple : modifier plaquettes.",
        "Type **edit** and the label of the answer, for example: edit platelets.");

    public static readonly Phrase WhichLanguage = new("Langue : écrire **langue français** ou **language English**.", "Language: type **langue français** or **language English**.");

    public static readonly Phrase LanguageSet = new("Je parle français désormais.", "I speak English from now on.");

    public static readonly Phrase EarlyTitle = new("Contre-indication déjà établie", "Contraindication already established");

    public static readonly Phrase EarlyChoice = new(
        "Le reste de l’entretien ne changera pas ce verdict, mais peut révéler une urgence (canal, racine, mur postérieur). Terminer maintenant ou continuer ?",
        "The rest of the interview will not change this verdict, but may reveal an emergency (canal, root, posterior wall). Finish now or go on?");

    public static readonly Phrase TypeSuite = new(
        "Écrire les réponses, puis **suite** (le reste = pas encore connu).", "Type the answers, then **next** (the rest = not known yet).");

    public static readonly Phrase TypeSuiteForVerdict = new(
        "Écrire **suite** pour voir le verdict, ou **modifier** et un libellé.", "Type **next** to see the verdict, or **edit** and a label.");

    public static readonly Phrase TypeSuiteOrFinish = new(
        "Écrire **suite** pour continuer ou **terminer** pour le verdict.", "Type **next** to go on or **finish** for the verdict.");

    public static readonly Phrase Understood = new("Compris", "Understood");

    public static readonly Phrase StillAsked = new("Reste à répondre", "Still to be answered");

    /// <summary>What is stored of a case cannot be read.</summary>
    public static Phrase Unreadable(string code) => new(
        $"Le dossier {code} est illisible : ce qui en est gardé est endommagé et reste tel quel. Prévenir le service informatique ; les autres dossiers ne sont pas touchés.",
        $"Case {code} cannot be read: what is kept of it is damaged and stays as it is. Tell the IT department; other cases are not affected.");

    /// <summary>The same where several are listed.</summary>
    public static Phrase Illegible(string code) => new(
        $"**{code}** — illisible : prévenir le service informatique", $"**{code}** — cannot be read: tell the IT department");

    public static Phrase Step(int place, int of) => new($"Étape {place} sur {of}", $"Step {place} of {of}");

    public static Phrase TypeText(string code) => new($"Dossier {code} — écrire « texte » pour lire cette carte.", $"Case {code} — type “text” to read this card.");

    /// <summary>One of several such buttons on a card: who hears it alone must know which.</summary>
    public static Phrase ChangeSection(Phrase section) => new($"{ChangeAnAnswer.Fr}\u00a0: {section.Fr}", $"{ChangeAnAnswer.En}: {section.En}");
}
