namespace CimentoBot.Conversation.Wording;

/// <summary>Texts cut to a length, between two characters and never within one.</summary>
internal static class Shortened
{
    /// <param name="text">The text.</param>
    /// <param name="longest">How many UTF-16 units are left of it at most; at least 2.</param>
    public static string To(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>The same, with a sign that there was more.</summary>
    public static string WithEllipsis(string text, int longest) => text.Length <= longest ? text : To(text, longest - 1) + "…";
}
