using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Playground.Tour;

/// <summary>Teams' side of a conversation: takes what the bot sends, keeps it, and answers as Teams does.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Lock keeping = new();
    private readonly List<Delivery> deliveries = [];
    private int lastId = 1000;

    private FakeConnector(WebApplication server) => this.server = server;

    /// <summary>Where the bot has to send to.</summary>
    public Uri ServiceUrl => new(server.Urls.First());

    /// <summary>Everything that was received, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (keeping)
            {
                return [.. deliveries];
            }
        }
    }

    /// <summary>Who is in each conversation, for the roster.</summary>
    public ICollection<RosterEntry> Members { get; } = [new("user-id-0", "Radiologue interventionnel")];

    /// <summary>The channels of every team: id to name.</summary>
    public IDictionary<string, string> Channels { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Says how a call is answered in place of the connector; null = as usual.</summary>
    public Func<HttpRequest, IResult?> Answer { get; set; } = _ => null;

    /// <summary>Listens on a free port of the loopback interface.</summary>
    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.Map();
        await connector.server.StartAsync();
        return connector;
    }

    /// <summary>The messages as they stand now, updates applied, in the order in which they first came.</summary>
    public IReadOnlyList<Delivery> Messages(string conversation) =>
        [.. Deliveries
            .Where(delivery => delivery.IsMessage && IsIn(delivery, conversation))
            .GroupBy(delivery => delivery.ActivityId)
            .Select(versions => versions.Last())];

    /// <summary>Waits for something to be delivered; null when the time was up first.</summary>
    public async Task<Delivery?> WaitForAsync(Func<Delivery, bool> wanted, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        Delivery? found = null;
        await Until.TrueAsync(() => (found = Deliveries.FirstOrDefault(wanted)) is not null, patience, cancellationToken);
        return found;
    }

    /// <summary>Keeps nothing of a conversation that is over.</summary>
    public void Forget(string conversation)
    {
        lock (keeping)
        {
            deliveries.RemoveAll(delivery => delivery.Conversation == conversation);
        }
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    /// <summary>A channel's posts stand in threads of their own, whose ids begin with the channel's.</summary>
    private static bool IsIn(Delivery delivery, string conversation) =>
        delivery.Conversation == conversation || delivery.Conversation.StartsWith(conversation + ";messageid=", StringComparison.Ordinal);

    private void Map()
    {
        server.Use(async (context, next) =>
        {
            if (Answer(context.Request) is { } answer)
            {
                await answer.ExecuteAsync(context);
                return;
            }

            await next(context);
        });
        server.MapPost("/v3/conversations", CreateAsync);
        server.MapPost("/v3/conversations/{conversation}/activities", (HttpRequest request, string conversation) => TakeAsync(request, conversation));
        server.MapPost("/v3/conversations/{conversation}/activities/{id}", (HttpRequest request, string conversation) => TakeAsync(request, conversation));
        server.MapPut("/v3/conversations/{conversation}/activities/{id}", ReplaceAsync);
        server.MapDelete("/v3/conversations/{conversation}/activities/{id}", () => Results.Ok());
        server.MapGet("/v3/conversations/{conversation}/members", () => Results.Json(Roster()));
        server.MapGet("/v3/conversations/{conversation}/pagedmembers", () => Results.Json(new JsonObject { ["members"] = Roster() }));
        server.MapGet("/v3/conversations/{conversation}/members/{id}", (string id) =>
            Members.FirstOrDefault(member => member.Id == id) is { } member ? Results.Json(Member(member)) : Results.NotFound());
        server.MapGet("/v3/teams/{id}/conversations", () => Results.Json(new JsonObject
        {
            ["conversations"] = new JsonArray([.. Channels.Select(channel => new JsonObject { ["id"] = channel.Key, ["name"] = channel.Value })]),
        }));
        server.MapGet("/v3/teams/{id}", (string id) => Results.Json(new JsonObject { ["id"] = id, ["name"] = "Oncologie osseuse" }));
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var (parameters, written) = await BodyAsync(request);
        if (parameters["isGroup"] is JsonValue group && group.TryGetValue<bool>(out var isGroup) && isGroup)
        {
            if ((parameters["channelData"] as JsonObject)?["channel"] is not JsonObject channel || channel.Text("id") is not { } id || parameters["activity"] is not JsonObject activity)
            {
                return Refuse(StatusCodes.Status400BadRequest, "BadSyntax", "A channel post needs channelData.channel.id and activity.");
            }

            var first = NextId();
            var thread = $"{id};messageid={first}";
            Keep(new("POST", thread, first, activity) { Written = written });
            return Results.Json(new JsonObject { ["id"] = thread, ["activityId"] = first }, statusCode: StatusCodes.Status201Created);
        }

        return Results.Json(new JsonObject { ["id"] = BotConversation.PersonalChat }, statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> TakeAsync(HttpRequest request, string conversation)
    {
        var (activity, written) = await BodyAsync(request);
        var id = NextId();
        Keep(new("POST", conversation, id, activity) { Written = written });

        // A message of text and card is split into two, and then Teams gives no id back.
        return activity.Text("text") is { Length: > 0 } && CardReading.CardOf(activity) is not null
            ? Results.StatusCode(StatusCodes.Status202Accepted)
            : Results.Json(new JsonObject { ["id"] = id }, statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ReplaceAsync(HttpRequest request, string conversation, string id)
    {
        var (activity, written) = await BodyAsync(request);
        if (Deliveries.All(delivery => delivery.ActivityId != id))
        {
            return Refuse(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "No such message.");
        }

        Keep(new("PUT", conversation, id, activity) { Written = written });
        return Results.Json(new JsonObject { ["id"] = id });
    }

    private static IResult Refuse(int status, string code, string message) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, statusCode: status);

    private static async Task<(JsonObject Read, string Written)> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var written = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return (JsonNode.Parse(written)!.AsObject(), written);
    }

    private void Keep(Delivery delivery)
    {
        lock (keeping)
        {
            deliveries.Add(delivery);
        }
    }

    private string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    private JsonArray Roster() => [.. Members.Select(member => (JsonNode)Member(member))];

    private static JsonObject Member(RosterEntry member) =>
        new() { ["id"] = member.Id, ["name"] = member.Name, ["userRole"] = member.Role, ["tenantId"] = member.Tenant };
}

/// <summary>Somebody in a team, as its roster says.</summary>
/// <param name="Id">The channel's user id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Role">owner, user or guest.</param>
/// <param name="Tenant">Their tenant; null = the roster does not say.</param>
public sealed record RosterEntry(string Id, string Name, string Role = "user", string? Tenant = null);
