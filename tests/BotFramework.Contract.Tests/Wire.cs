using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

/// <summary>Both sides of an adapter: requests come in without a server, calls to the connector go out to nowhere and are kept.</summary>
internal sealed class Wire : IHttpClientFactory
{
    public const string ServiceUrl = "https://connector.test/";

    private readonly Dictionary<string, (HttpStatusCode Status, string Body)> answers = new(StringComparer.Ordinal);

    public ConcurrentQueue<Call> Calls { get; } = [];

    public CloudAdapter Adapter(params (string Key, string? Value)[] settings) => new(new ConfigurationBotFrameworkAuthentication(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build(),
        httpClientFactory: this));

    public Wire Answering(string methodAndPath, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        answers[methodAndPath] = (status, body);
        return this;
    }

    public HttpClient CreateClient(string name) => new(new Recorder(this));

    /// <summary>Posts a body to a bot behind an adapter of this wire.</summary>
    public Task<Answer> InvokeAsync(IBot bot, string body) => SendAsync(Adapter(), body, bot.OnTurnAsync);

    /// <summary>Posts a body to the adapter.</summary>
    public static async Task<Answer> SendAsync(
        CloudAdapter adapter, string body, BotCallbackHandler? bot = null, string method = "POST", string? authorization = null,
        string contentType = "application/json")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.ContentType = contentType;
        if (authorization != null)
        {
            context.Request.Headers.Authorization = authorization;
        }

        var written = new MemoryStream();
        context.Response.Body = written;
        await adapter.ProcessAsync(context.Request, context.Response, new Bot(bot ?? ((_, _) => Task.CompletedTask)));
        return new Answer(context.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()), context.Response.ContentType);
    }

    public static string Message(string text = "hi", string more = "") =>
        $$"""
        {"type":"message","id":"m1","text":"{{text}}","channelId":"msteams","serviceUrl":"{{ServiceUrl}}",
         "from":{"id":"u1","name":"User"},"recipient":{"id":"b1","name":"Bot"},"conversation":{"id":"c1"}{{more}}}
        """;

    public static string Invoke(string name, string value, string more = "") =>
        $$"""
        {"type":"invoke","id":"i1","name":"{{name}}","value":{{value}},"channelId":"msteams","serviceUrl":"{{ServiceUrl}}",
         "from":{"id":"u1"},"recipient":{"id":"b1"},"conversation":{"id":"c1"}{{more}}}
        """;

    internal sealed record Call(string Method, string Path, JObject? Body, string? Authorization);

    internal sealed record Answer(int Status, string Body, string? ContentType);

    private sealed class Recorder(Wire wire) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content == null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var path = request.RequestUri!.PathAndQuery;
            wire.Calls.Enqueue(new Call(
                request.Method.Method, path, body == null ? null : JObject.Parse(body), request.Headers.Authorization?.ToString()));
            var (status, answer) = wire.answers.TryGetValue($"{request.Method} {path}", out var known)
                ? known
                : (HttpStatusCode.OK, """{"id":"sent"}""");
            return new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }
    }

    private sealed class Bot(BotCallbackHandler callback) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            callback(turnContext, cancellationToken);
    }
}

/// <summary>Turns without an adapter that does anything.</summary>
internal sealed class SilentAdapter : BotAdapter
{
    public List<string> Done { get; } = [];

    public Task RunAsync(ITurnContext turn, BotCallbackHandler callback) => RunPipelineAsync(turn, callback, CancellationToken.None);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Done.Add("send " + string.Join(',', activities.Select(activity => activity.Text ?? activity.Type)));
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"r{i}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Done.Add("update " + activity.Id);
        return Task.FromResult(new ResourceResponse("updated"));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Done.Add("delete " + reference.ActivityId);
        return Task.CompletedTask;
    }

    public static Activity Message(string text = "hi") => new(ActivityTypes.Message)
    {
        Id = "m1",
        Text = text,
        ChannelId = "msteams",
        ServiceUrl = Wire.ServiceUrl,
        From = new ChannelAccount("u1", "User"),
        Recipient = new ChannelAccount("b1", "Bot"),
        Conversation = new ConversationAccount(id: "c1"),
    };
}
