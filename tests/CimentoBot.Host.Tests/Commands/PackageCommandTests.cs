using System.IO.Compression;
using System.Text.Json.Nodes;
using CimentoBot.Commands;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests.Commands;

/// <summary><c>package</c>: the app that an administrator uploads. Microsoft's validator looks at it in the Playground's tests.</summary>
public sealed class PackageCommandTests : IDisposable
{
    private const string Id = "12345678-90ab-cdef-1234-567890abcdef";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-package-");

    [Fact]
    public async Task TheZipHasFiveFilesWithoutAFolderAndNoPlaceholderIsLeft()
    {
        var file = Path.Combine(folder.FullName, "app.zip");

        var (code, output, errors) = await RunAsync("--domain", "bot.example.org", "--bot-id", Id, "--out", file);

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith(file, output, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.Equal(["color.png", "en.json", "fr.json", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order());
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            Assert.DoesNotContain("${{", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }

        var manifest = (await JsonNode.ParseAsync(await zip.GetEntry("manifest.json")!.OpenAsync()))!;
        Assert.Equal((Id, Id), (manifest["id"]!.GetValue<string>(), manifest["bots"]![0]!["botId"]!.GetValue<string>()));
        Assert.Equal("https://bot.example.org/cimentobot", manifest["developer"]!["websiteUrl"]!.GetValue<string>());
        Assert.Equal(Product.Version, manifest["version"]!.GetValue<string>());
    }

    [Fact]
    public void TheSameAppGivesTheSameBytes() => Assert.Equal(
        TeamsAppPackage.Zip(Guid.Parse(Id), "bot.example.org"), TeamsAppPackage.Zip(Guid.Parse(Id), "bot.example.org"));

    [Theory]
    [InlineData("--bot-id")]
    [InlineData("--bot-id", "--domain", "bot.example.org")]
    [InlineData("--bot-id", "--bot-id", "cimentobot", "--domain", "bot.example.org")]
    [InlineData("--bot-id", "--bot-id", "00000000-0000-0000-0000-000000000000", "--domain", "bot.example.org")]
    [InlineData("--domain", "--bot-id", Id)]
    [InlineData("--domain", "--bot-id", Id, "--domain", "https://bot.example.org")]
    [InlineData("--domain", "--bot-id", Id, "--domain", "bot.example.org:8443")]
    [InlineData("--domain", "--bot-id", Id, "--domain", "bot.example.org/x\",\"y\":\"")]
    [InlineData("--domain", "--bot-id", Id, "--domain", "10.0.0.1")]
    [InlineData("--domain", "--bot-id", Id, "--domain", "localhost")]
    [InlineData("--domain", "--bot-id", Id, "--domain")]
    [InlineData("--bot-id", "--bot-id", Id, "--bot-id", Id)]
    [InlineData("'--force'", "--force", "yes")]
    public async Task WhatIsMissingOrWrongIsNamedAndNothingIsWritten(string named, params string[] asked)
    {
        var file = Path.Combine(folder.FullName, "app.zip");

        var (code, output, errors) = await RunAsync(["--out", file, .. asked]);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(named, errors, StringComparison.Ordinal);
        Assert.Contains(PackageCommand.Usage, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsSaid()
    {
        var (code, _, errors) = await RunAsync("--bot-id", Id, "--domain", "bot.example.org", "--out", Path.Combine(folder.FullName, "none", "app.zip"));

        Assert.Equal(1, code);
        Assert.StartsWith("--out: ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] asked)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await PackageCommand.RunAsync(PackageCommand.Read(["package", .. asked])!, output, errors);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }
}
