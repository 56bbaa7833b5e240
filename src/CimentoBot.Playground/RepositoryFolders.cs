using System.Reflection;

namespace CimentoBot.Playground;

/// <summary>Where the Playground writes: folders of the repository that git ignores.</summary>
internal static class RepositoryFolders
{
    /// <summary>The repository that this program was built from; where it is gone, the working directory.</summary>
    public static string Root { get; } = Built() is { } built && Directory.Exists(built) ? built : Environment.CurrentDirectory;

    /// <summary>npm packages, the local Teams' configuration, logs.</summary>
    public static string Playground => Path.Combine(Root, ".playground");

    /// <summary>The bot's storage.</summary>
    public static string Data => Path.Combine(Root, "data");

    private static string? Built() => typeof(RepositoryFolders).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryRoot")?.Value;
}
