using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Host.Tests;

/// <summary>An authority that gives the bot its tokens, over https under a certificate of its own, and keeps what it was asked with.</summary>
internal sealed class EntraOfTheTest : IAsyncDisposable
{
    public const string Token = "the-token-of-the-bot";

    private readonly WebApplication server;
    private readonly X509Certificate2 certificate;

    private EntraOfTheTest(WebApplication server, X509Certificate2 certificate)
    {
        this.server = server;
        this.certificate = certificate;
        Client = new HttpClient(new HereAlone { InnerHandler = LocalHttps.Trusting(certificate) });
    }

    /// <summary>What was posted to the token endpoint.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = [];

    /// <summary>Trusts this authority alone.</summary>
    public HttpClient Client { get; }

    public string TokenEndpoint => $"{Address}/oauth2/v2.0/token";

    /// <summary>What the bot must be told to ask here.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["ToChannelFromBotLoginUrl"] = Address,
        ["ValidateAuthority"] = "false",
    };

    private string Address => $"https://127.0.0.1:{new Uri(server.Urls.First()).Port}/{ActivityJson.Tenant}";

    public static async Task<EntraOfTheTest> StartAsync()
    {
        var own = LocalHttps.SelfMade("127.0.0.1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        LocalHttps.Serve(builder, own);
        var entra = new EntraOfTheTest(builder.Build(), own);
        entra.server.MapPost($"/{ActivityJson.Tenant}/oauth2/v2.0/token", entra.AnswerAsync);
        await entra.server.StartAsync();
        return entra;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        certificate.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Asked.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        return Results.Text($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{Token}}"}""", "application/json");
    }
}

/// <summary>
/// MSAL asks login.microsoftonline.com about an authority that it does not know, also where it is told not to validate it, and before its 4.79
/// gives up if that host cannot be reached: here it is told that nothing is known, and nothing leaves the machine.
/// </summary>
internal sealed class HereAlone : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.IsLoopback
            ? base.SendAsync(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request, Content = new StringContent("{}") });
}
