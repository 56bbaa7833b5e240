using System.Text.Json.Nodes;
using CimentoBot.Playground.Npm;

namespace CimentoBot.Playground.Tests.Npm;

public class NpmFolderTests
{
    public static TheoryData<string> All => ["agents-playground", "card-renderer", "card-host-configs", "accessibility", "app-manifest"];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_package_is_pinned_and_locked_without_the_address_of_a_registry(string name)
    {
        var folder = new NpmFolder(name, name);
        Assert.NotEmpty(folder.Packages);
        var lockFile = Embedded.Text($"npm/{name}/package-lock.json");
        var locked = JsonNode.Parse(lockFile)!["packages"]!.AsObject();
        foreach (var package in folder.Packages)
        {
            var at = package.LastIndexOf('@');
            Assert.Matches(@"^\d+\.\d+\.\d+$", package[(at + 1)..]);
            Assert.Equal(package[(at + 1)..], locked[$"node_modules/{package[..at]}"]!["version"]!.GetValue<string>());
        }

        Assert.DoesNotContain("\"resolved\"", lockFile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_local_Teams_is_the_pinned_one() =>
        Assert.Equal(["@microsoft/m365agentsplayground@0.2.28"], NpmFolder.AgentsPlayground.Packages);

    [Fact]
    public void The_reason_is_the_first_line_that_says_more_than_a_code() => Assert.Equal(
        "network request failed, reason: getaddrinfo ENOTFOUND",
        NpmFolder.Reason(["npm error code ENOTFOUND", "npm error syscall getaddrinfo", "npm error errno ENOTFOUND", "npm error network request failed, reason: getaddrinfo ENOTFOUND", "npm error network This is a problem"]));

    [Theory]
    [InlineData("npm ERR! code EACCES", "code EACCES")]
    [InlineData("something else", "something else")]
    [InlineData("", "it said nothing")]
    public void Where_npm_says_little_that_is_quoted(string output, string reason) => Assert.Equal(reason, NpmFolder.Reason([output]));
}
