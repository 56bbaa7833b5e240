using CimentoBot.Conversation.Ports;
using Polly.Timeout;

namespace CimentoBot.Connector;

/// <summary>
/// Around all attempts: whoever called is told that there was no answer, and whether the call may have arrived all the same. A timeout
/// alone does not say that; it may have come while nothing was on its way.
/// </summary>
internal sealed class LostAnswerHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutRejectedException or HttpRequestException)
        {
            throw new NoAnswerException(OnTheWire.Holds(request), failure);
        }
    }
}

/// <summary>Around one attempt: notes that the call leaves, and that its answer is here, to the last byte.</summary>
internal sealed class OnTheWireHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OnTheWire.Note(request, holds: true);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            OnTheWire.Note(request, holds: false);
            return response;
        }
        catch (HttpRequestException failure) when (OnTheWire.NothingWasSent(failure))
        {
            OnTheWire.Note(request, holds: false);
            throw;
        }
    }
}

/// <summary>Whether a call has left without an answer.</summary>
internal static class OnTheWire
{
    private static readonly HttpRequestOptionsKey<bool> Key = new("cimentobot.on-the-wire");

    private static readonly HttpRequestError[] BeforeSending =
        [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    public static bool Holds(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var holds) && holds;

    public static void Note(HttpRequestMessage request, bool holds) => request.Options.Set(Key, holds);

    public static bool NothingWasSent(HttpRequestException failure) => BeforeSending.Contains(failure.HttpRequestError);
}
