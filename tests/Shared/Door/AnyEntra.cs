using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CimentoBot.Tests.Shared.Door;

/// <summary>An authority at any address, which gives a token to whoever asks and keeps what it was asked with.</summary>
internal sealed class AnyEntra : HttpMessageHandler
{
    public AnyEntra() => Client = new HttpClient(this, disposeHandler: false);

    public HttpClient Client { get; }

    public ConcurrentQueue<(string Url, string Body)> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Enqueue((request.RequestUri!.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"token_type":"Bearer","expires_in":3600,"access_token":"given"}""", Encoding.UTF8, "application/json"),
        };
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
