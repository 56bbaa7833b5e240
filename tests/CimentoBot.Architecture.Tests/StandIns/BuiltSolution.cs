using System.Text.RegularExpressions;
using Mono.Cecil;

namespace CimentoBot.Architecture.Tests.StandIns;

/// <summary>The assemblies of all projects of the solution, as they lie built beside this one.</summary>
internal sealed partial class BuiltSolution : IAssemblyResolver
{
    private const string StandIn = "StandIn.";

    private readonly Dictionary<string, AssemblyDefinition> assemblies = new(StringComparer.Ordinal);

    public BuiltSolution(string root)
    {
        foreach (var name in ProjectsOf(File.ReadAllText(Path.Combine(root, "CimentoBot.sln"))))
        {
            assemblies[name] = AssemblyDefinition.ReadAssembly(FileOf(name), new ReaderParameters { AssemblyResolver = this, InMemory = true });
        }
    }

    public IEnumerable<ModuleDefinition> StandIns => assemblies.Where(pair => IsStandIn(pair.Key)).Select(pair => pair.Value.MainModule);

    /// <summary>The bot, its tests and its measurements.</summary>
    public IEnumerable<ModuleDefinition> Users => assemblies.Where(pair => !IsStandIn(pair.Key)).Select(pair => pair.Value.MainModule);

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        assemblies.GetValueOrDefault(name.Name) ?? throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    /// <summary>Whether a type is declared by one of these assemblies.</summary>
    public bool Knows(TypeReference type) => type.GetElementType() is { IsGenericParameter: false, Scope: { } scope }
        && assemblies.ContainsKey(scope is ModuleDefinition module ? module.Assembly.Name.Name : scope.Name);

    public static bool IsOfStandIns(MemberReference member) => IsStandIn(member.Module.Assembly.Name.Name);

    public void Dispose()
    {
        foreach (var assembly in assemblies.Values)
        {
            assembly.Dispose();
        }
    }

    internal static IEnumerable<string> ProjectsOf(string solution) => Project().Matches(solution).Select(match => match.Groups["name"].Value);

    private static bool IsStandIn(string assembly) => assembly.StartsWith(StandIn, StringComparison.Ordinal);

    // artifacts/…/bin/{project}/{configuration}/
    private static string FileOf(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, project + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"This test reads what the whole solution builds, and {project} is not built.", file);
    }

    [GeneratedRegex("""= "(?<name>[\w.]+)", "[^"]+\.csproj""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Project();
}
