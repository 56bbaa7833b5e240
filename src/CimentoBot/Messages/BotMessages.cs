using CimentoBot.Configuration;
using CimentoBot.Connector;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Messages;

/// <summary>The way in for activities: the door, the adapter, and <c>POST /api/messages</c>.</summary>
internal static class BotMessages
{
    public const string Route = "/api/messages";

    /// <summary>Registers the adapter, as itself and as what the Bot Framework calls it. The bot is registered by the conversation.</summary>
    public static IServiceCollection AddBotMessages(this IServiceCollection services) => services
        .AddConnectorPolicy()
        .AddSingleton<MessageDoor>()
        .AddSingleton<Tenants>()
        .AddSingleton<ServiceUrls>()
        .AddSingleton<TurnLimits>()
        .AddSingleton<TurnLimitMiddleware>()
        .AddSingleton<TypingMiddleware>()
        .AddHostedService<OutboxWorker>()
        .AddSingleton(provider => BotCredentials.Create(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new ChannelKeys(reading => Door(provider, reading), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<BotFrameworkAuthentication, GuardedAuthentication>()
        .AddSingleton<AdapterWithErrors>()
        .AddSingleton<CloudAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>())
        .AddSingleton<BotAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>())
        .AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>());

    public static void MapBotMessages(this IEndpointRouteBuilder routes) =>
        routes.Map(Route, AnswerAsync).ExcludeFromDescription();

    /// <summary>The Bot Framework's door. A key vouches for Teams or for nobody, whatever channel an activity names.</summary>
    private static ConfigurationBotFrameworkAuthentication Door(IServiceProvider provider, int reading) => new(
        PublicCloud.ReadingKeysAnew(provider.GetRequiredService<IConfiguration>(), reading),
        provider.GetRequiredService<ServiceClientCredentialsFactory>(),
        new AuthenticationConfiguration { RequiredEndorsements = [Channels.Msteams] },
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>());

    private static async Task AnswerAsync(
        HttpContext context, MessageDoor door, IBotFrameworkHttpAdapter adapter, IBot bot, ILogger<AdapterWithErrors> logger)
    {
        try
        {
            if (await door.RefuseAsync(context) is { } status)
            {
                Instruments.Refusal("door", status);
                context.Response.StatusCode = status;
                return;
            }

            // Whoever sent it may stop waiting; the turn goes on to its end, and the same activity sent again finds what it did.
            await adapter.ProcessAsync(context.Request, context.Response, bot, CancellationToken.None);
        }
        catch (TenantNotAllowedException)
        {
            Instruments.Refusal("door", StatusCodes.Status403Forbidden);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            // Not left to the server, whose log would print the exception's message: it may hold what somebody typed.
            Failures.Log(logger, failure);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
