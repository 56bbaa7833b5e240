using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using CimentoBot.Conversation;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CimentoBot.Architecture.Tests;

/// <summary>Dependencies point one way: host → storage → conversation → eligibility → nothing.</summary>
public sealed class DependencyTests
{
    private static readonly System.Reflection.Assembly Eligibility = typeof(Guideline).Assembly;
    private static readonly System.Reflection.Assembly Conversation = typeof(CimentoBotActivityHandler).Assembly;
    private static readonly System.Reflection.Assembly Storage = typeof(StorageServices).Assembly;
    private static readonly System.Reflection.Assembly Host = typeof(Program).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(Eligibility, Conversation, Storage, Host).Build();

    [Fact]
    public void EligibilityKnowsNothingOfTheRestOfTheHouse() =>
        Nobody(Eligibility, dependsOn: [Conversation, Storage, Host]);

    [Fact]
    public void ConversationKnowsNeitherStorageNorHost() => Nobody(Conversation, dependsOn: [Storage, Host]);

    [Fact]
    public void StorageKnowsTheConversationOnlyForItsPorts()
    {
        Nobody(Storage, dependsOn: [Host]);
        IArchRule rule = Types().That().ResideInAssembly(Storage).Should().NotDependOnAny(
            Types().That().ResideInAssembly(Conversation).And().DoNotResideInNamespace("CimentoBot.Conversation.Ports"));
        rule.Check(House);
    }

    [Fact]
    public void EligibilityIsPure()
    {
        var allowed = new[] { "NodaTime", "System." };
        var foreign = Eligibility.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !allowed.Any(known => name.StartsWith(known, StringComparison.Ordinal))).ToList();
        Assert.True(foreign.Count == 0, string.Join(", ", foreign));
        Assert.DoesNotContain(Eligibility.GetReferencedAssemblies(), name => name.Name is "System.Net.Http" or "System.IO.FileSystem" or "System.Console");
    }

    [Fact]
    public void SectionsHoldRowsAndNoLogic()
    {
        IArchRule rule = Classes().That().ResideInNamespace("CimentoBot.Eligibility.Sections")
            .Should().NotDependOnAny(Types().That().ResideInNamespace("CimentoBot.Eligibility.Assessment"));
        rule.Check(House);
    }

    private static void Nobody(System.Reflection.Assembly assembly, System.Reflection.Assembly[] dependsOn)
    {
        foreach (var other in dependsOn)
        {
            IArchRule rule = Types().That().ResideInAssembly(assembly).Should().NotDependOnAny(Types().That().ResideInAssembly(other));
            rule.Check(House);
        }
    }
}
