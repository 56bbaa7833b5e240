using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Wording;

/// <summary>The sentences of paper: of the links to it, of the calendar and of the page for print.</summary>
public static class PaperWords
{
    public static readonly Phrase CalendarLink = new(
        "Agenda des arrêts (.ics) — sort de Teams", "Calendar of the holds (.ics) — leaves Teams");

    public static readonly Phrase MinutesLink = new("Compte rendu à imprimer — sort de Teams", "Minutes for print — leaves Teams");

    public static readonly Phrase PrintLink = new("Fiche à imprimer — sort de Teams", "Page for print — leaves Teams");

    internal static readonly Phrase Title = new(
        "Fiche pour le dossier : cimentoplastie percutanée", "Summary for the file: percutaneous cementoplasty");

    internal static readonly Phrase Procedure = new("cimentoplastie percutanée", "percutaneous cementoplasty");
    internal static readonly Phrase NoDoseFromThisDay = new("aucune prise à partir de ce jour", "no dose from this day on");
    internal static readonly Phrase LastDoseNow = new("dernière prise à cette heure au plus tard", "last dose at this hour at the latest");

    internal static readonly Phrase RelayStops = new(
        "arrêt de l’héparine du relais, à l’heure fixée par l’anesthésie", "the relay’s heparin stops, at the hour set by anaesthesia");

    internal static readonly Phrase Withdrawn = new("annulé", "cancelled");

    internal static readonly Phrase WithdrawnDate = new(
        "Cette date ne vaut plus. Un médicament déjà arrêté : demander au prescripteur.",
        "This date no longer holds. A drug that is already stopped: ask the prescriber.");

    internal static readonly Phrase DatesWithdrawn = new(
        "Les dates convenues ne valent plus : ne rien arrêter pour ce geste avant un nouvel accord. Un médicament déjà arrêté : demander au prescripteur.",
        "The dates that were agreed no longer hold: stop nothing for this before a new agreement. A drug that is already stopped: ask the prescriber.");

    internal static readonly Phrase CalendarHasLeftTeams = new(
        "Cet agenda a quitté Teams et ne porte aucun nom. Un changement n’y arrive que par un nouveau fichier : en cas de doute, la carte dans Teams fait foi.",
        "This calendar has left Teams and bears no name. A change reaches it by a new file only: if in doubt, the card in Teams prevails.");

    internal static readonly Phrase PaperHasLeftTeams = new(
        "Ce papier a quitté Teams et ne porte aucun nom. Ce qui change ensuite n’y arrive pas : la carte dans Teams fait foi, et dit aussi ce qui est à envisager.",
        "This paper has left Teams and bears no name. What changes afterwards does not reach it: the card in Teams prevails, and also says what is to be considered.");

    internal static readonly Phrase AgreedSchedule = new(
        "Calendrier des médicaments — convenu par la RCP, l’anesthésie et le prescripteur",
        "Medication schedule — agreed by the board, anaesthesia and the prescriber");

    internal static readonly Phrase Drug = new("Médicament", "Drug");
    internal static readonly Phrase Date = new("Date", "Date");
    internal static readonly Phrase Status = new("État", "Status");
    internal static readonly Phrase WhatToDo = new("Conduite à tenir", "What to do");
    internal static readonly Phrase Decision = new("Décision de la RCP", "Decision of the board");
    internal static readonly Phrase NotDecided = new("pas encore rendue", "not yet taken");
    internal static readonly Phrase Prescriber = new("Prescripteur : date et signature", "Prescriber: date and signature");
    internal static readonly Phrase Anaesthesia = new("Anesthésie : date et signature", "Anaesthesia: date and signature");

    internal static Phrase EvaluatedOn(LocalDate day) => new(
        $"Évaluation du {Dates.Long(day, Language.French)}", $"Evaluated on {Dates.Long(day, Language.English)}");
}
