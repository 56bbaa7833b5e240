using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;
using SkiaSharp;

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
        await PackAsync(copy);
        var start = tools.RunNode(Path.Combine(AppContext.BaseDirectory, "Manifest", "validate.cjs"), copy.FullName);
        start.WorkingDirectory = NpmFolder.AppManifest.Folder;
        await using var validator = ChildProcess.Start(start);
        var code = await validator.WaitAsync(CancellationToken.None);
        copy.Delete(recursive: true);
        Assert.True(code == 0, string.Join('\n', validator.LastLines));
        Assert.Equal(["[]"], validator.LastLines);
    }

    [Fact]
    public void The_icons_have_the_sizes_and_the_transparency_that_Teams_asks_for()
    {
        using var colour = SKBitmap.Decode(Path.Combine(Folder, "color.png"));
        using var outline = SKBitmap.Decode(Path.Combine(Folder, "outline.png"));
        Assert.Equal((192, 192), (colour.Width, colour.Height));
        Assert.All(colour.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 255);
        Assert.All(outline.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
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

    [Fact]
    public void Every_command_of_its_list_is_a_word_of_the_bots_in_both_languages()
    {
        var french = Titles("fr.json").Select(Command.Read).ToList();
        var english = Titles("en.json").Select(Command.Read).ToList();
        Assert.DoesNotContain(null, french.Concat(english));
        Assert.All(french, command => Assert.Equal(Language.French, command!.Language));
        Assert.All(english, command => Assert.Equal(Language.English, command!.Language));
        Assert.Equal(french.Select(command => command!.Kind), english.Select(command => command!.Kind));
        Assert.InRange(french.Count, 1, 12);
    }

    [Fact]
    public void It_offers_in_channels_what_the_bot_takes_there()
    {
        // A greeting needs no offer, and "seen" answers a reminder that has a button for it.
        CommandKind[] notOffered = [CommandKind.Hello, CommandKind.Seen];
        Assert.Equal(
            Enum.GetValues<CommandKind>().Where(kind => new Command(kind, Language.French, "").IsForChannels).Except(notOffered).Order(),
            Titles("fr.json").Select(title => Command.Read(title)!.Kind).Order());
    }

    [Fact]
    public void Its_message_extension_is_the_search_that_the_bot_answers()
    {
        var extension = Parsed("manifest.json")["composeExtensions"]!.AsArray().Single()!;
        var command = extension["commands"]!.AsArray().Single()!;
        var parameter = command["parameters"]!.AsArray().Single()!;
        Assert.Equal("${{BOT_ID}}", extension["botId"]!.GetValue<string>());
        Assert.Equal(("query", CaseSearch.ParameterName), (command["type"]!.GetValue<string>(), parameter["name"]!.GetValue<string>()));
        Assert.True(command["initialRun"]!.GetValue<bool>());
        Assert.Equal(["compose"], command["context"]!.AsArray().Select(context => context!.GetValue<string>()));
        Assert.False(extension.AsObject().ContainsKey("messageHandlers"));
    }

    private static IEnumerable<string> Titles(string file) =>
        Parsed(file).Where(line => line.Key.StartsWith("bots[", StringComparison.Ordinal) && line.Key.EndsWith("].title", StringComparison.Ordinal)).Select(line => line.Value!.GetValue<string>());

    /// <summary>Runs the command that an administrator runs, and unpacks what it wrote.</summary>
    private static async Task PackAsync(DirectoryInfo into)
    {
        var file = Path.Combine(into.FullName, "app.zip");
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "CimentoBot.dll"), "package", "--bot-id", "00000000-0000-0000-0000-000000000011", "--domain", "example.org", "--out", file]);
        await using var packing = ChildProcess.Start(start);
        Assert.True(await packing.WaitAsync(CancellationToken.None) == 0, string.Join('\n', packing.LastLines));
        await ZipFile.ExtractToDirectoryAsync(file, into.FullName);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static JsonObject Parsed(string file) => JsonNode.Parse(Read(file))!.AsObject();

    /// <summary>The value at a path such as <c>bots[0].commandLists[0].commands[1].title</c>.</summary>
    private static string At(JsonNode manifest, string path) => path
        .Split('.', '[')
        .Select(part => part.TrimEnd(']'))
        .Aggregate(manifest, (node, part) => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var place) ? node[place]! : node[part]!)
        .GetValue<string>();
}
