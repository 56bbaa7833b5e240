using System.IdentityModel.Tokens.Jwt;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using CimentoBot.Configuration;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Messages;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace CimentoBot.Host.Tests;

/// <summary>Where the bot's own tokens come from, and that they go to nobody whom no verified token named.</summary>
public sealed class OutgoingTokenTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-tokens-");
    /// <summary>One for each test: the official credentials keep tokens for the process.</summary>
    private readonly string appId = $"{Guid.NewGuid()}";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private TeamsOfTheTest teams = null!;
    private EntraOfTheTest entra = null!;
    private ServiceOfTheTest service = null!;
    private ServiceOfTheTest another = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsOfTheTest.StartAsync();
        entra = await EntraOfTheTest.StartAsync();
        service = await ServiceOfTheTest.StartAsync();
        another = await ServiceOfTheTest.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await teams.DisposeAsync();
        await entra.DisposeAsync();
        await service.DisposeAsync();
        await another.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AReplyGoesToTheServiceThatTheTokenNamedUnderATokenForTheSecret()
    {
        await using var host = await StartAsync(Replying());

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));

        var asked = Assert.Single(entra.Asked);
        Assert.Equal(
            (appId, "secret", "https://api.botframework.com/.default", "client_credentials"),
            (asked["client_id"], asked["client_secret"], asked["scope"], asked["grant_type"]));
        Assert.Equal(("/v3/conversations/chat/activities/1", $"Bearer {EntraOfTheTest.Token}"), Assert.Single(service.Received));
    }

    [Fact]
    public async Task ACertificateTakesThePlaceOfTheSecret()
    {
        using var certificate = LocalHttps.SelfMade("bot");
        var file = Path.Combine(folder.FullName, "bot.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "opens it"));
        await using var host = await StartAsync(
            Replying(), ("MicrosoftAppPassword", null), ("MicrosoftAppCertificatePath", file), ("MicrosoftAppCertificatePassword", "opens it"));

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));

        var asked = Assert.Single(entra.Asked);
        Assert.Equal((appId, "https://api.botframework.com/.default", "client_credentials"), (asked["client_id"], asked["scope"], asked["grant_type"]));
        Assert.DoesNotContain("client_secret", asked.Keys);
        var proof = await new JwtSecurityTokenHandler().ValidateTokenAsync(
            asked["client_assertion"],
            new TokenValidationParameters
            {
                ValidIssuer = appId,
                ValidAudience = entra.TokenEndpoint,
                IssuerSigningKey = new X509SecurityKey(certificate),
            });
        Assert.True(proof.IsValid, proof.Exception?.Message);
        Assert.Equal(appId, ((JwtSecurityToken)proof.SecurityToken).Subject);
        Assert.Null(((JwtSecurityToken)proof.SecurityToken).Header.X5c);
        Assert.Equal([$"Bearer {EntraOfTheTest.Token}", $"Bearer {EntraOfTheTest.Token}"], service.Received.Select(received => received.Authorization));
    }

    [Fact]
    public async Task AnActivityWhoseServiceNoTokenVouchesForMakesTheBotSendNothing()
    {
        await using var host = await StartAsync(Replying());

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(host, another.Url, service.Url));

        Assert.Empty(entra.Asked);
        Assert.Empty(another.Received);
        Assert.Empty(service.Received);
    }

    [Fact]
    public async Task AReplyIsNotSentOnToWhereTheServicePoints()
    {
        service.Answers.Enqueue(ServiceOfTheTest.RedirectTo(another.Url));
        await using var host = await StartAsync(new BotOfTheTest());
        await SendAsync(host, service.Url, service.Url);

        await Assert.ThrowsAsync<ErrorResponseException>(() => ContinueAsync(host, service.Url));

        Assert.Equal($"Bearer {EntraOfTheTest.Token}", Assert.Single(service.Received).Authorization);
        Assert.Empty(another.Received);
    }

    [Fact]
    public async Task ATurnCannotReachAnotherServiceThanItsOwn()
    {
        Exception? thrown = null;
        var bot = new BotOfTheTest(async turn => thrown = await Record.ExceptionAsync(
            () => turn.TurnState.Get<ConnectorFactory>().CreateAsync(another.Url, null, CancellationToken.None)));
        await using var host = await StartAsync(bot);

        await SendAsync(host, service.Url, service.Url);

        Assert.IsType<ServiceUrlNotVouchedForException>(thrown);
    }

    [Fact]
    public async Task WhatTheBotBeginsItselfGoesOnlyToServicesThatAVerifiedTurnNamedAlsoAfterARestart()
    {
        await using (var host = await StartAsync(new BotOfTheTest()))
        {
            await Assert.ThrowsAsync<ServiceUrlNotVouchedForException>(() => ContinueAsync(host, service.Url));
            await Assert.ThrowsAsync<ServiceUrlNotVouchedForException>(() => CreateAsync(host, service.Url));
            Assert.Empty(entra.Asked);
            Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));
            await ContinueAsync(host, service.Url);
        }

        await using (var restarted = await StartAsync(new BotOfTheTest()))
        {
            await ContinueAsync(restarted, service.Url);
            await CreateAsync(restarted, service.Url);
            await Assert.ThrowsAsync<ServiceUrlNotVouchedForException>(() => ContinueAsync(restarted, another.Url));
        }

        Assert.Equal(3, service.Received.Count);
        Assert.All(service.Received, received => Assert.Equal($"Bearer {EntraOfTheTest.Token}", received.Authorization));
        Assert.Empty(another.Received);
    }

    [Fact]
    public async Task APostInTheOutboxWaitsUntilATokenVouchesForItsService()
    {
        await using var host = await StartAsync(new BotOfTheTest());
        var files = host.Services.GetRequiredService<Desk>().Files;
        var poster = host.Services.GetRequiredService<OutboxSender>();
        var file = await files.AddAsync(
            request: "",
            code => new CaseFile { Code = code, Owner = "user", Conversation = "chat", ServiceUrl = service.Url, ChannelId = "msteams", StartedAt = default },
            CancellationToken.None);
        await files.SaveAsync(
            file with { Post = new BoardPost("19:board", new LocalDate(2026, 12, 3), "", service.Url) }, CancellationToken.None, CaseDesk.PostKind);

        await poster.SendDueAsync(CancellationToken.None);
        Assert.Empty(entra.Asked);
        Assert.Empty(service.Received);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));
        clock.Advance(TimeSpan.FromMinutes(1));
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal(("/v3/conversations", $"Bearer {EntraOfTheTest.Token}"), Assert.Single(service.Received));
    }

    [Fact]
    public async Task WhatWasVouchedForToAnotherRegistrationIsNot()
    {
        await using (var host = await StartAsync(new BotOfTheTest()))
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(host, service.Url, service.Url));
        }

        await using var renamed = await StartAsync(new BotOfTheTest(), ("MicrosoftAppId", "00000000-0000-0000-0000-00000000b072"));
        await Assert.ThrowsAsync<ServiceUrlNotVouchedForException>(() => ContinueAsync(renamed, service.Url));
    }

    private static BotOfTheTest Replying() => new(turn => turn.SendActivityAsync(MessageFactory.Text("bonjour")));

    private static BotAdapter AdapterOf(RunningHost host) => host.Services.GetRequiredService<BotAdapter>();

    private static Task ContinueAsync(RunningHost host, string serviceUrl) => AdapterOf(host).ContinueConversationAsync(
        host.Services.GetRequiredService<IConfiguration>()["MicrosoftAppId"],
        new ConversationReference { ServiceUrl = serviceUrl, ChannelId = "msteams", Conversation = new() { Id = "chat" } },
        (turn, token) => turn.SendActivityAsync(MessageFactory.Text("rappel"), token),
        CancellationToken.None);

    private Task CreateAsync(RunningHost host, string serviceUrl) => AdapterOf(host).CreateConversationAsync(
        appId,
        "msteams",
        serviceUrl,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        new ConversationParameters { IsGroup = true, Activity = MessageFactory.Text("rappel") },
        (_, _) => Task.CompletedTask,
        CancellationToken.None);

    /// <summary>A message that names one service, under a token that names another, or the same.</summary>
    private async Task<HttpStatusCode> SendAsync(RunningHost host, string named, string vouchedFor)
    {
        var message = ActivityJson.Message();
        message["serviceUrl"] = named;
        message.Remove("deliveryMode");
        using var response = await host.PostAsync(message, teams.Token(claims => (claims["serviceurl"], claims["aud"]) = (vouchedFor, appId)));
        return response.StatusCode;
    }

    private Task<RunningHost> StartAsync(IBot bot, params (string Key, string? Value)[] settings)
    {
        var all = teams.Settings.Concat(entra.Settings).Where(setting => setting.Key != "MicrosoftAppId").Append(new("MicrosoftAppId", appId)).Append(new("MicrosoftAppType", "SingleTenant"))
            .Append(new("MicrosoftAppTenantId", ActivityJson.Tenant))
            .Append(new("Storage:ConnectionString", $"Data Source={Path.Combine(folder.FullName, "bot.db")};Pooling=False"))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return RunningHost.StartAsync(all, bot, services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(provider => BotCredentials.Create(provider.GetRequiredService<IConfiguration>(), entra.Client)));
    }
}
