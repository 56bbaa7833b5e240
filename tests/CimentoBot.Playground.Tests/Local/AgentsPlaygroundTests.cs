using CimentoBot.Playground.Local;

namespace CimentoBot.Playground.Tests.Local;

public class AgentsPlaygroundTests
{
    [Theory]
    [InlineData("Listening on 56150", 56150)]
    [InlineData("info: Listening on 41873", 41873)]
    [InlineData("Listening", null)]
    [InlineData("Listening on the wall", null)]
    [InlineData("", null)]
    public void The_start_line_tells_the_port(string line, int? port) => Assert.Equal(port, AgentsPlayground.PortIn(line));

    [Fact]
    public void Its_environment_is_quiet_and_inherits_nothing_that_changes_it()
    {
        var environment = new Dictionary<string, string?>
        {
            ["PATH"] = "/usr/bin",
            ["AUTH_CLIENT_ID"] = "x",
            ["AUTH_CLIENT_SECRET"] = "x",
            ["AUTH_TENANT_ID"] = "x",
            ["TEAMSAPPTESTER_PORT"] = "1",
            ["TEAMS_APP_TEST_TOOL_CONFIG_PATH"] = "x",
            ["M365_AGENTS_PLAYGROUND_DELIVERY_MODE"] = "expectReplies",
            ["BOT_ENDPOINT"] = "x",
            ["DEFAULT_CHANNEL_ID"] = "x",
        };
        AgentsPlayground.Prepare(environment, "/c.yml", "/l.log");
        Assert.Equal(
            [
                "APPLICATION_INSIGHTS_NO_STATSBEAT=1",
                "M365_AGENTS_PLAYGROUND_CONFIG_PATH=/c.yml",
                "M365_AGENTS_PLAYGROUND_LOGFILE=/l.log",
                "PATH=/usr/bin",
                "TEAMSAPPTESTER_BROWSER=none",
            ],
            environment.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_configuration_has_the_channel_that_the_bot_posts_to_and_six_people()
    {
        var lines = Embedded.Text("m365agentsplayground.yml").Split('\n');
        Assert.Contains($"    - id: {BotSettingsHere.ChannelId}", lines);
        Assert.Contains($"      name: {BotSettingsHere.ChannelName}", lines);
        Assert.Contains("  name: Oncologie osseuse", lines);
        Assert.Equal(6, lines.Count(line => line.Contains("userPrincipleName:", StringComparison.Ordinal)));
    }
}
