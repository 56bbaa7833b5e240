namespace CimentoBot.Conversation.Wording;

/// <summary>Words as a sentence begins with them.</summary>
internal static class Sentence
{
    /// <param name="words">At least one letter.</param>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
