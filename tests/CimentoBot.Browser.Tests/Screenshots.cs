using System.Reflection;

namespace CimentoBot.Browser.Tests;

/// <summary>Pictures that are kept: <c>artifacts/screenshots/</c>.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(
        typeof(Screenshots).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!,
        "artifacts",
        "screenshots");

    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
