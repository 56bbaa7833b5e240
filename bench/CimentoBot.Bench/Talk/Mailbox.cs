using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Bench.Talk;

/// <summary>Teams' side, in the process of whoever talks: takes what servers send and keeps the last message of each conversation.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, (byte[] Body, string Id)> last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> rewritten = new(StringComparer.Ordinal);
    private int sent;

    private Mailbox(WebApplication server) => this.server = server;

    public Uri ServiceUrl => new(server.Urls.First());

    /// <summary>How many messages came.</summary>
    public int Sent => sent;

    /// <summary>Listens on a free port of the loopback interface.</summary>
    public static async Task<Mailbox> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new Mailbox(builder.Build());
        connector.server.MapPost("/v3/conversations/{conversation}/activities/{id?}", connector.TakeAsync);
        connector.server.MapPut("/v3/conversations/{conversation}/activities/{id}", connector.ReplaceAsync);
        await connector.server.StartAsync();
        return connector;
    }

    /// <summary>The last message of a conversation as it was written, and its id.</summary>
    public (string Written, string Id) LastOf(string conversation)
    {
        var (body, id) = last[conversation];
        return (Encoding.UTF8.GetString(body), id);
    }

    /// <summary>What a message of a conversation became since this was asked last, as it was written; null where none was rewritten.</summary>
    public string? TakeRewritten(string conversation) => rewritten.TryRemove(conversation, out var body) ? Encoding.UTF8.GetString(body) : null;

    /// <summary>Forgets a conversation.</summary>
    public void Forget(string conversation)
    {
        last.TryRemove(conversation, out _);
        rewritten.TryRemove(conversation, out _);
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string conversation)
    {
        var body = await BodyOfAsync(context);
        var id = Interlocked.Increment(ref sent).ToString(CultureInfo.InvariantCulture);
        last[conversation] = (body, id);
        await AnswerAsync(context, StatusCodes.Status201Created, id);
    }

    private async Task ReplaceAsync(HttpContext context, string conversation, string id)
    {
        rewritten[conversation] = await BodyOfAsync(context);
        await AnswerAsync(context, StatusCodes.Status200OK, id);
    }

    private static async Task<byte[]> BodyOfAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static Task AnswerAsync(HttpContext context, int status, string id)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }
}
