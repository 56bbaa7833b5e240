using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board.Settings;

/// <summary>What was asked of <c>board.settings</c>: input ids to what was given. What is not given keeps what stands.</summary>
internal sealed partial record SettingsRequest(IReadOnlyDictionary<string, string> Inputs)
{
    public const string NameId = "name";
    public const string LanguageId = "language";
    public const string QuorumId = "quorum";
    public const string ClosersId = "closers";
    public const string DayId = "meetingDay";
    public const string HourId = "meetingTime";
    public const string RemindersId = "reminders";

    private const int LongestName = 60;

    private static readonly string[] Ids = [NameId, LanguageId, QuorumId, ClosersId, DayId, HourId, RemindersId];

    /// <summary>The typed keys of each input.</summary>
    private static readonly (string Id, string[] Keys)[] Typed =
    [
        (NameId, ["nom", "name"]),
        (LanguageId, ["langue", "language"]),
        (QuorumId, ["quorum"]),
        (ClosersId, ["cloture", "closing", "closers"]),
        (RemindersId, ["rappels", "reminders"]),
    ];

    private static readonly string[] MeetingKeys = ["reunion", "meeting"];

    public bool IsEmpty => Inputs.Count == 0;

    public static SettingsRequest Of(CardSubmission submission) => new(
        submission.Inputs.Where(input => Ids.Contains(input.Key)).ToDictionary(input => input.Key, input => input.Value.Trim(), StringComparer.Ordinal));

    /// <summary>What a card would have sent.</summary>
    public static CardSubmission Read(string argument)
    {
        var inputs = Typed
            .Select(known => (known.Id, Value: KeyValues.Find(argument, known.Keys)))
            .Where(given => given.Value is not null)
            .ToDictionary(given => given.Id, given => given.Value!, StringComparer.Ordinal);
        if (KeyValues.Find(argument, MeetingKeys) is { } meeting)
        {
            var words = meeting.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            inputs[DayId] = words.Length > 0 ? words[0] : "?";
            inputs[HourId] = words.Length > 1 ? words[1] : "";
        }

        return new(Verbs.BoardSettings, "", "", -1, "", inputs);
    }

    /// <summary>What stands, in the form in which a card shows and sends it.</summary>
    public static SettingsRequest Standing(BoardRules rules)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NameId] = rules.Name,
            [LanguageId] = SettingsChoices.Languages.First(choice => choice.Value == rules.Language).Id,
            [QuorumId] = SettingsWords.QuorumIn(rules.Quorum, rules.Language),
            [ClosersId] = SettingsChoices.WhoCloses.First(choice => choice.Value == (rules.OwnersClose ? Closers.Owners : Closers.Members)).Id,
            [RemindersId] = SettingsChoices.Reminders.First(choice => choice.Value == (rules.RemindsThread ? ThreadReminders.Yes : ThreadReminders.No)).Id,
        };
        if (WeeklyMeeting.Of(rules.Meeting) is { } meeting)
        {
            inputs[DayId] = SettingsChoices.Days.First(choice => choice.Value == meeting.Day).Id;
            inputs[HourId] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(meeting.Hour);
        }
        else if (rules.Meeting.Length == 0)
        {
            inputs[DayId] = SettingsChoices.Days.First(choice => choice.Value is IsoDayOfWeek.None).Id;
        }

        return new(inputs);
    }

    /// <summary>The rules that are asked for, or what is wrong, by input.</summary>
    /// <param name="before">What stands.</param>
    public (BoardRules? Rules, IReadOnlyDictionary<string, Phrase> Errors) Read(BoardRules before)
    {
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var rules = before with
        {
            Name = Taken(NameId, before.Name, given => (given, ProblemOfName(given))),
            Language = Taken(LanguageId, before.Language, given => Chosen(SettingsChoices.Languages, given, SettingsWords.ALanguage)),
            Quorum = Taken(QuorumId, before.Quorum, given => Quorum.Read(given) is { } quorum ? (quorum, null) : (before.Quorum, SettingsWords.AQuorum)),
            OwnersClose = Taken(ClosersId, before.OwnersClose ? Closers.Owners : Closers.Members, given => Chosen(SettingsChoices.WhoCloses, given, SettingsWords.WhoMayClose)) is Closers.Owners,
            RemindsThread = Taken(RemindersId, before.RemindsThread ? ThreadReminders.Yes : ThreadReminders.No, given => Chosen(SettingsChoices.Reminders, given, SettingsWords.YesOrNo)) is ThreadReminders.Yes,
            Meeting = ReadMeeting(before.Meeting, errors),
        };
        return (errors.Count == 0 ? rules : null, errors);

        T Taken<T>(string id, T standing, Func<string, (T Value, Phrase? Problem)> read)
        {
            if (!Inputs.TryGetValue(id, out var given))
            {
                return standing;
            }

            var (value, problem) = read(given);
            if (problem is { } wrong)
            {
                errors[id] = wrong;
            }

            return value;
        }
    }

    private static (T Value, Phrase? Problem) Chosen<T>(ImmutableArray<BoardChoice<T>> choices, string given, Phrase takes)
        where T : struct, Enum => choices.Find(given) is { } value ? (value, null) : (default, takes);

    /// <summary>A name stands in messages and on cards of its board: it may not be Markdown, a link or anybody's identity.</summary>
    private static Phrase? ProblemOfName(string given) =>
        given.Length > LongestName || !Name().IsMatch(given) ? SettingsWords.AName : IdentityGuard.Find(given);

    /// <summary>A day and an hour make a meeting, no fixed day none; nothing given leaves what stands, be it more than a form can show.</summary>
    private string ReadMeeting(string before, Dictionary<string, Phrase> errors)
    {
        var (day, hour) = (Inputs.GetValueOrDefault(DayId, ""), Inputs.GetValueOrDefault(HourId, ""));
        if (day.Length == 0 && hour.Length == 0)
        {
            return before;
        }

        var chosen = SettingsChoices.Days.Find(day);
        if (chosen is IsoDayOfWeek.None)
        {
            return "";
        }

        if (chosen is null)
        {
            errors[DayId] = day.Length == 0 ? SettingsWords.DayToo : SettingsWords.ADay;
        }

        if (hour.Length > 0 && DateReader.ReadTime(hour) is Answer.Understood { Value: LocalTime time })
        {
            return new WeeklyMeeting(chosen ?? default, time).Cron;
        }

        errors[HourId] = hour.Length == 0 ? SettingsWords.HourToo : SettingsWords.AnHour;
        return before;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’()&/\-]*$", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Name();
}
