using System.Reflection;
using Mono.Cecil;

namespace CimentoBot.Architecture.Tests.StandIns;

/// <summary>
/// A stand-in declares what the bot, its tests or its measurements use, and what that needs: <see cref="Use"/> says what
/// counts. It reads what the whole solution has built.
/// </summary>
public sealed class StandInUseTests : IDisposable
{
    /// <summary>Members that no use is found for, and why they stay. The name is of the type and the member; * is any type.</summary>
    private static readonly (string Member, string Reason)[] Kept =
    [
        ("*.Type", "Json.NET prints what kind of part of a card it is"),
        ("AdaptiveCard..ctor()", "the printed surface makes a card by it to read what a new one holds"),
        ("Channels..ctor()", "the official class of constants is not static"),
        ("DialogInstance.StackIndex", "it is written with the state of a conversation"),
    ];

    private static readonly string Root = typeof(StandInUseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private readonly BuiltSolution solution = new(Root);

    public void Dispose() => solution.Dispose();

    [SkippableFact]
    public void WhatIsDeclaredIsUsedOrHasItsReason()
    {
        var unused = Unused(solution.Users).Where(member => !Kept.Any(kept => Matches(kept.Member, member))).Select(Name).ToList();

        Assert.True(unused.Count == 0, string.Join('\n', unused));
    }

    [SkippableFact]
    public void EveryReasonIsStillNeeded()
    {
        var unused = Unused(solution.Users);

        Assert.All(Kept, kept => Assert.True(unused.Exists(member => Matches(kept.Member, member)), kept.Member));
    }

    [SkippableFact]
    public void WhatNobodyButTheContractTestsUsesIsFound()
    {
        var withoutBot = Unused(solution.Users.Where(module => module.Assembly.Name.Name == "BotFramework.Contract.Tests")).Select(Name).ToList();

        Assert.Contains("BotFrameworkAuthenticationFactory.Create()", withoutBot);
        Assert.DoesNotContain("TurnContext..ctor(BotAdapter, Activity)", withoutBot);
    }

    [Fact]
    public void TheProjectsOfASolutionAreItsProjectsAndNotItsFolders() => Assert.Equal(
        ["A.B"],
        BuiltSolution.ProjectsOf("""
            Project("{2150E333}") = "src", "src", "{827E}"
            Project("{FAE04EC0}") = "A.B", "src\A.B\A.B.csproj", "{430B}"
            """));

    private List<IMemberDefinition> Unused(IEnumerable<ModuleDefinition> users)
    {
        var types = solution.StandIns.SelectMany(module => module.AllTypes()).Where(type => type.IsSeen()).ToList();
        Skip.If(types.Count == 0, "A build with the official packages has no stand-ins.");
        var standIns = Path.Combine(Root, "src", "BotFramework");
        var constants = Constants.Named(
            solution, Text(file => !file.StartsWith(standIns, StringComparison.Ordinal)), Text(file => file.StartsWith(standIns, StringComparison.Ordinal)));
        var uses = new Uses(solution, users, constants);
        return [.. types.SelectMany(type => type.Surface()).Where(member => uses.Of(member) is null)];
    }

    private static string Text(Func<string, bool> isMeant) => string.Join(
        '\n',
        new[] { "src", "tests", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(isMeant)
            .Select(File.ReadAllText));

    private static bool Matches(string kept, IMemberDefinition member) =>
        kept == Name(member) || (kept.StartsWith("*.", StringComparison.Ordinal) && member is not TypeDefinition && kept[2..] == member.Name);

    private static string Name(IMemberDefinition member) => member switch
    {
        TypeDefinition type => type.Name,
        MethodDefinition method =>
            $"{method.DeclaringType.Name}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.ParameterType.Name))})",
        _ => $"{member.DeclaringType.Name}.{member.Name}",
    };
}
