using CimentoBot.Configuration;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Messages;

/// <summary>The way in for activities: the door, the adapter, and <c>POST /api/messages</c>.</summary>
internal static class BotMessages
{
    public const string Route = "/api/messages";

    /// <summary>Registers the adapter, as itself and as what the Bot Framework calls it. The bot is registered by the conversation.</summary>
    public static IServiceCollection AddBotMessages(this IServiceCollection services) => services
        .AddHttpClient()
        .AddSingleton<MessageDoor>()
        .AddHostedService<OutboxWorker>()
        .AddSingleton<BotFrameworkAuthentication>(provider => new GuardedAuthentication(new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>())))
        .AddSingleton<AdapterWithErrors>()
        .AddSingleton<CloudAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>())
        .AddSingleton<BotAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>())
        .AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<AdapterWithErrors>());

    public static void MapBotMessages(this IEndpointRouteBuilder routes) =>
        routes.Map(Route, AnswerAsync).ExcludeFromDescription();

    private static async Task AnswerAsync(
        HttpContext context, MessageDoor door, IBotFrameworkHttpAdapter adapter, IBot bot, ILogger<AdapterWithErrors> logger)
    {
        try
        {
            if (await door.RefuseAsync(context) is { } status)
            {
                context.Response.StatusCode = status;
                return;
            }

            await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            // Not left to the server, whose log would print the exception's message: it may hold what somebody typed.
            Failures.Log(logger, failure);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
