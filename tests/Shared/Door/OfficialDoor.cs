using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Tests.Shared.Door;

/// <summary>
/// The official door reads the channel's keys over https alone, by an HTTP client of its own that nobody can give it: here that client
/// learns to trust the tests' certificate. The stand-ins' door has none, and takes plain http on loopback.
/// </summary>
internal static class OfficialDoor
{
    /// <summary>Under which the tests' servers of keys listen.</summary>
    private static X509Certificate2 Certificate { get; } = LocalHttps.SelfMade("127.0.0.1");

    /// <summary>Whether the door that is built in is the official one; from then on it trusts that certificate.</summary>
    private static bool WantsHttps { get; } = TrustTheTests();

    /// <summary>Listens on a free port of this machine, in the way in which the door reads keys.</summary>
    public static void ServeKeys(WebApplicationBuilder builder)
    {
        if (WantsHttps)
        {
            LocalHttps.Serve(builder, Certificate);
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
    }

    private static bool TrustTheTests()
    {
        var door = typeof(BotFrameworkAuthentication).Assembly.GetType("Microsoft.Bot.Connector.Authentication.ParameterizedBotFrameworkAuthentication");
        if (door?.GetField("_authHttpClient", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) is not HttpClient client)
        {
            return false;
        }

        typeof(HttpMessageInvoker).GetField("_handler", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(client, LocalHttps.Trusting(Certificate));
        return true;
    }
}
