using CimentoBot.Conversation.Ports;
using CimentoBot.Messages;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace CimentoBot.Host.Tests;

public sealed class GuardedAuthenticationTests
{
    private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new SecurityTokenMalformedException(), true },
        { new SecurityTokenSignatureKeyNotFoundException(), true },
        { new FormatException(), true },
        { new UnauthorizedAccessException(), true },
        { new InvalidOperationException("the keys cannot be fetched"), false },
        { new HttpRequestException(), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ATokenThatCannotBeReadIsARefusalAndAFailureStaysOne(Exception failure, bool refused)
    {
        var authentication = Guarding(new Failing(failure));

        var thrown = await Record.ExceptionAsync(() => authentication.AuthenticateRequestAsync(new Activity(), "Bearer a.b.c", CancellationToken.None));

        Assert.Equal(refused, thrown is UnauthorizedAccessException);
        if (!refused)
        {
            Assert.Same(failure, thrown);
        }
    }

    [Fact]
    public async Task AllConnectorClientsShareTheirContracts()
    {
        var authentication = Guarding(BotFrameworkAuthenticationFactory.Create());
        var activity = new Activity { ServiceUrl = "http://127.0.0.1:9/", ChannelId = "msteams" };

        var request = await authentication.AuthenticateRequestAsync(activity, "", CancellationToken.None);
        using var first = await request.ConnectorFactory.CreateAsync(activity.ServiceUrl, request.Audience, CancellationToken.None);
        using var second = await authentication.CreateConnectorFactory(request.ClaimsIdentity)
            .CreateAsync(activity.ServiceUrl, request.Audience, CancellationToken.None);

        Assert.Same(first.SerializationSettings.ContractResolver, second.SerializationSettings.ContractResolver);
        Assert.Same(first.DeserializationSettings.ContractResolver, second.DeserializationSettings.ContractResolver);
    }

    private static GuardedAuthentication Guarding(BotFrameworkAuthentication inner)
    {
        var settings = new BotSettings { Zone = DateTimeZone.Utc };
        return new(
            new ChannelKeys(_ => inner, TimeProvider.System),
            new Tenants(settings),
            new ServiceUrls(null!, settings),
            Nothing,
            new ConfigurationServiceClientCredentialFactory(Nothing),
            null!);
    }

    private sealed class Failing(Exception failure) : ConfigurationBotFrameworkAuthentication(Nothing)
    {
        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
            Task.FromException<AuthenticateRequestResult>(failure);
    }
}
