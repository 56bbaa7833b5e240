using System.Text;
using System.Text.Json.Nodes;
using CimentoBot.Api;
using CimentoBot.Configuration;
using CimentoBot.Connector;
using CimentoBot.Conversation;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Messages;
using CimentoBot.Storage;
using CimentoBot.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>One run of the bot, wired as the host wires it, from its start to the moment in which it ends.</summary>
internal sealed class BotProcess : IDisposable
{
    /// <summary>What changes by itself is looked for at least this often.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    /// <summary>The host's own way in, made once: it takes what it needs from the process that is spoken to.</summary>
    private static readonly Lazy<RequestDelegate> Door = new(OpenDoor);

    private readonly ClockOfAProcess clock;
    private readonly OneByOne scheduler;
    private readonly IServiceProvider services;

    /// <param name="database">The file that outlives the process.</param>
    /// <param name="timeline">What its clock follows.</param>
    /// <param name="scheduler">Runs what it does.</param>
    /// <param name="send">Takes its calls to Teams.</param>
    /// <param name="ends">Whether it ends before an operation of that name.</param>
    /// <param name="slowness">How long such an operation waits for the disk.</param>
    public BotProcess(string database, Timeline timeline, OneByOne scheduler, Action<Call> send, Func<string, bool> ends, Func<string, TimeSpan> slowness)
    {
        clock = new(timeline);
        this.scheduler = scheduler;
        var collection = Wire(new ServiceCollection(), database);
        var jitter = new Dice(1);
        collection.AddSingleton<TimeProvider>(clock).AddSingleton(new Jitter(() => jitter.Below(1000) / 1000.0));
        collection.AddHttpClient(Options.DefaultName).ConfigurePrimaryHttpMessageHandler(() => new Line(this, send));
        bool Ends(string operation) => !IsRunning || ends(operation);
        Task Waits(string operation) => slowness(operation) is var time && time > TimeSpan.Zero ? Task.Delay(time, clock) : Task.CompletedTask;
        collection.AddGate<ICaseStore>(Ends, Waits).AddGate<IBoardStore>(Ends, Waits).AddGate<INotebook>(Ends, Waits).AddGate<IOutbox>(Ends, Waits)
            .AddGate<IChannelDirectory>(Ends, Waits).AddGate<IStorage>(Ends, Waits);
        services = collection.BuildServiceProvider();
    }

    public bool IsRunning { get; private set; } = true;

    public Task PrepareAsync() => services.PrepareCimentoStorageAsync();

    public async Task StartAsync()
    {
        await PrepareAsync();
        _ = scheduler.StartAsync(SendAsync);
    }

    /// <summary>An activity comes in.</summary>
    public Task<(int Status, JsonObject? Reply)> TakeAsync(JsonObject activity, CancellationToken aborted) => scheduler.StartAsync(() => AnswerAsync(activity, aborted));

    private async Task<(int Status, JsonObject? Reply)> AnswerAsync(JsonObject activity, CancellationToken aborted)
    {
        await using var scope = services.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = aborted };
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        context.Response.Body = answer;
        await Door.Value(context);
        return (context.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray())) as JsonObject);
    }

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>It ends here: what it was about to do is never done.</summary>
    public void Kill()
    {
        IsRunning = false;
        clock.Stop();
    }

    /// <summary>Lets go of the file. The rest is not taken down: the HTTP client's policy would wait for calls that are never answered.</summary>
    public void Dispose()
    {
        Kill();
        (Service<IStorageHealth>() as IDisposable)?.Dispose();
    }

    private static IServiceCollection Wire(IServiceCollection services, string database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Board:Channels:0:Id"] = SimulatedTeams.Channel,
            ["Board:Channels:0:Name"] = "RCP os",
            ["Storage:ConnectionString"] = $"Data Source={database}",
        }).Build();
        var settings = BotSettingsReader.Read(configuration, development: true, Product.BotFramework);
        return services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(settings.Door)
            .AddCimentoStorage(settings.Storage)
            .AddBotMessages()
            .AddSingleton<TurnTelemetry>()
            .AddCimentoApi(settings)
            .AddCimentoConversation(settings.Bot);
    }

    private static RequestDelegate OpenDoor()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        Wire(builder.Services, "nowhere.db").AddRouting();
        var app = builder.Build();
        app.MapBotMessages();
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;
    }

    /// <summary>Sends what the outbox holds as the host's worker does, but wakes only when there is something to do.</summary>
    private async Task SendAsync()
    {
        var (sender, bell) = (Service<OutboxSender>(), Service<OutboxBell>());
        while (IsRunning)
        {
            var pause = BetweenLooks;
            if (await sender.SendDueAsync(CancellationToken.None) is { } next && next - clock.GetUtcNow() < pause)
            {
                pause = next - clock.GetUtcNow();
            }

            await bell.WaitAsync(pause > TimeSpan.FromMilliseconds(50) ? pause : TimeSpan.FromMilliseconds(50), clock, CancellationToken.None);
        }
    }

    /// <summary>The end of the bot's HTTP client.</summary>
    private sealed class Line(BotProcess process, Action<Call> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var call = new Call(request, process);
            send(call);
            return call.WaitAsync(cancellationToken);
        }
    }
}
