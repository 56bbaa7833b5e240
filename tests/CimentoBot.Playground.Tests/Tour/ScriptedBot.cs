using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Playground.Tests.Tour;

/// <summary>A bot without a mind: keeps what it is sent and answers as the test tells it to.</summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly HttpClient client = new();

    private ScriptedBot(WebApplication server) => this.server = server;

    public List<JsonObject> Heard { get; } = [];

    /// <summary>What is done with an activity; what it returns is the HTTP answer.</summary>
    public Func<JsonObject, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Results.Ok());

    public Uri Url => new(server.Urls.First());

    public HttpClient Client => new() { BaseAddress = Url };

    public static async Task<ScriptedBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bot = new ScriptedBot(builder.Build());
        bot.server.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            bot.Heard.Add(activity);
            return await bot.Answer(activity);
        });
        await bot.server.StartAsync();
        return bot;
    }

    public static JsonObject CardMessage(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardReading.ContentType, ["content"] = card }),
    };

    public static JsonObject Card(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Sends to the conversation that an activity came from; gives the message's id.</summary>
    public async Task<string?> SendAsync(JsonObject heard, JsonObject activity)
    {
        var answer = await SendRawAsync(heard, HttpMethod.Post, "activities", activity);
        return answer.Content.Headers.ContentLength > 0 || answer.StatusCode == System.Net.HttpStatusCode.Created
            ? (await answer.Content.ReadFromJsonAsync<JsonObject>())?.Text("id")
            : null;
    }

    public Task<HttpResponseMessage> UpdateAsync(JsonObject heard, string id, JsonObject activity) =>
        SendRawAsync(heard, HttpMethod.Put, $"activities/{id}", activity);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendRawAsync(JsonObject heard, HttpMethod method, string path, JsonObject activity)
    {
        var conversation = Uri.EscapeDataString(heard["conversation"]!["id"]!.GetValue<string>());
        var url = new Uri(new(heard["serviceUrl"]!.GetValue<string>()), $"/v3/conversations/{conversation}/{path}");
        return client.SendAsync(new(method, url) { Content = JsonContent.Create((JsonNode)activity) });
    }
}
