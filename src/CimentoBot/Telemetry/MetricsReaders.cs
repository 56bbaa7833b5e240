using System.Net;
using CimentoBot.Configuration;

namespace CimentoBot.Telemetry;

/// <summary>
/// Who may read the metrics: this machine, and the networks that were named. What a proxy has passed on is from nobody knows where,
/// and is refused: whoever reads metrics asks the bot itself.
/// </summary>
/// <param name="networks">The networks beyond this machine.</param>
internal sealed class MetricsReaders(IReadOnlyList<IPNetwork> networks)
{
    private const string Key = "Telemetry:MetricsFrom";

    private static readonly string[] OfProxies = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <exception cref="SettingException">A network is none.</exception>
    public static MetricsReaders Read(IConfiguration configuration) => new(
        [.. (configuration[Key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)]);

    public bool Admit(HttpContext context) =>
        !OfProxies.Any(context.Request.Headers.ContainsKey)
        && context.Connection.RemoteIpAddress is { } remote
        && (IsThisMachine(remote, context.Request.Host) || networks.Any(network => network.Contains(Plain(remote))));

    /// <summary>A page of another site that resolves to loopback is not from here.</summary>
    private static bool IsThisMachine(IPAddress remote, HostString host) =>
        IPAddress.IsLoopback(remote) && host.HasValue && new UriBuilder("http", host.Host).Uri.IsLoopback;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork ReadOne(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new SettingException(Key, "takes networks such as 10.20.30.0/24, separated by commas.");
}
