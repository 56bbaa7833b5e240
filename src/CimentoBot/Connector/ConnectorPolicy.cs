using System.Net;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CimentoBot.Connector;

/// <summary>
/// How the bot calls Teams: one call takes 10 s at most and all its attempts 30 s; 412, 429, 502 and 504 are tried again, after
/// what <c>Retry-After</c> says or after a pause that doubles, with jitter; rates are kept on this side. A message whose answer was
/// lost is not sent again: it may have arrived.
/// </summary>
internal static class ConnectorPolicy
{
    /// <summary>A service that wants a longer pause than this is left alone: who asked is told, and tries again when it is over.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private const int MostRetries = 4;

    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AllAttempts = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>The Bot Framework takes the client without a name for its calls.</summary>
    public static IServiceCollection AddConnectorPolicy(this IServiceCollection services)
    {
        services.AddSingleton<ThreadRates>().AddTransient<ThreadRateHandler>().AddTransient<LostAnswerHandler>().AddTransient<OnTheWireHandler>().AddSingleton(new Jitter());
        var client = services.AddHttpClient(Options.DefaultName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // What a card says goes to the service that was vouched for and nowhere else.
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });

        // Addresses of calls name chats and people.
        client.RemoveAllLoggers();
        client.AddHttpMessageHandler<LostAnswerHandler>();
        client.AddResilienceHandler("attempts", static (pipeline, context) =>
        {
            var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.TimeProvider = clock;
            pipeline.AddTimeout(AllAttempts).AddRetry(Retries(clock, context.ServiceProvider.GetRequiredService<Jitter>()));
        });
        client.AddHttpMessageHandler<ThreadRateHandler>();
        client.AddResilienceHandler("attempt", static (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(OneAttempt);
        });
        client.AddHttpMessageHandler<OnTheWireHandler>();
        return services;
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retries(TimeProvider clock, Jitter jitter)
    {
        var options = new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = MostRetries,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(MayBeTriedAgain(arguments.Outcome, arguments.Context.GetRequestMessage(), clock)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? PauseAskedBy(response, clock) : null),
        };
        options.Randomizer = jitter.Next ?? options.Randomizer;
        return options;
    }

    private static bool MayBeTriedAgain(Outcome<HttpResponseMessage> outcome, HttpRequestMessage? request, TimeProvider clock) => outcome switch
    {
        { Result: { StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } response } =>
            PauseAskedBy(response, clock) is not { } pause || pause <= LongestPause,
        { Exception: HttpRequestException failure } => OnTheWire.NothingWasSent(failure) || MayBeRepeated(request),
        { Exception: TimeoutRejectedException } => MayBeRepeated(request),
        _ => false,
    };

    /// <summary>A second time does what the first did: a message would stand there twice.</summary>
    private static bool MayBeRepeated(HttpRequestMessage? request) => request is not null && request.Method != HttpMethod.Post;

    /// <summary>A moment that has passed is no pause.</summary>
    private static TimeSpan? PauseAskedBy(HttpResponseMessage response, TimeProvider clock) =>
        RetryAfter.PauseFrom(response.Headers.RetryAfter, clock.GetUtcNow()) is { } pause ? (pause > TimeSpan.Zero ? pause : TimeSpan.Zero) : null;
}

/// <summary>What pauses are varied by, from 0 to 1; null = the policy's own chance. A simulation brings one that it can repeat.</summary>
internal sealed record Jitter(Func<double>? Next = null);
