using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CimentoBot.Conversation.Interview;

/// <summary>The name of a case: <c>CB-</c> and four letters or digits that cannot be taken for one another. Pseudonymous, not anonymous.</summary>
public static partial class CaseCode
{
    /// <summary>What every code begins with.</summary>
    public const string Prefix = "CB-";

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Next() => Prefix + RandomNumberGenerator.GetString(Alphabet, 4);

    /// <summary>The code for what was asked for under a name: the same one each time, another one at each try.</summary>
    public static string For(string name, int tries)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{tries} {name}")));
        return Prefix + string.Concat(hash.Take(4).Select(part => Alphabet[part % Alphabet.Length]));
    }

    /// <summary>The code in a text, in capitals, or null.</summary>
    public static string? In(string text) => Pattern().Match(text.ToUpperInvariant()) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\bCB-[2-9A-HJKMNP-TV-Z]{4}\b", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();
}
