namespace CimentoBot.Host.Tests.Deployment;

/// <summary>What is published for one kind of machine is compiled for it (docs/decisions/0030).</summary>
public sealed class CompiledAheadTests
{
    private static readonly string Locked = Path.Combine(Path.GetDirectoryName(MsBuild.Host)!, "packages.lock.json");

    [Fact]
    public void ForOneKindOfMachineItIsCompiledAheadAndLeavesTheLockFileAlone()
    {
        var published = MsBuild.Evaluate("-p:RuntimeIdentifier=linux-x64");
        Assert.Equal("true", published.Property("PublishReadyToRun"));
        Assert.NotEqual("true", published.Property("SelfContained"), StringComparer.OrdinalIgnoreCase);
        Assert.NotEqual(Locked, Path.GetFullPath(published.Property("NuGetLockFilePath")));
    }

    [Fact]
    public void ForAnyMachineItIsNot()
    {
        var published = MsBuild.Evaluate();
        Assert.NotEqual("true", published.Property("PublishReadyToRun"));
        Assert.Equal(Locked, Path.GetFullPath(published.Property("NuGetLockFilePath")));
    }
}
