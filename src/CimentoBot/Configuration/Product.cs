using System.Reflection;

namespace CimentoBot.Configuration;

/// <summary>What was built.</summary>
internal static class Product
{
    /// <summary>The Bot Framework that is built in when it is our stand-ins.</summary>
    public const string StandIn = "StandIn";

    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);

    /// <summary><c>StandIn</c> or <c>Official</c>, as the build was told.</summary>
    public static string BotFramework { get; } = typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BotFramework").Value!;
}
