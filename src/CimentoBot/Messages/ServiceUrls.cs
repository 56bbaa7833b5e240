using System.Collections.Concurrent;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Messages;

/// <summary>
/// The service addresses that verified tokens have named: the only ones to which the bot's own tokens go. They are kept beside the
/// cases, so that a post that waits in the outbox finds its address after a restart.
/// </summary>
internal sealed class ServiceUrls(INotebook notebook, BotSettings settings)
{
    private readonly ConcurrentDictionary<string, bool> vouchedFor = new(StringComparer.Ordinal);

    /// <summary>A verified token named that address.</summary>
    public async Task VouchForAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        var key = KeyOf(serviceUrl);
        if (settings.AppId.Length > 0 && !vouchedFor.ContainsKey(key))
        {
            await notebook.TryAddAsync(key, "1", cancellationToken);
            vouchedFor[key] = true;
        }
    }

    /// <summary>Lets a connector be made to an address that is vouched for; without an identity there is no token to give away.</summary>
    /// <exception cref="ServiceUrlNotVouchedForException">No verified token has named the address.</exception>
    public async Task RequireAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        var key = KeyOf(serviceUrl);
        if (settings.AppId.Length == 0 || vouchedFor.ContainsKey(key))
        {
            return;
        }

        if (await notebook.FindAsync(key, cancellationToken) is null)
        {
            throw new ServiceUrlNotVouchedForException();
        }

        vouchedFor[key] = true;
    }

    /// <summary>Without case, as the Bot Framework compares them, and for this registration alone.</summary>
    private string KeyOf(string serviceUrl) => $"vouched:{settings.AppId}:{serviceUrl.ToUpperInvariant()}";
}

/// <summary>A message was to go, with a token of the bot's, to an address that no verified token has named.</summary>
internal sealed class ServiceUrlNotVouchedForException() : Exception("No verified token has named this service address.");
