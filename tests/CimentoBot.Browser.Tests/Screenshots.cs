using System.Reflection;

namespace CimentoBot.Browser.Tests;

/// <summary>
/// Pictures that are kept in <c>artifacts/screenshots/</c>: some in every run; all cards in every look, which takes minutes, with
/// <c>CIMENTOBOT_SCREENSHOTS=1</c>.
/// </summary>
internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(
        typeof(Screenshots).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!,
        "artifacts",
        "screenshots");

    public static bool OfEveryCard => Environment.GetEnvironmentVariable("CIMENTOBOT_SCREENSHOTS") == "1";

    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
