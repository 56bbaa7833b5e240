using CimentoBot.Conversation.Ports;
using CimentoBot.Storage;
using CimentoBot.Telemetry;
using NodaTime;

namespace CimentoBot.Configuration;

/// <summary>What was configured, read and found good.</summary>
internal sealed record HostSettings
{
    public required BotSettings Bot { get; init; }

    /// <summary>Who may come in, and how often.</summary>
    public required DoorSettings Door { get; init; }

    /// <summary>Where things are kept.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>Who may read the metrics.</summary>
    public required MetricsReaders MetricsReaders { get; init; }

    /// <summary>The day that stands in for the clock's; null = the clock's.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>Where browsers reach the bot, for links; null = nowhere.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The system's clock, or one that starts at noon of the configured day and stays in it.</summary>
    public TimeProvider Clock => Today is { } today
        ? new StandingDay((today + LocalTime.Noon).InZoneLeniently(Bot.Zone).ToDateTimeOffset(), TimeProvider.System)
        : TimeProvider.System;
}

/// <summary>A setting is missing or wrong: the start stops with this one line.</summary>
internal sealed class SettingException(string key, string takes) : Exception($"{key}: {takes}")
{
    public string Key { get; } = key;
}

/// <summary>
/// Always the same day, for demonstrations and acceptance: the time goes on from noon, so that what is to be tried again a
/// few seconds later is, and stops before midnight.
/// </summary>
/// <param name="noon">When it starts.</param>
/// <param name="real">The clock that says how much time has passed.</param>
internal sealed class StandingDay(DateTimeOffset noon, TimeProvider real) : TimeProvider
{
    private static readonly TimeSpan LongestDay = new(11, 59, 0);

    private readonly long started = real.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        var elapsed = real.GetElapsedTime(started);
        return (noon + (elapsed < LongestDay ? elapsed : LongestDay)).ToUniversalTime();
    }
}
