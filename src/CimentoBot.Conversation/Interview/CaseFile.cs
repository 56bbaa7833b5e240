using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Interview;

/// <summary>Where the card of a case was posted for the board.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Session">The day of the board's session.</param>
/// <param name="Question">The clinician's question to the board; empty = none.</param>
/// <param name="ServiceUrl">The service that reaches the channel.</param>
/// <param name="Conversation">The thread that the post started; null until it has left.</param>
/// <param name="Message">The posted message in that thread; null until it has left.</param>
public sealed record BoardPost(string Channel, LocalDate Session, string Question, string ServiceUrl, string? Conversation = null, string? Message = null)
{
    /// <summary>The answers that were posted, as a fingerprint: an answer changed since makes another.</summary>
    public string Facts { get; init; } = "";

    /// <summary>The fingerprint of the answers that the channel's message shows; empty until it has left.</summary>
    public string Shown { get; init; } = "";

    /// <summary>The hash of the rules under which it was posted; empty in files of versions that did not keep it.</summary>
    public string Rules { get; init; } = "";

    /// <summary>Why the channel did not take it; null while it is on its way, and once it has left.</summary>
    public Refused? Refused { get; init; }

    /// <summary>Since when nobody knows whether it has left, as Teams did not answer; null where that is known.</summary>
    public DateTimeOffset? Unanswered { get; init; }

    /// <summary>How often the clinician had it posted again after that.</summary>
    public int Again { get; init; }

    /// <summary>The message that it left behind in another session's thread or channel, until that says so; null = none.</summary>
    public LeftPost? Left { get; init; }

    /// <summary>Whether the rules are others than those that it was posted under.</summary>
    public bool IsOfOtherRules => Rules.Length > 0 && Rules != Guideline.Current.Hash;
}

/// <summary>A message that shows a case where it is presented no longer.</summary>
/// <param name="Conversation">Its thread.</param>
/// <param name="Message">The message in it.</param>
public sealed record LeftPost(string Conversation, string Message);

/// <summary>One interview and what came of it: everything that must survive a restart.</summary>
public sealed record CaseFile
{
    public required string Code { get; init; }

    /// <summary>Who started it. Every action is authorised against this, never against what a card says.</summary>
    public required string Owner { get; init; }

    /// <summary>The conversation in which it was started, and how to reach it again.</summary>
    public required string Conversation { get; init; }

    public string ServiceUrl { get; init; } = "";

    public string ChannelId { get; init; } = "";

    /// <summary>A digest of the message that asked for it, so that the same one asks for no second; empty in files of versions that did not keep it.</summary>
    public string OpenedBy { get; init; } = "";

    public CaseStatus Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version in the store that this file was read at; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public Language Language { get; init; }

    /// <summary>What is known.</summary>
    public Case Facts { get; init; } = Case.Empty;

    /// <summary>The inputs that were answered, were it by «not known yet». A section is done when all of its inputs are among them.</summary>
    public ImmutableHashSet<string> Asked { get; init; } = [];

    /// <summary>The section that the user asked to answer again; it comes before any other.</summary>
    public string? Wanted { get; init; }

    /// <summary>The user wants the verdict now; what was not asked stays unknown.</summary>
    public bool Ended { get; init; }

    /// <summary>The section that waits for an answer.</summary>
    public string Step { get; init; } = "";

    /// <summary>Goes up with every card that takes an answer; an answer to an older one changes nothing.</summary>
    public int Revision { get; init; }

    /// <summary>The message of the card that waits for an answer, or that shows the verdict.</summary>
    public string? OpenCard { get; init; }

    /// <summary>Answers as they were given and not yet taken over: a bad answer is not lost.</summary>
    public ImmutableDictionary<string, string> Draft { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Drafts that were typed since the card was shown: the card does not know of them.</summary>
    public ImmutableHashSet<string> TypedSinceCard { get; init; } = [];

    /// <summary>Answers that looked wrong and were confirmed when asked back.</summary>
    public ImmutableHashSet<string> Confirmed { get; init; } = [];

    /// <summary>An answer was typed: the result will come as text too.</summary>
    public bool Typed { get; init; }

    /// <summary>An early contraindication was shown and the user went on.</summary>
    public bool WentOn { get; init; }

    /// <summary>The verdict that was last given; null before the first, and in files of versions that did not keep it.</summary>
    public Decision? Decision { get; init; }

    public BoardPost? Post { get; init; }

    /// <summary>A fingerprint of the answers.</summary>
    public string FactsFingerprint => FingerprintOf(Facts);

    /// <summary>A fingerprint of answers: others make another.</summary>
    public static string FingerprintOf(Case facts) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(CaseWriter.Write(facts).ToJsonString())))[..16];

    /// <summary>The same case with nothing answered; no card of it waits for an answer.</summary>
    public CaseFile Emptied() => this with
    {
        Step = "",
        Facts = Case.Empty,
        Asked = [],
        Draft = ImmutableDictionary<string, string>.Empty,
        Confirmed = [],
        Wanted = null,
        Ended = false,
        WentOn = false,
        Decision = null,
    };
}
