using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Host.Tests.Commands;

/// <summary>
/// What a bot in a hospital reaches, over https under a certificate of its own: a server of keys that says its time, one that gives
/// tokens for the right secret, and a proxy under <c>/bot</c>.
/// </summary>
internal sealed class HospitalOfTheTest : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly X509Certificate2 certificate;
    private readonly TimeProvider clock;
    private RunningHost? bot;
    private TimeSpan ahead;

    private HospitalOfTheTest(WebApplication server, X509Certificate2 certificate, TimeProvider clock)
    {
        this.server = server;
        this.certificate = certificate;
        this.clock = clock;
        Client = new HttpClient(new HereAlone { InnerHandler = LocalHttps.Trusting(certificate) });
    }

    /// <summary>Trusts this server alone.</summary>
    public HttpClient Client { get; }

    public string Address => server.Urls.First();

    /// <summary>What the bot must be told to ask here.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.OrdinalIgnoreCase)
    {
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{Address}/openid",
        ["ToChannelFromBotLoginUrl"] = $"{Address}/{ActivityJson.Tenant}",
    };

    public static async Task<HospitalOfTheTest> StartAsync(TimeProvider clock)
    {
        var own = LocalHttps.SelfMade("127.0.0.1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        LocalHttps.Serve(builder, own);
        var hospital = new HospitalOfTheTest(builder.Build(), own, clock);
        hospital.Map();
        await hospital.server.StartAsync();
        return hospital;
    }

    /// <summary>From now on the proxy leads to that bot.</summary>
    public void PassOnTo(RunningHost running) => bot = running;

    /// <summary>From now on the server's clock is that far ahead of the test's.</summary>
    public void IsAheadBy(TimeSpan time) => ahead = time;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        certificate.Dispose();
    }

    private void Map()
    {
        server.MapGet("/openid", (HttpResponse response) =>
        {
            response.GetTypedHeaders().Date = clock.GetUtcNow() + ahead;
            return Results.Text($$"""{"issuer":"x","jwks_uri":"{{Address}}/keys"}""", "application/json");
        });
        server.MapGet("/keys", () => Results.Text("""{"keys":[{},{}]}""", "application/json"));
        server.MapGet("/empty", () => Results.Text($$"""{"jwks_uri":"{{Address}}/nokeys"}""", "application/json"));
        server.MapGet("/nokeys", () => Results.Text("""{"keys":[]}""", "application/json"));
        server.MapGet("/page", () => Results.Text("<html>Sign in to the proxy</html>", "text/html"));
        server.MapGet("/other/{**path}", () => Results.Text("Welcome to the hospital"));
        server.MapPost($"/{ActivityJson.Tenant}/oauth2/v2.0/token", async (HttpRequest request) =>
            (await request.ReadFormAsync())["client_secret"] == "the-secret"
                ? Results.Text("""{"token_type":"Bearer","expires_in":3600,"access_token":"one"}""", "application/json")
                : Results.Text("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client"}""", "application/json", statusCode: 401));
        server.MapGet("/bot/{**path}", async (string path, HttpResponse response) =>
        {
            using var answer = await bot!.GetAsync("/" + path);
            response.StatusCode = (int)answer.StatusCode;
            foreach (var header in answer.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal)))
            {
                response.Headers[header.Key] = header.Value.ToArray();
            }
        });
    }
}
