using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board;

/// <summary>The sentences of the way to the board.</summary>
internal static partial class BoardWords
{
    public static readonly Phrase FormTitle = new("Présenter à la RCP", "Present to the board");
    public static readonly Phrase Board = new("RCP", "Board");
    public static readonly Phrase Session = new("Date de la séance", "Date of the session");
    public static readonly Phrase Question = new("Question à la RCP (sans nom ni identifiant)", "Question to the board (no name, no identifier)");
    public static readonly Phrase Preview = new("Aperçu", "Preview");
    public static readonly Phrase Publish = new("Publier", "Post");
    public static readonly Phrase BackToVerdict = new("Annuler", "Cancel");
    public static readonly Phrase BackToForm = new("Corriger", "Correct");

    public static readonly Phrase PreviewNote = new(
        "Voici la carte qui sera publiée dans le canal, réévaluée à la date du jour.",
        "This is the card that will be posted to the channel, re-evaluated with today’s date.");

    public static readonly Phrase ChooseABoard = new("choisir une RCP de la liste", "choose a board from the list");

    public static readonly Phrase ASession = new(
        "une date de séance à venir (aaaa-mm-jj)", "an upcoming session date (yyyy-MM-dd)");

    public static readonly Phrase TooLong = new("500 caractères au plus", "500 characters at most");

    public static readonly Phrase NoBoard = new(
        "Aucune RCP n’est configurée : demander au service informatique de renseigner Board:Channels.",
        "No board is configured: ask the IT department to set Board:Channels.");

    public static readonly Phrase NotFinished = new(
        "Ce dossier n’a pas encore de verdict : terminer l’entretien d’abord.", "This case has no verdict yet: finish the interview first.");

    public static readonly Phrase HowToPost = new(
        "Écrire : présenter CB-XXXX séance=aaaa-mm-jj", "Type: post CB-XXXX session=yyyy-MM-dd");

    public static readonly Phrase PostAgain = new("Publier à nouveau", "Post again");

    public static readonly Phrase HowToPostAgain = new(
        "Pour le publier à nouveau, écrire : présenter CB-XXXX encore=oui", "To post it again, type: post CB-XXXX again=yes");

    public static Phrase QuestionLine(string question) => new($"Question : {question}", $"Question: {question}");

    /// <summary>Why a channel takes nothing, and what somebody can do about it.</summary>
    private static Phrase NotPosted(Refused reason) => reason switch
    {
        Refused.NotInRoster => new(
            "l’application n’est pas dans cette équipe. Demander à un propriétaire de l’équipe de l’y ajouter",
            "the app is not in that team. Ask an owner of the team to add it"),
        Refused.DisabledByAdmin => new(
            "l’application est désactivée dans Teams. Demander au service informatique de l’activer",
            "the app is disabled in Teams. Ask the IT department to enable it"),
        Refused.WritesBlocked => new(
            "ce canal n’accepte pas de message de l’application. Demander à un propriétaire de l’équipe de l’autoriser à écrire",
            "that channel takes no message from the app. Ask an owner of the team to let it write"),
        Refused.NotFound => new(
            "ce canal n’existe pas ou plus. Demander au service informatique de corriger Board:Channels",
            "that channel does not exist, or no longer. Ask the IT department to correct Board:Channels"),
        _ => new(
            "Teams a refusé le message. Demander au service informatique de vérifier l’installation de l’application",
            "Teams refused the message. Ask the IT department to check the app’s installation"),
    };

    public static Phrase SessionLine(NodaTime.LocalDate session) => new(
        $"RCP du {Dates.Long(session, Language.French)}", $"Board session of {Dates.Long(session, Language.English)}");

    /// <summary>On the message that a case has left behind.</summary>
    public static Phrase Moved(string code, string name, NodaTime.LocalDate session) => new(
        $"{code} : ce dossier est présenté ailleurs, à la RCP du {Dates.Long(session, Language.French)} (« {name} »). Sa carte n’est plus tenue à jour ici.",
        $"{code}: this case is presented elsewhere, in the board session of {Dates.Long(session, Language.English)} (“{name}”). Its card is no longer kept up to date here.");

    /// <summary>Where the case went, for the clinician's card.</summary>
    /// <param name="post">Where.</param>
    /// <param name="name">What the board is called.</param>
    /// <param name="isCurrent">Whether the answers are still those that were posted.</param>
    public static Phrase Where(BoardPost post, string name, bool isCurrent = true)
    {
        if (post.Refused is { } reason)
        {
            var why = NotPosted(reason);
            return new($"Non publié dans « {name} » : {why.Fr}, puis présenter à nouveau.", $"Not posted to “{name}”: {why.En}, then present it again.");
        }

        if (post.Unanswered is not null)
        {
            return new(
                $"Teams n’a pas répondu : on ne sait pas si le dossier est arrivé dans « {name} », séance du {Dates.Long(post.Session, Language.French)}. Regarder dans le canal ; s’il n’y est pas, le publier à nouveau.",
                $"Teams did not answer: it is not known whether the case arrived in “{name}”, session of {Dates.Long(post.Session, Language.English)}. Look into the channel; if it is not there, post it again.");
        }

        if (!isCurrent && post is { Message: null, Facts.Length: > 0 })
        {
            return new(
                $"Pas encore publié dans « {name} », séance du {Dates.Long(post.Session, Language.French)} : une réponse change, et le dossier partira avec le prochain verdict.",
                $"Not yet posted to “{name}”, session of {Dates.Long(post.Session, Language.English)}: an answer is being changed, and the case leaves with the next verdict.");
        }

        if (!isCurrent)
        {
            return new(
                $"Présenté à « {name} », séance du {Dates.Long(post.Session, Language.French)} ; une réponse a changé depuis : présenter à nouveau.",
                $"Presented to “{name}”, session of {Dates.Long(post.Session, Language.English)}; an answer has changed since: present it again.");
        }

        if (post.IsOfOtherRules)
        {
            return new(
                $"Présenté à « {name} », séance du {Dates.Long(post.Session, Language.French)} ; les règles ont changé depuis : présenter à nouveau.",
                $"Presented to “{name}”, session of {Dates.Long(post.Session, Language.English)}; the rules have changed since: present it again.");
        }

        return post.Message is null || post.Shown != post.Facts
            ? new($"En cours d’envoi à « {name} », séance du {Dates.Long(post.Session, Language.French)}.",
                $"On its way to “{name}”, session of {Dates.Long(post.Session, Language.English)}.")
            : new($"Présenté à « {name} », séance du {Dates.Long(post.Session, Language.French)}.",
                $"Presented to “{name}”, session of {Dates.Long(post.Session, Language.English)}.");
    }
}
