using CsCheck;

namespace CimentoBot.Tests.Shared.Fuzz;

/// <summary>Texts as keyboards, clients and attackers send them: a seed with up to four wounds, at times thousands of characters long.</summary>
internal static class Texts
{
    /// <summary>Stands in what is sent and nowhere else: nothing that the bot writes may hold it.</summary>
    public const string Canary = "zqkanari";

    /// <summary>The most that one answer is read of.</summary>
    private const int Longest = 4_001;

    /// <summary>Controls, halves of characters, what is no character, marks, right to left, digits of other scripts, numbers at their limits, marks of the readers' own grammar.</summary>
    private static readonly string[] Odd =
    [
        "\0", "\u0007", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u0301", "\u0301\u0327\u0308", "\u200b", "\u200d", "\u202e", "\u2028", "\u2400",
        "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ud83d", "\udc4d", "\ud83d\udc4d", "\ud83d\udc69\u200d\u2695\ufe0f", "\u0639\u0631\u0628\u064a", "\u0661\u0662", "\uff11\uff12", "\u00bd", "\u00b2",
        "\u0130", "\u0131", "\u00df", "\ufb01", "\u1e9e", " ", "  ", "\t", "\n", "\r\n", "\n\n", "a", "e\u0301", "Z", "0", "9", "00", "1e999", "-", "-0", "+", "0,5", "1.234.567,8", "1 000",
        "79228162514264337593543950335", "99999999999999999999999999999999", "0.0000000000000000000000000001", "10^9/L", "\u00d710\u2079/l", " G/L", "g/l", "%", "INR", " mg", " mg/j", "x", "\u00d7",
        ":", " : ", "=", " = ", ";", ",", ".", "/", "(", ")", "[", "]", "{", "}", "<at>", "</at>", "&nbsp;", "*", "_", "\\", "|", "`", "#", "~", "!", "?", "'", "\u2019", "\"", "@", "@a.", "+33", "(0)",
        " et ", " and ", "dr ", "nom", "n\u00e9 le ", "dossier n\u00b0", "2026-11-30", "30/11/2026", "29 f\u00e9vrier 2100", "31/12/9999", "0001-01-01", "24:00", "25h61", "CB-7F3K", "aucun", "unknown",
        Canary, Canary, Canary,
    ];

    /// <summary>Any text that grows from the seeds.</summary>
    public static Gen<string> From(params string[] seeds) =>
        Gen.Select(Gen.OneOf(seeds), Wounds.Array[0, 4], (seed, wounds) => wounds.Aggregate(seed, (text, wound) => wound.In(text)));

    private static readonly Gen<Wound> Wounds = Gen.Select(
        Gen.Int[0, 8],
        Gen.Double[0, 1],
        Gen.Int[0, 12],
        Gen.Frequency((60, Gen.Int[1, 4]), (3, Gen.Int[5, 200]), (1, Gen.Int[201, Longest])),
        Gen.OneOf(Odd),
        (kind, place, span, times, odd) => new Wound(kind, place, span, times, odd));

    /// <summary>One change to a text.</summary>
    private sealed record Wound(int Kind, double Place, int Span, int Times, string Odd)
    {
        public string In(string text)
        {
            var at = (int)(Place * text.Length);
            var span = text.Substring(at, Math.Min(Span, text.Length - at));
            var wounded = Kind switch
            {
                0 => text.Remove(at, span.Length),
                1 => text[..at],
                2 => text.Insert(at, Repeated(span)),
                3 => text.Insert(at, Odd),
                4 => text.Insert(at, Repeated(Odd)),
                5 => text[..at] + Odd + text[(at + span.Length)..],
                6 when at < text.Length => text[..at] + (char)(text[at] ^ (1 << (Times % 16))) + text[(at + 1)..],
                7 => text.ToUpperInvariant(),
                _ => Odd,
            };
            return wounded.Length <= Longest ? wounded : wounded[..Longest];
        }

        private string Repeated(string part) => string.Concat(Enumerable.Repeat(part, Math.Min(Times, Longest / Math.Max(1, part.Length))));
    }
}
