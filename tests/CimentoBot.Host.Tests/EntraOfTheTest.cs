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
        Client = new HttpClient(Trusting(certificate));
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
        var own = SelfMade("127.0.0.1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        ServeHttps(builder, own);
        var entra = new EntraOfTheTest(builder.Build(), own);
        entra.server.MapPost($"/{ActivityJson.Tenant}/oauth2/v2.0/token", entra.AnswerAsync);
        await entra.server.StartAsync();
        return entra;
    }

    /// <summary>Trusts that certificate and no other.</summary>
    public static SocketsHttpHandler Trusting(X509Certificate2 certificate)
    {
        var trusted = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trusted.CustomTrustStore.Add(certificate);
        return new() { SslOptions = { CertificateChainPolicy = trusted } };
    }

    /// <summary>Listens on a free port of this machine under that certificate.</summary>
    public static void ServeHttps(WebApplicationBuilder builder, X509Certificate2 certificate)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls("https://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
    }

    /// <summary>A certificate that nobody else vouches for, with its private key.</summary>
    public static X509Certificate2 SelfMade(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var addresses = new SubjectAlternativeNameBuilder();
        addresses.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(addresses.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
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
