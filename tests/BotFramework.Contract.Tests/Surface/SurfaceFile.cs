using System.Reflection;
using System.Text;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Contract.Tests.Surface;

/// <summary>src/BotFramework/public-surface.txt: packages, namespaces, types and their members.</summary>
internal static class SurfaceFile
{
    public const string Path = "src/BotFramework/public-surface.txt";

    private const string StandIn = "StandIn.";
    private const string NamespaceWord = "namespace ";

    /// <summary>The assemblies of the flavour that these tests are built with.</summary>
    private static readonly IReadOnlyList<Assembly> Assemblies =
    [
        .. new[]
        {
            typeof(Activity), typeof(IConnectorClient), typeof(BotAdapter), typeof(Dialog), typeof(CloudAdapter), typeof(DialogTestClient),
            typeof(AdaptiveCard),
        }.Select(type => type.Assembly).Distinct(),
    ];

    public static bool IsOfStandIns { get; } = Assemblies.All(assembly => assembly.GetName().Name!.StartsWith(StandIn, StringComparison.Ordinal));

    public static IEnumerable<SurfaceType> Types => Assemblies.SelectMany(SurfaceType.Of);

    public static string Print()
    {
        var text = new StringBuilder();
        foreach (var assembly in Assemblies)
        {
            text.Append(text.Length == 0 ? "" : "\n")
                .Append("// ======== ").Append(assembly.GetName().Name!.Replace(StandIn, "", StringComparison.Ordinal)).Append(" ========\n");
            foreach (var space in SurfaceType.Of(assembly).GroupBy(type => type.Namespace, StringComparer.Ordinal))
            {
                text.Append('\n').Append(NamespaceWord).Append(space.Key).Append(";\n");
                foreach (var type in space)
                {
                    text.Append(type.Header).Append('\n').Append(type.HasBody ? $"{{\n{string.Concat(type.Lines().Select(line => $"    {line}\n"))}}}\n" : "");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>The types that lines of the file tell, each with its members.</summary>
    public static IEnumerable<(string Namespace, string Header, IReadOnlyList<string> Lines)> Read(IEnumerable<string> lines)
    {
        var space = "";
        (string Namespace, string Header, List<string> Lines)? open = null;
        foreach (var line in lines.Where(line => line.Length > 0 && line is not ("{" or "}")))
        {
            if (line.StartsWith(' '))
            {
                open!.Value.Lines.Add(line.Trim());
                continue;
            }

            if (open is { } told)
            {
                yield return told;
            }

            open = null;
            if (line.StartsWith(NamespaceWord, StringComparison.Ordinal))
            {
                space = line[NamespaceWord.Length..].TrimEnd(';');
            }
            else if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                open = (space, line, []);
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
