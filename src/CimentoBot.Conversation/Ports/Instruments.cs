using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CimentoBot.Conversation.Ports;

/// <summary>
/// What is measured, all of it. Tags take words of a short list that stands in the code: no id, no code of a case, nothing that
/// anybody said.
/// </summary>
public static class Instruments
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "CimentoBot";

    private const string Outcome = "outcome";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("cimentobot.turns", description: "Turns, by kind of activity and outcome.");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "cimentobot.turn.duration", "s", "How long turns took, by kind of activity.");

    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("cimentobot.verdicts", description: "Verdicts that were given, by kind.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("cimentobot.refusals", description: "What was refused, by place and status.");

    private static readonly Counter<long> Reminders = Meter.CreateCounter<long>("cimentobot.reminders.due", description: "Reminders that fell due: in time, or too late to be sent.");

    private static readonly Counter<long> OutboxFailures = Meter.CreateCounter<long>("cimentobot.outbox.failures", description: "Attempts to send that failed.");

    private static readonly Counter<long> StorageFailures = Meter.CreateCounter<long>("cimentobot.storage.failures", description: "Turns and looks into the outbox that the storage failed.");

    private static double outboxAge;

    static Instruments() => Meter.CreateObservableGauge(
        "cimentobot.outbox.age", () => Volatile.Read(ref outboxAge), "s", "For how long the message that waits longest has been overdue.");

    public static ActivitySource Source { get; } = new(Name);

    public static void Turn(string kind, bool failed, TimeSpan took)
    {
        Turns.Add(1, new("kind", kind), new(Outcome, failed ? "failed" : "done"));
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public static void Verdict(string kind) => Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", kind));

    /// <param name="place"><c>door</c>, <c>limit</c> or <c>card</c>.</param>
    /// <param name="status">The status that it was refused with.</param>
    public static void Refusal(string place, int status) => Refusals.Add(1, new("place", place), new("status", status));

    public static void ReminderDue(bool late) => Reminders.Add(1, new KeyValuePair<string, object?>(Outcome, late ? "late" : "inTime"));

    public static void OutboxFailure() => OutboxFailures.Add(1);

    public static void StorageFailure() => StorageFailures.Add(1);

    /// <summary>What waits after a look into the outbox: when the first message was due, if any waits.</summary>
    public static void OutboxLookedInto(DateTimeOffset? next, DateTimeOffset now) =>
        Volatile.Write(ref outboxAge, next < now ? (now - next.Value).TotalSeconds : 0);
}
