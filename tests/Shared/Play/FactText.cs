using System.Text.Json.Nodes;

namespace CimentoBot.Tests.Shared.Play;

/// <summary>A fact as text, as it is typed and as it is stored.</summary>
internal static class FactText
{
    private static readonly string[] Sections = ["lesion.", "pain.", "plan.", "patient."];

    /// <summary>Whether typed and stored text of a fact can be compared without knowing more of it.</summary>
    public static bool Compares(string path) =>
        Sections.Any(section => path.StartsWith(section, StringComparison.Ordinal)) && !path.StartsWith("plan.procedure", StringComparison.Ordinal);

    public static string Of(string typed) => typed.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What is stored under a path; null where nothing is.</summary>
    public static string? Of(JsonObject facts, string path)
    {
        JsonNode? node = facts;
        foreach (var name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonArray { Count: 0 } ? "none" : node is JsonArray array ? string.Join(',', array.Select(one => one!.ToString())) : node?.ToString() is { } text ? Of(text) : null;
    }
}
