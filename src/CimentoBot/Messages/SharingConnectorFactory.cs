using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace CimentoBot.Messages;

/// <summary>The resolvers of the first connector client, which all later ones take over: they are all alike.</summary>
internal sealed class SharedContracts
{
    private IContractResolver? writing;
    private IContractResolver? reading;

    public void GiveTo(IConnectorClient client)
    {
        Share(client.SerializationSettings, ref writing);
        Share(client.DeserializationSettings, ref reading);
    }

    private static void Share(JsonSerializerSettings? settings, ref IContractResolver? shared)
    {
        if (settings?.ContractResolver is { } own)
        {
            settings.ContractResolver = Interlocked.CompareExchange(ref shared, own, null) ?? own;
        }
    }
}

/// <summary>Makes connector clients that share their contract resolvers, to addresses that are vouched for.</summary>
internal sealed class SharingConnectorFactory(ConnectorFactory inner, SharedContracts contracts, ServiceUrls serviceUrls) : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        await serviceUrls.RequireAsync(serviceUrl, cancellationToken);
        var client = await inner.CreateAsync(serviceUrl, audience, cancellationToken);
        contracts.GiveTo(client);
        return client;
    }
}
