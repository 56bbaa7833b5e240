namespace Microsoft.Bot.Connector;

/// <summary>Ids of channels.</summary>
public class Channels
{
    public const string Directline = "directline";
    public const string Email = "email";
    public const string Emulator = "emulator";
    public const string M365 = "m365extensions";
    public const string Msteams = "msteams";
    public const string Outlook = "outlook";
    public const string Skype = "skype";
    public const string Slack = "slack";
    public const string Test = "test";
    public const string Webchat = "webchat";
}
