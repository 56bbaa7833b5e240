using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>What happened, line by line. A case's code, which is random, is its number.</summary>
internal sealed partial class Trace(Timeline timeline)
{
    private readonly List<string> lines = [];
    private readonly List<string> codes = [];

    public IReadOnlyList<string> Lines => lines;

    /// <summary>Another run has the same one only if the same happened in it, in the same order, at the same times.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public void Say(string what) => lines.Add($"{timeline.Now.ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} {Known(what)}");

    /// <summary>The text with numbers for the codes that are known by now.</summary>
    public string Known(string text) => Code().Replace(text, found => codes.IndexOf(found.Value) is >= 0 and var at ? Number(at) : "case");

    /// <summary>From now on this code has a number.</summary>
    public void Meet(string code)
    {
        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }

    private static string Number(int at) => string.Create(CultureInfo.InvariantCulture, $"case{at + 1}");

    [GeneratedRegex("CB-[2-9A-Z]{4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
