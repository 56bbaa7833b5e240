using System.Globalization;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Settings;

/// <summary>The sentences of a board's settings.</summary>
internal static class SettingsWords
{
    public static readonly Phrase Title = new("Réglages de la RCP", "Settings of the board");
    public static readonly Phrase Name = new("Nom de la RCP", "Name of the board");
    public static readonly Phrase BoardLanguage = new("Langue des cartes", "Language of the cards");
    public static readonly Phrase QuorumLabel = new("Quorum : un nombre de spécialités, ou leurs noms", "Quorum: a number of specialties, or their names");
    public static readonly Phrase WhoCloses = new("Qui peut clore et rouvrir", "Who may close and reopen");
    public static readonly Phrase MeetingDay = new("Jour de la réunion", "Day of the meeting");
    public static readonly Phrase MeetingHour = new("Heure de la réunion", "Hour of the meeting");
    public static readonly Phrase Reminders = new("Rappels des arrêts dans le fil du dossier", "Reminders of holds in the case’s thread");
    public static readonly Phrase Save = new("Enregistrer", "Save");
    public static readonly Phrase Saved = new("Réglages enregistrés.", "Settings saved.");
    public static readonly Phrase ToMend = new("Rien n’a changé : corriger ce qui est signalé, puis enregistrer.", "Nothing has changed: correct what is marked, then save.");

    public static readonly Phrase Note = new(
        "Seuls les propriétaires de l’équipe peuvent changer ces réglages. Un champ laissé vide garde sa valeur.",
        "Only owners of the team can change these settings. A field left blank keeps its value.");

    public static readonly Phrase OnlyOwners = new(
        "Seuls les propriétaires de l’équipe peuvent régler sa RCP : rien n’a changé.", "Only owners of the team can set up its board: nothing has changed.");

    public static readonly Phrase OnlyInAChannel = new(
        "Une RCP se règle dans son canal : m’y mentionner et écrire **réglages**.", "A board is set up in its channel: mention me there and type **settings**.");

    public static readonly Phrase HowTo = new(
        "réglages nom=RCP os langue=français quorum=3 clôture=propriétaires | membres réunion=jeudi 14:00 | aucune rappels=oui | non",
        "settings name=Bone board language=English quorum=3 closing=owners | members meeting=Thursday 14:00 | none reminders=yes | no");

    public static readonly Phrase AName = new(
        "un nom de 60 caractères au plus : lettres, chiffres, espaces, points, virgules, apostrophes, parenthèses, traits d’union, « & » et « / »",
        "a name of at most 60 characters: letters, digits, spaces, dots, commas, apostrophes, parentheses, hyphens, “&” and “/”");

    public static readonly Phrase ALanguage = new("français ou anglais", "French or English");
    public static readonly Phrase AQuorum = new(
        "un nombre de 1 à 8, ou des spécialités séparées par des virgules", "a number from 1 to 8, or specialties separated by commas");

    public static readonly Phrase WhoMayClose = new("propriétaires ou membres", "owners or members");
    public static readonly Phrase ADay = new("un jour de la semaine, ou aucune", "a day of the week, or none");
    public static readonly Phrase AnHour = new("une heure, ex. 14:00", "an hour, e.g. 14:00");
    public static readonly Phrase DayToo = new("donner aussi le jour", "give the day too");
    public static readonly Phrase HourToo = new("donner aussi l’heure, ex. 14:00", "give the hour too, e.g. 14:00");
    public static readonly Phrase YesOrNo = new("oui ou non", "yes or no");

    /// <summary>That this is no board yet, and how it becomes one.</summary>
    public static readonly Phrase MakeItABoard = new(
        "Ce canal n’est pas encore une RCP : un propriétaire de l’équipe peut en faire une, en me mentionnant et en écrivant **réglages**.",
        "This channel is no board yet: an owner of the team can make it one, by mentioning me and typing **settings**.");

    /// <summary>How a board works from now on.</summary>
    public static Phrase Now(BoardRules rules)
    {
        var language = SettingsChoices.Languages.TitleOf(rules.Language).Fr;
        var closers = SettingsChoices.WhoCloses.TitleOf(rules.OwnersClose ? Closers.Owners : Closers.Members);
        var reminders = SettingsChoices.Reminders.TitleOf(rules.RemindsThread ? ThreadReminders.Yes : ThreadReminders.No);
        return new(
            $"{Saved.Fr} « {rules.Name} » — langue : {language} ; quorum : {QuorumIn(rules.Quorum, Language.French)} ; clôture : {closers.Fr} ; réunion : {MeetingOf(rules.Meeting).Fr} ; rappels dans le fil : {reminders.Fr}.",
            $"{Saved.En} “{rules.Name}” — language: {language}; quorum: {QuorumIn(rules.Quorum, Language.English)}; closing: {closers.En}; meeting: {MeetingOf(rules.Meeting).En}; reminders in the thread: {reminders.En}.");
    }

    /// <summary>A quorum as it is typed: a number, or specialties.</summary>
    public static string QuorumIn(Quorum quorum, Language language) => quorum.Required.Length == 0
        ? quorum.Number.ToString(CultureInfo.InvariantCulture)
        : string.Join(", ", quorum.Required.Select(specialty => BoardChoices.Specialties.TitleOf(specialty).In(language)));

    public static Phrase Meeting(NextMeeting meeting) => new(
        $"Prochaine réunion de « {meeting.Name} » : {Dates.Long(meeting.At, Language.French)}.",
        $"Next meeting of “{meeting.Name}”: {Dates.Long(meeting.At, Language.English)}.");

    /// <summary>A cron expression that an owner's form cannot show.</summary>
    public static Phrase OtherMeeting(string cron) => new(
        $"Réunion configurée par l’hôpital, gardée tant qu’aucun jour n’est choisi : {cron}", $"Meeting as the hospital configured it, kept unless a day is chosen: {cron}");

    private static Phrase MeetingOf(string cron)
    {
        if (WeeklyMeeting.Of(cron) is not { } meeting)
        {
            return cron.Length == 0 ? SettingsChoices.Days.TitleOf(IsoDayOfWeek.None) : Phrase.Same(cron);
        }

        var day = SettingsChoices.Days.TitleOf(meeting.Day);
        return new($"{day.Fr} {Dates.Time(meeting.Hour, Language.French)}", $"{day.En} {Dates.Time(meeting.Hour, Language.English)}");
    }
}
