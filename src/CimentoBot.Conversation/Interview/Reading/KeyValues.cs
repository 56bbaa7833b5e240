using System.Text.RegularExpressions;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Finds <c>clé=valeur</c> in a typed command; a value reaches to the next key.</summary>
internal static partial class KeyValues
{
    /// <summary>What the day of a session is typed under.</summary>
    public static readonly string[] SessionKeys = ["seance", "session"];

    /// <summary>The value under one of the (folded) keys, or null.</summary>
    public static string? Find(string text, IReadOnlyCollection<string> keys)
    {
        var all = Keys().Matches(text).Where((key, place) => place == 0 || char.IsWhiteSpace(text[key.Index - 1])).ToList();
        var found = all.FindIndex(key => keys.Contains(Fold.Text(key.Groups["key"].Value)));
        if (found < 0)
        {
            return null;
        }

        var end = found + 1 < all.Count ? all[found + 1].Index : text.Length;
        return text[(all[found].Index + all[found].Length)..end].Trim();
    }

    /// <summary>What stands before the first key.</summary>
    public static string Before(string text) => Keys().Match(text) is { Success: true } first ? text[..first.Index] : text;

    // A whole word and nothing of it twice: letters and spaces without an end must not be tried in every way.
    [GeneratedRegex(@"(?<!\p{L})(?<key>(?>\p{L}+))(?>\s*)=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Keys();
}
