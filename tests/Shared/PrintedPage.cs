using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace CimentoBot.Tests.Shared;

/// <summary>
/// A page of the repository that is printed from the code: the file must say what the code says. With
/// <c>CIMENTOBOT_REWRITE=1</c> the file is written instead of compared. Test classes that compare pages carry
/// <c>Printed</c> in their names, so that one command rewrites all of them.
/// </summary>
internal static class PrintedPage
{
    private const string Rewrite = "CIMENTOBOT_REWRITE";
    private const string Solution = "CimentoBot.sln";
    private const int LinesShown = 5;

    /// <summary>Writes the pages of the project that this is compiled into.</summary>
    public static string Command { get; } = $"{Rewrite}=1 dotnet test tests/{typeof(PrintedPage).Assembly.GetName().Name} --filter Printed";

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The lines of a file of the repository, as they are now.</summary>
    public static IReadOnlyList<string> LinesOf(string relativePath) => Lines(File.ReadAllText(Path.Combine(Root, relativePath)));

    /// <summary>Compares the file with the text, newlines aside; on a difference the message shows the first lines that differ.</summary>
    /// <param name="relativePath">From the repository's root, with <c>/</c>.</param>
    /// <param name="expectedText">What the code prints.</param>
    public static void Check(string relativePath, string expectedText)
    {
        var file = Path.Combine(Root, relativePath);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Normalised(expectedText));
            return;
        }

        if (!File.Exists(file))
        {
            throw new XunitException($"{relativePath} does not exist yet. To write it:\n{Command}");
        }

        if (Difference(File.ReadAllText(file), expectedText) is { } difference)
        {
            throw new XunitException($"{relativePath} no longer says what the code says.\n{difference}To write it again:\n{Command}");
        }
    }

    /// <summary>The first lines that differ, with their numbers and both texts; null where there are none.</summary>
    internal static string? Difference(string written, string expected)
    {
        var (there, here) = (Lines(written), Lines(expected));
        var differing = Enumerable.Range(0, Math.Max(there.Length, here.Length)).Where(line => At(there, line) != At(here, line)).ToList();
        if (differing.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var line in differing.Take(LinesShown))
        {
            text.Append(FormattableString.Invariant($"line {line + 1}\n  file: {At(there, line) ?? "(no such line)"}\n  code: {At(here, line) ?? "(no such line)"}\n"));
        }

        return differing.Count > LinesShown ? text.Append(FormattableString.Invariant($"({differing.Count} lines differ)\n")).ToString() : text.ToString();
    }

    private static string? At(string[] lines, int line) => line < lines.Length ? lines[line] : null;

    private static string[] Lines(string text) => Normalised(text).Split('\n');

    private static string Normalised(string text) => text.ReplaceLineEndings("\n");

    /// <summary>Above the test assembly, or, where that is built outside the repository, above this source file.</summary>
    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        RootAbove(AppContext.BaseDirectory) ?? RootAbove(Path.GetDirectoryName(thisFile)!)
        ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} or {thisFile} holds {Solution}.");

    private static string? RootAbove(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, Solution)))
            {
                return above.FullName;
            }
        }

        return null;
    }
}
