using System.Text.RegularExpressions;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Finds <c>clé=valeur</c> in a typed command; a value reaches to the next key.</summary>
internal static partial class KeyValues
{
    /// <summary>What the day of a session is typed under.</summary>
    public static readonly string[] SessionKeys = ["seance", "session"];

    /// <summary>The value under one of the (folded) keys, or null.</summary>
    public static string? Find(string text, IReadOnlyCollection<string> keys) => Pairs().Matches(text)
        .Where(pair => keys.Contains(Fold.Text(pair.Groups["key"].Value)))
        .Select(pair => pair.Groups["value"].Value.Trim())
        .FirstOrDefault();

    /// <summary>What stands before the first key.</summary>
    public static string Before(string text) => Pairs().Match(text) is { Success: true } first ? text[..first.Index] : text;

    [GeneratedRegex(@"(?<key>\p{L}+)\s*=\s*(?<value>.*?)(?=\s+\p{L}+\s*=|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
