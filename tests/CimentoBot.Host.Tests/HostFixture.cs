namespace CimentoBot.Host.Tests;

/// <summary>One host for the tests that only ask.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private RunningHost? host;

    internal RunningHost Host => host!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await host!.DisposeAsync();
}
