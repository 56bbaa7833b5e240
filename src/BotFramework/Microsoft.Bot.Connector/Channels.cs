namespace Microsoft.Bot.Connector;

/// <summary>Ids of channels.</summary>
public class Channels
{
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
    public const string Test = "test";
}
