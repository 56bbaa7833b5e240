using CimentoBot.Configuration;
using YamlDotNet.RepresentationModel;

namespace CimentoBot.Host.Tests.Deployment;

/// <summary>The compose file for a hospital's own server: nobody is root, nothing is written but data, the network sees nothing but the proxy's port.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode Services = (YamlMappingNode)Read()["services"];

    public static TheoryData<string> Names => [.. Services.Children.Keys.Select(name => name.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryServiceIsWithoutRootWithoutPowersAndOnAReadOnlyTree(string name)
    {
        var service = (YamlMappingNode)Services[name];
        Assert.Equal("true", service["read_only"].ToString());
        Assert.All(service["user"].ToString().Split(':'), id => Assert.InRange(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), 1, 65533));
        Assert.Equal(["ALL"], Texts(service["cap_drop"]));
        Assert.Equal(["no-new-privileges:true"], Texts(service["security_opt"]));
        Assert.False(service.Children.ContainsKey("privileged"));
        Assert.Contains(Texts(service["tmpfs"]), place => place.StartsWith("/tmp:", StringComparison.Ordinal) && place.Contains("noexec", StringComparison.Ordinal));
        Assert.Single((YamlSequenceNode)service["volumes"]);
        Assert.Equal("unless-stopped", service["restart"].ToString());
        Assert.All(["test", "interval", "timeout", "retries"], key => Assert.True(((YamlMappingNode)service["healthcheck"]).Children.ContainsKey(key), key));
    }

    [Fact]
    public void OnlyTheBotIsReachedAndOnlyFromThisMachine()
    {
        Assert.Equal(["127.0.0.1:8080:8080"], Texts(Services["bot"]["ports"]));
        Assert.DoesNotContain("ports", ((YamlMappingNode)Services["postgres"]).Children.Keys.Select(key => key.ToString()));
        Assert.Equal(["postgres"], Texts(Services["postgres"]["profiles"]));
    }

    [Fact]
    public void TheBotIsTheImageThatPublishingMakes()
    {
        var bot = Services["bot"];
        var image = MsBuild.Evaluate();
        Assert.Equal($"{image.Property("ContainerRepository")}:{Product.Version}", bot["image"].ToString());
        Assert.Equal(image.Property("ContainerUser"), bot["user"].ToString().Split(':')[0]);
        Assert.StartsWith($"Data Source={bot["volumes"][0]["target"]}/", image.Environment("Storage__ConnectionString"), StringComparison.Ordinal);
        Assert.Equal(image.Environment("ASPNETCORE_HTTP_PORTS"), bot["environment"]["ASPNETCORE_HTTP_PORTS"].ToString());
        Assert.Equal(
            ["CMD", "dotnet", $"{image.Property("ContainerWorkingDirectory")}/CimentoBot.dll", "ready", $"http://127.0.0.1:{image.Environment("ASPNETCORE_HTTP_PORTS")}"],
            Texts(bot["healthcheck"]["test"]));
    }

    [Fact]
    public void NoSecretStandsInTheFile()
    {
        Assert.Equal(["bot.env"], Texts(Services["bot"]["env_file"]));
        Assert.DoesNotContain("POSTGRES_PASSWORD", ((YamlMappingNode)Services["postgres"]["environment"]).Children.Keys.Select(key => key.ToString()));
        Assert.All(
            File.ReadLines(Path.Combine(MsBuild.Root, "deploy", "bot.env.example")).Where(line => line.Contains("Password", StringComparison.Ordinal)),
            line => Assert.EndsWith("=", line, StringComparison.Ordinal));
    }

    private static YamlMappingNode Read()
    {
        using var reader = new StreamReader(Path.Combine(MsBuild.Root, "deploy", "compose.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<string> Texts(YamlNode list) => ((YamlSequenceNode)list).Select(item => item.ToString());
}
