using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Host.Tests;

/// <summary>The service that takes what the bot sends, on a socket: it answers as told, and keeps what came and when.</summary>
internal sealed class ServiceOfTheTest : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly TimeProvider clock;
    private int silent;

    private ServiceOfTheTest(WebApplication server, TimeProvider clock)
    {
        this.server = server;
        this.clock = clock;
    }

    public string Url => server.Urls.First() + "/";

    /// <summary>Each request, and when it came.</summary>
    public ConcurrentQueue<(string Method, string Path, string Authorization, string Body, DateTimeOffset At)> Calls { get; } = [];

    /// <summary>Path and Authorization of each request.</summary>
    public IReadOnlyList<(string Path, string Authorization)> Received => [.. Calls.Select(call => (call.Path, call.Authorization))];

    /// <summary>What it answers next; where nothing is left, that all went well.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = [];

    /// <param name="clock">The clock by which it notes when a request came; null = the system's.</param>
    public static async Task<ServiceOfTheTest> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new ServiceOfTheTest(builder.Build(), clock ?? TimeProvider.System);
        service.server.Map("/{**path}", service.AnswerAsync);
        await service.server.StartAsync();
        return service;
    }

    /// <summary>Waits until so many requests have come.</summary>
    public async Task ReceivedAsync(int requests)
    {
        while (Calls.Count < requests)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>An error, with what it says and, in seconds or as a date, when to come again.</summary>
    public static Func<HttpContext, Task> Error(int status, string? retryAfter = null, string body = "") => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsync(body);
    };

    /// <summary>How many requests it leaves without an answer.</summary>
    public int Silent => silent;

    /// <summary>No answer until whoever asks has gone.</summary>
    public async Task Silence(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            Interlocked.Increment(ref silent);
            await gone.Task;
            Interlocked.Decrement(ref silent);
        }
    }

    /// <summary>Sends the request on elsewhere.</summary>
    public static Func<HttpContext, Task> RedirectTo(string url) => context =>
        Results.Redirect(url.TrimEnd('/') + context.Request.Path, permanent: false, preserveMethod: true).ExecuteAsync(context);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue((context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.ToString(), body, clock.GetUtcNow()));
        await (Answers.TryDequeue(out var answer)
            ? answer(context)
            : Results.Text("""{"id":"sent","activityId":"sent"}""", "application/json").ExecuteAsync(context));
    }
}
