namespace CimentoBot.Host.Tests.Deployment;

/// <summary>What <c>-t:PublishContainer</c> would make. The image itself needs a base image from outside.</summary>
public sealed class ContainerTests
{
    private static readonly MsBuild Image = MsBuild.Evaluate();

    [Fact]
    public void ItsUserIsNotRootAndIsGivenByNumber() =>
        Assert.InRange(int.Parse(Image.Property("ContainerUser"), System.Globalization.CultureInfo.InvariantCulture), 1, 65533);

    [Fact]
    public void ItsBaseIsNamedWithItsVersionAndHasNoShell()
    {
        var (name, tag) = Image.Property("ContainerBaseImage").Split(':') is [var before, var after] ? (before, after) : ("", "");
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet", name);
        Assert.StartsWith("10.0-", tag, StringComparison.Ordinal);
        Assert.EndsWith("-chiseled-extra", tag, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsTaggedWithTheVersion() => Assert.Equal(Image.Property("Version"), Image.Property("ContainerImageTag"));

    [Fact]
    public void ItListensOnThePortThatItNamesAndNeedsNoRightToLowOnes()
    {
        var (port, item) = Assert.Single(Image.Items("ContainerPort"));
        Assert.Equal("tcp", item["Type"]!.GetValue<string>());
        Assert.Equal(Image.Environment("ASPNETCORE_HTTP_PORTS"), port);
        Assert.InRange(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), 1024, 65535);
    }

    [Fact]
    public void ItWritesToTheVolumeAlone()
    {
        Assert.StartsWith("Data Source=/data/", Image.Environment("Storage__ConnectionString"), StringComparison.Ordinal);
        Assert.Equal("0", Image.Environment("DOTNET_EnableDiagnostics"));
    }

    [Fact]
    public void ItsLabelsSayWhatItIs()
    {
        var labels = Image.Items("ContainerLabel").ToDictionary(label => label.Name, label => label.Item["Value"]!.GetValue<string>(), StringComparer.Ordinal);
        Assert.Equal("CimentoBot", labels["org.opencontainers.image.title"]);
        Assert.NotEmpty(labels["org.opencontainers.image.description"]);
        Assert.Equal("StandIn", labels["org.cimentobot.bot-framework"]);
    }
}
