using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Tests.Local;

public class LocalTeamsTests
{
    private const string ShellNeeded = "The tools of these tests are shell scripts, which Windows does not run.";

    [Fact]
    public async Task Without_node_one_line_says_what_to_install_and_the_bot_still_runs()
    {
        await using var tools = new FakeTools();
        var running = tools.RunAsync(tools.Options(tools: null));
        await tools.WaitUntilSaidAsync(NodeTools.Missing);
        Assert.Contains("ready", await tools.AskBotAsync("/readyz"), StringComparison.Ordinal);
        await tools.StopAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task The_bot_is_started_for_this_machine_only_with_the_channel_of_the_local_Teams()
    {
        await using var tools = new FakeTools();
        var running = tools.RunAsync(tools.Options(tools: null));
        await tools.WaitUntilSaidAsync("The bot is ready");
        Assert.Equal(BotSettingsHere.ChannelId, await tools.AskBotAsync("/environment?name=Board__Channels__0__Id"));
        Assert.Equal("RCP os", await tools.AskBotAsync("/environment?name=Board__Channels__0__Name"));
        Assert.Equal("Development", await tools.AskBotAsync("/environment?name=ASPNETCORE_ENVIRONMENT"));
        Assert.StartsWith("Data Source=", await tools.AskBotAsync("/environment?name=Storage__ConnectionString"), StringComparison.Ordinal);
        await tools.StopAsync();
        await running;
    }

    [Fact]
    public async Task A_port_held_by_another_program_is_said_in_one_line()
    {
        await using var tools = new FakeTools();
        using var stranger = new TcpListener(IPAddress.Loopback, tools.BotPort);
        stranger.Start();
        Assert.Equal(1, await tools.RunAsync(tools.Options(tools: null)));
        Assert.Equal(
            $"Port {tools.BotPort} is taken by another program: stop it, or choose another port with --bot-port.{Environment.NewLine}", tools.Said);
    }

    [Fact]
    public async Task A_second_instance_is_recognised_and_not_started()
    {
        await using var tools = new FakeTools();
        var first = tools.RunAsync(tools.Options(tools: null));
        await tools.WaitUntilSaidAsync("The bot is ready");
        Assert.Equal(2, await tools.RunAsync(tools.Options(tools: null)));
        Assert.Contains($"CimentoBot 9.9.9 already runs on port {tools.BotPort}", tools.Said, StringComparison.Ordinal);
        await tools.StopAsync();
        Assert.Equal(0, await first);
    }

    [Fact]
    public async Task A_bot_that_refuses_to_start_is_quoted()
    {
        await using var tools = new FakeTools();
        Assert.Equal(1, await tools.RunAsync(tools.Options(tools: null, Program.RefusesToStart)));
        Assert.Contains("The bot ended at its start (exit code 1)", tools.Said, StringComparison.Ordinal);
        Assert.Contains(Program.LastWords, tools.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_ends_by_itself_ends_us()
    {
        await using var tools = new FakeTools();
        var running = tools.RunAsync(tools.Options(tools: null));
        await tools.WaitUntilSaidAsync("The bot is ready");
        using (var client = new HttpClient())
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync(new Uri($"http://127.0.0.1:{tools.BotPort}/end"), null));
        }

        Assert.Equal(1, await running);
        Assert.Contains("The bot ended by itself (exit code 3)", tools.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task When_npm_fails_one_line_says_why_and_the_bot_runs_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var node = tools.Node(1, npm: "echo 'npm error code ENOTFOUND' >&2; echo 'npm error network request failed, reason: no such host' >&2; exit 7");
        var running = tools.RunAsync(tools.Options(node));
        await tools.WaitUntilSaidAsync(
            "npm could not install the Microsoft 365 Agents Playground (exit code 7): network request failed, reason: no such host. The bot runs without a page");
        Assert.Contains("ready", await tools.AskBotAsync("/readyz"), StringComparison.Ordinal);
        await tools.StopAsync();
        Assert.Equal(0, await running);
    }

    [SkippableFact]
    public async Task With_everything_there_one_address_is_printed_and_all_ends_with_us()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var port = await tools.ServePageAsync();
        var running = tools.RunAsync(tools.Options(tools.Node(port)) with { PlaygroundPort = port });
        await tools.WaitUntilSaidAsync("Ctrl+C stops everything");
        Assert.Single(tools.NpmCalls, call => call.StartsWith("install --ignore-scripts --no-audit --no-fund", StringComparison.Ordinal));
        Assert.Equal(1, tools.Said.Split($"http://localhost:{port}/").Length - 1);
        Assert.Contains($"start -e http://127.0.0.1:{tools.BotPort}/api/messages -c msteams -p {port} --dt", tools.NodeArguments, StringComparison.Ordinal);
        Assert.Contains("TEAMSAPPTESTER_BROWSER=none", tools.NodeEnvironment, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH_", tools.NodeEnvironment, StringComparison.Ordinal);
        await tools.StopAsync();
        Assert.Equal(0, await running);
        Assert.True(Ports.IsFree(tools.BotPort));
    }

    [SkippableFact]
    public async Task A_second_run_does_not_install_again()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var node = tools.Node(1);
        await tools.Package.EnsureAsync(node, tools.Output, CancellationToken.None);
        await tools.Package.EnsureAsync(node, tools.Output, CancellationToken.None);
        Assert.Single(tools.NpmCalls);
    }

    [SkippableFact]
    public async Task A_page_that_had_to_take_another_port_is_printed_with_that_one()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var port = await tools.ServePageAsync();
        var running = tools.RunAsync(tools.Options(tools.Node(port)));
        await tools.WaitUntilSaidAsync("Ctrl+C stops everything");
        Assert.Contains($"Port {tools.PlaygroundPort} is taken: the Playground uses {port}.", tools.Said, StringComparison.Ordinal);
        Assert.Contains($"Open http://localhost:{port}/", tools.Said, StringComparison.Ordinal);
        await tools.StopAsync();
        Assert.Equal(0, await running);
    }

    [SkippableFact]
    public async Task A_page_that_dies_at_its_start_is_quoted_from_its_log()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var node = tools.Node(Ports.Free(), then: "echo 'users must have 5 items' >> \"$M365_AGENTS_PLAYGROUND_LOGFILE\"; exit 1");
        Assert.Equal(1, await tools.RunAsync(tools.Options(node)));
        Assert.Contains("The Agents Playground ended at its start (exit code 1)", tools.Said, StringComparison.Ordinal);
        Assert.Contains("users must have 5 items", tools.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_page_that_dies_later_ends_us_with_its_last_words()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var port = await tools.ServePageAsync();
        var node = tools.Node(port, then: "sleep 2; echo 'out of memory' >> \"$M365_AGENTS_PLAYGROUND_LOGFILE\"; exit 134");
        Assert.Equal(1, await tools.RunAsync(tools.Options(node)));
        Assert.Contains("Ctrl+C stops everything", tools.Said, StringComparison.Ordinal);
        Assert.Contains("The Agents Playground ended by itself (exit code 134)", tools.Said, StringComparison.Ordinal);
        Assert.Contains("out of memory", tools.Said, StringComparison.Ordinal);
        Assert.True(Ports.IsFree(tools.BotPort), string.Create(CultureInfo.InvariantCulture, $"the bot still holds {tools.BotPort}"));
    }

    [SkippableFact]
    public async Task Ctrl_C_that_ends_the_page_before_us_is_no_failure()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var port = await tools.ServePageAsync();
        var running = tools.RunAsync(tools.Options(tools.Node(port, then: $"sleep 2; touch '{tools.NodeEnd}'; exit 130")));
        await tools.WaitUntilSaidAsync("Ctrl+C stops everything");
        Assert.True(await Until.TrueAsync(() => File.Exists(tools.NodeEnd), TimeSpan.FromSeconds(30), CancellationToken.None));
        await tools.StopAsync();
        Assert.Equal(0, await running);
        Assert.DoesNotContain("ended by itself", tools.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_node_that_is_too_old_is_said_and_the_bot_runs_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), ShellNeeded);
        await using var tools = new FakeTools();
        var old = tools.Node(1);
        await File.WriteAllTextAsync(old.Node, "#!/bin/sh\necho v14.21.3\n");
        var running = tools.RunAsync(tools.Options(old));
        await tools.WaitUntilSaidAsync("Node.js v14.21.3 is too old: install Node.js 18 or newer. The bot runs without a page");
        await tools.StopAsync();
        Assert.Equal(0, await running);
    }
}
