using System.Text.Json;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Holds;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>What a reminder is about.</summary>
internal enum ReminderTopic
{
    /// <summary>The first day without a dose: the evening before it and its morning.</summary>
    Stop,

    /// <summary>The heparin of a relay stops: the evening before and the morning.</summary>
    Relay,

    /// <summary>The hour after which no dose is taken.</summary>
    LastDose,

    /// <summary>A signature under the holds is missing.</summary>
    SignOff,

    /// <summary>A result is missing on which the verdict hinges.</summary>
    Missing,
}

/// <summary>One reminder of a case.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Code">The case.</param>
/// <param name="Hold">The hold; null where it is about none.</param>
/// <param name="DueAt">When it leaves.</param>
internal sealed record Reminder(ReminderTopic Topic, string Code, Hold? Hold, Instant DueAt)
{
    /// <summary>With this begins what the outbox calls reminders and what comes of them.</summary>
    public const string KindPrefix = "reminder.";

    private const char Separator = ':';

    /// <summary>Without a colon, to the minute: the last part of a name.</summary>
    private static readonly InstantPattern Due = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HHmm'Z'");

    /// <summary>What the outbox calls it.</summary>
    public string Kind => KindPrefix + What;

    /// <summary>Its name in the outbox, under which it is sent once for ever: another drug or another moment makes another.</summary>
    public string Name => string.Join(Separator, "reminder", Code, What, Hold?.Drug ?? "", Due.Format(DueAt));

    public OutboxMessage Message => OutboxMessage.New(Code, Kind, DueAt.ToDateTimeOffset(), Name);

    private string What => JsonNamingPolicy.CamelCase.ConvertName(Topic.ToString());

    /// <summary>When a reminder of that name was to leave, however often it was tried since.</summary>
    public static Instant DueIn(string name) => Due.Parse(name[(name.LastIndexOf(Separator) + 1)..]).Value;
}
