using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CimentoBot.Api;
using CimentoBot.Configuration;
using CimentoBot.Conversation;
using CimentoBot.Messages;
using CimentoBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Host.Tests;

/// <summary>The host on a real socket, wired as Program wires it, with a bot of the test's own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-host-");
    private readonly WebApplication app;

    private RunningHost(IReadOnlyDictionary<string, string?> settings, IBot bot, Action<IServiceCollection>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "bot.db")}",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        var read = BotSettingsReader.Read(builder.Configuration, development: true, Product.BotFramework);
        builder.AddCimentoHost(read);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).ClearProviders().AddProvider(Log);
        builder.Services.AddCimentoStorage(read.Storage);
        builder.Services.AddCimentoApi(read);
        builder.Services.AddBotMessages();
        builder.Services.AddCimentoConversation(read.Bot);
        builder.Services.AddSingleton(bot);
        configure?.Invoke(builder.Services);
        app = builder.Build();
        app.UseCimentoHost(read);
        app.MapCimentoApi();
        app.MapBotMessages();
    }

    public HttpClient Client { get; } = new();

    public LogOfTheTest Log { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>The port that was given.</summary>
    public int Port => new Uri(app.Urls.First()).Port;

    public string DatabaseFile => Path.Combine(folder.FullName, "bot.db");

    /// <param name="settings">Settings over those of every test.</param>
    /// <param name="bot">The bot; null = one that does nothing.</param>
    /// <param name="configure">What takes the place of the host's own services.</param>
    public static async Task<RunningHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, IBot? bot = null, Action<IServiceCollection>? configure = null)
    {
        var host = new RunningHost(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal), bot ?? new BotOfTheTest(), configure);
        await host.app.Services.PrepareCimentoStorageAsync();
        await host.app.StartAsync();
        host.Client.BaseAddress = new($"http://127.0.0.1:{host.Port}");
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string json) =>
        PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(string path, byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return PostAsync(path, content);
    }

    /// <summary>Posts an activity under a token.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonObject activity, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => Client.PostAsync(new Uri(path, UriKind.Relative), content);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>What stands at a path.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A bot that does what the test says and counts its turns.</summary>
internal sealed class BotOfTheTest(Func<ITurnContext, Task>? onTurn = null) : IBot
{
    private int turns;

    public int Turns => turns;

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref turns);
        return onTurn?.Invoke(turnContext) ?? Task.CompletedTask;
    }
}

/// <summary>Keeps every line that anything logs, at every level.</summary>
internal sealed class LogOfTheTest : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    /// <summary>The lines since the last time, which are then forgotten.</summary>
    public IEnumerable<string> Drain()
    {
        while (lines.TryDequeue(out var line))
        {
            yield return line;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
