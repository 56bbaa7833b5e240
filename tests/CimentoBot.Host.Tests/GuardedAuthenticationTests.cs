using System.Security.Claims;
using CimentoBot.Conversation.Ports;
using CimentoBot.Messages;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace CimentoBot.Host.Tests;

public sealed class GuardedAuthenticationTests
{
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
        return new(new ChannelKeys(_ => inner, TimeProvider.System), new Tenants(settings), new ServiceUrls(null!, settings));
    }

    private sealed class Failing(Exception failure) : BotFrameworkAuthentication
    {
        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
            Task.FromException<AuthenticateRequestResult>(failure);

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
            string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => throw new NotSupportedException();

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
