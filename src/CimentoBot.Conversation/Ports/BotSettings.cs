using CimentoBot.Conversation.Board;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Ports;

/// <summary>A channel to which cases can be posted.</summary>
/// <param name="Id">The Teams channel id.</param>
/// <param name="Name">What to call it.</param>
public sealed record BoardChannel(string Id, string Name);

/// <summary>What the hospital configured.</summary>
public sealed record BotSettings
{
    /// <summary>The zone in which days and hours are meant.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The language where nothing else tells.</summary>
    public Language DefaultLanguage { get; init; } = Language.French;

    /// <summary>The language of the board's cards.</summary>
    public Language BoardLanguage { get; init; } = Language.French;

    /// <summary>The boards that cases can be posted to; empty = none, and then nothing offers to.</summary>
    public IReadOnlyList<BoardChannel> Boards { get; init; } = [];

    /// <summary>What makes a board (RCP).</summary>
    public Quorum Quorum { get; init; } = Quorum.Usual;

    /// <summary>Whether owners of the team alone may close and reopen; else every member may.</summary>
    public bool OwnersClose { get; init; } = true;

    /// <summary>When boards meet, as cron in the hospital's zone; empty = not said.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>The tenants whose users may talk to the bot; empty = any that the door lets in.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>For how many days a case is kept after the last that happened with it.</summary>
    public int RetainDays { get; init; } = 365;

    /// <summary>The bot's application id; empty on a local machine.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Why the guideline is suspended, as the hospital wrote it; empty = it is in force. While it is not, nothing is evaluated.</summary>
    public string Suspended { get; init; } = "";
}
