namespace CimentoBot.Checks;

/// <summary>What became of a check.</summary>
internal enum FindingState
{
    Ok,
    Wrong,
    NotChecked,
}

/// <summary>One line of what was found: what was looked at, and what is so or what to do.</summary>
internal sealed record Finding(FindingState State, string What, string Said)
{
    public static Finding Ok(string what, string said) => new(FindingState.Ok, what, said);

    public static Finding Wrong(string what, string said) => new(FindingState.Wrong, what, said);

    public static Finding NotChecked(string what, string why) => new(FindingState.NotChecked, what, why);

    /// <summary>In columns; a message of somebody else's may have several lines.</summary>
    public override string ToString() => $"{Word,-12} {What,-13} {Said.ReplaceLineEndings(" ")}";

    private string Word => State switch
    {
        FindingState.Ok => "ok",
        FindingState.Wrong => "WRONG",
        _ => "not checked",
    };
}

/// <summary>What is looked at, and by what.</summary>
/// <param name="Configuration">The configuration of the bot.</param>
/// <param name="Development">Whether the environment is <c>Development</c>.</param>
/// <param name="Flavour">The Bot Framework that is built in.</param>
internal sealed record CheckedBot(IConfiguration Configuration, bool Development, string Flavour)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks other servers.</summary>
    public HttpClient Client { get; init; } = new() { Timeout = Patience };

    /// <summary>Says what time it is here.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The application id; null where the bot is not registered.</summary>
    public string? AppId => Value("MicrosoftAppId");

    /// <summary>A setting; null where it is empty.</summary>
    public string? Value(string key) => string.IsNullOrWhiteSpace(Configuration[key]) ? null : Configuration[key]!.Trim();
}
