using CimentoBot.Playground.Npm;

namespace CimentoBot.Playground.Tests.Npm;

public class NodeToolsTests
{
    [Fact]
    public void The_first_folder_of_the_path_wins() => Assert.Equal(
        new NodeTools("/b/node", "/a/npm"),
        NodeTools.Find("/a:/b/:/c", windows: false, path => path is "/a/npm" or "/b/node" or "/c/node" or "/c/npm"));

    [Fact]
    public void On_Windows_npm_is_a_cmd_and_folders_may_be_quoted() => Assert.Equal(
        new NodeTools(@"C:\Program Files\nodejs\node.exe", @"C:\Program Files\nodejs\npm.cmd"),
        NodeTools.Find(@"C:\Windows;""C:\Program Files\nodejs\""", windows: true, path => path.StartsWith(@"C:\Program Files\nodejs\n", StringComparison.Ordinal)));

    [Fact]
    public void Node_without_npm_is_not_enough() => Assert.Null(NodeTools.Find("/a", windows: false, path => path == "/a/node"));

    [Fact]
    public void An_empty_path_has_neither() => Assert.Null(NodeTools.Find("", windows: false, _ => true));

    [Theory]
    [InlineData("v20.20.2", 20)]
    [InlineData("v8.0.0\n", 8)]
    [InlineData("20.1.0", null)]
    [InlineData("command not found", null)]
    public void The_version_is_read(string printed, int? major) => Assert.Equal(major, NodeTools.MajorOf(printed));
}
