using System.Buffers.Binary;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Tests.Manifest;

public class ManifestTests
{
    private static readonly string Folder = Path.Combine(
        typeof(ManifestTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!, "manifest");

    [SkippableFact]
    public async Task Microsofts_validator_has_nothing_against_it()
    {
        var tools = NodeTools.Find();
        Skip.If(tools is null, NodeTools.Missing);
        await Installed.EnsureAsync(tools, NpmFolder.AppManifest);
        var copy = Directory.CreateTempSubdirectory("cimentobot-manifest-");
        foreach (var file in new[] { "manifest.json", "fr.json", "en.json" })
        {
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, file), Filled(Read(file)));
        }

        var start = tools.RunNode(Path.Combine(AppContext.BaseDirectory, "Manifest", "validate.cjs"), copy.FullName);
        start.WorkingDirectory = NpmFolder.AppManifest.Folder;
        await using var validator = ChildProcess.Start(start);
        var code = await validator.WaitAsync(CancellationToken.None);
        copy.Delete(recursive: true);
        Assert.True(code == 0, string.Join('\n', validator.LastLines));
        Assert.Equal(["[]"], validator.LastLines);
    }

    [Theory]
    [InlineData("color.png", 192, false)]
    [InlineData("outline.png", 32, true)]
    public void The_icons_have_the_sizes_that_Teams_asks_for(string file, int size, bool transparent)
    {
        var png = File.ReadAllBytes(Path.Combine(Folder, file));
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        const byte colourWithAlpha = 6;
        Assert.True(!transparent || png[25] == colourWithAlpha, "The outline must be drawn on nothing.");
    }

    [Fact]
    public void Every_address_is_https()
    {
        var manifest = Parsed("manifest.json");
        var addresses = manifest["developer"]!.AsObject().Where(member => member.Key.EndsWith("Url", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, addresses.Count);
        Assert.All(addresses, address => Assert.StartsWith("https://", address.Value!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(["manifest.json", "fr.json", "en.json"], file => Assert.DoesNotContain("http://", Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_two_placeholders_of_the_readme_are_left_open()
    {
        var open = Regex.Matches(Read("manifest.json"), @"\$\{\{\w+\}\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct().Order();
        Assert.Equal(["${{BOT_ID}}", "${{SITE_DOMAIN}}"], open);
        Assert.All(open, placeholder => Assert.Contains(placeholder, Read("README.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_French_file_says_what_the_manifest_says()
    {
        var manifest = Parsed("manifest.json");
        var french = Parsed("fr.json").Where(line => line.Key != "$schema").ToDictionary(line => line.Key, line => line.Value!.GetValue<string>());
        Assert.All(french, line => Assert.Equal(At(manifest, line.Key), line.Value));
    }

    [Fact]
    public void Both_languages_have_the_same_strings() =>
        Assert.Equal(Parsed("fr.json").Select(line => line.Key), Parsed("en.json").Select(line => line.Key));

    [Fact]
    public void It_asks_for_no_permission_and_offers_no_prompts_where_the_bot_welcomes()
    {
        var manifest = Parsed("manifest.json");
        Assert.All(["permissions", "devicePermissions", "authorization", "webApplicationInfo", "staticTabs"], name => Assert.False(manifest.ContainsKey(name), name));
        Assert.Empty(manifest["validDomains"]!.AsArray());
        var lists = manifest["bots"]![0]!["commandLists"]!.AsArray();
        Assert.DoesNotContain(lists.SelectMany(list => list!["scopes"]!.AsArray()), scope => scope!.GetValue<string>() == "personal");
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static JsonObject Parsed(string file) => JsonNode.Parse(Read(file))!.AsObject();

    private static string Filled(string text) => text
        .Replace("${{BOT_ID}}", "00000000-0000-0000-0000-000000000011", StringComparison.Ordinal)
        .Replace("${{SITE_DOMAIN}}", "example.org", StringComparison.Ordinal);

    /// <summary>The value at a path such as <c>bots[0].commandLists[0].commands[1].title</c>.</summary>
    private static string At(JsonNode manifest, string path) => path
        .Split('.', '[')
        .Select(part => part.TrimEnd(']'))
        .Aggregate(manifest, (node, part) => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var place) ? node[place]! : node[part]!)
        .GetValue<string>();
}
