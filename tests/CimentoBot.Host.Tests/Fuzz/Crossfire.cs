using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Fuzz;

/// <summary>A team with cases before its board, whose every activity was kept; what is sent from then on may be anything.</summary>
internal sealed class Crossfire : IAsyncDisposable
{
    /// <summary>Long enough for any answer on any machine: longer is never.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What may become of a turn whose answers cannot be delivered.</summary>
    private static readonly string[] Undeliverable =
        ["System.Net.Http.HttpRequestException", "System.Net.Sockets.SocketException", "ErrorResponseException", "System.UriFormatException"];

    private readonly TeamOfTheTest team;

    private Crossfire(TeamOfTheTest team) => this.team = team;

    /// <summary>What real people sent, as it went over the wire.</summary>
    public IReadOnlyList<JsonObject> Real { get; private set; } = [];

    /// <summary>The card that waits for an answer, with the activity that would give it; null before the first.</summary>
    public JsonObject? Open { get; private set; }

    public static async Task<Crossfire> StartAsync()
    {
        var crossfire = new Crossfire(await TeamOfTheTest.StartAsync());
        await crossfire.PlayAsync();
        crossfire.team.Connector.Answer = crossfire.Take;
        _ = crossfire.team.Host.Log.Drain().Count();
        return crossfire;
    }

    /// <summary>Sends a body and looks at everything that came of it.</summary>
    /// <returns>What is wrong with that; empty = nothing.</returns>
    public async Task<string> SendAsync(string path, string body)
    {
        team.Clock.Advance(TimeSpan.FromSeconds(5));
        var sending = team.Host.PostAsync(path, body);
        if (!await PassedAsync(sending))
        {
            return "no answer";
        }

        using var response = await sending;
        var isOfTheContract = response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.BadRequest
            or HttpStatusCode.Forbidden or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.NotImplemented;
        return isOfTheContract ? Logged() : $"status {(int)response.StatusCode}";
    }

    /// <summary>Lets everything leave that is due.</summary>
    public async Task<string> LetGoAsync() =>
        await PassedAsync(team.Host.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None)) ? Logged() : "the outbox hangs";

    /// <summary>Whether answers to a body stay on this machine: a wounded address may be anybody's.</summary>
    public bool StaysHere(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is not JsonValueKind.Object || json.RootElement.EnumerateObject()
                .Where(member => member.Name.Equals("serviceUrl", StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind is JsonValueKind.String)
                .All(member => !Uri.TryCreate(member.Value.GetString(), UriKind.Absolute, out var url) || url == team.Connector.ServiceUrl);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return true;
        }
    }

    public async ValueTask DisposeAsync() => await team.DisposeAsync();

    /// <summary>An interview, a board with opinions, signatures and a decision, and what Teams says of its own accord.</summary>
    private async Task PlayAsync()
    {
        var clinician = team.Chat("clinician");
        await clinician.ArriveAsync();
        var first = await team.PresentedOnAsync(TeamOfTheTest.Session, "Avant la radiothérapie ?", clinician);
        var second = await team.PresentedAsync(team.Chat("another"));
        await clinician.InvokeValueAsync("case.edit", new() { ["case"] = first });
        foreach (var text in new[] { "bonjour", "dossiers", "texte", "pourquoi plaquettes", "langue fr", "modifier plaquettes", $"reprendre {first}", "plaquettes : 150 G/L", "annuler" })
        {
            await clinician.SendTextAsync(text);
        }

        var member = team.InThread("oncologist");
        await member.InvokeValueAsync("board.opinion", new() { ["case"] = second, ["revision"] = 1, ["opinion"] = "favourable", ["specialty"] = "oncology", ["comment"] = "d’accord" });
        await member.InvokeValueAsync("board.signoff", new() { ["case"] = second, ["revision"] = 1, ["role"] = "anaesthesia", ["outcome"] = "corrected", ["reason"] = "relais" });
        var owner = team.InThread("owner", "owner");
        await owner.InvokeValueAsync("board.settings", new() { ["name"] = "RCP os", ["quorum"] = "3", ["meetingDay"] = "thursday", ["meetingTime"] = "14:00" });
        foreach (var text in new[]
                 {
                     $"avis {second} conditions si radiothérapie spécialité=radiothérapie", $"signer {second} prescripteur", $"voir {second}", "ordre du jour", "compte rendu", "réglages quorum=2",
                     $"présenter {first} séance=2026-12-10", $"clore {first} reporté prévu=2026-12-10", $"rouvrir {first}", $"vu {second}", "aide",
                 })
        {
            await owner.SendTextAsync(text);
        }

        await owner.InvokeValueAsync("board.close", new() { ["case"] = second, ["revision"] = 1, ["decision"] = "accepted", ["plannedAt"] = "2026-12-14", ["text"] = "geste puis rayons", ["reason"] = "other" });
        await owner.InvokeValueAsync("case.seen", new() { ["case"] = second });
        await TellAsync(owner);
        Real = [.. team.Sent.Select(sent => JsonNode.Parse(sent)!.AsObject())];
    }

    private async Task TellAsync(BotConversation owner)
    {
        foreach (var happened in new[] { "channelCreated", "channelRenamed", "channelDeleted", "channelRestored", "teamRenamed" })
        {
            await team.TellAsync(owner, "conversationUpdate", activity => activity["channelData"]!["eventType"] = happened);
        }

        await team.TellAsync(owner, "conversationUpdate", activity => activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:oncologist" }));
        await team.TellAsync(owner, "messageReaction", activity => activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }));
        await team.TellAsync(owner, "installationUpdate", activity => activity["action"] = "remove");
        await team.TellAsync(owner, "installationUpdate", activity => activity["action"] = "add");
        await team.TellAsync(owner, "messageUpdate", activity => activity["text"] = "corrigé");
        await team.TellAsync(owner, "event", activity => activity["name"] = "application/vnd.microsoft.readReceipt");
    }

    /// <summary>What an HTTP call, or the outbox, does on a clock that stands still otherwise.</summary>
    private async Task<bool> PassedAsync(Task work)
    {
        var lost = Task.Delay(Patience);
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20))) != work)
        {
            if (lost.IsCompleted)
            {
                return false;
            }

            team.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await work;
        return true;
    }

    private string Logged()
    {
        var lines = team.Host.Log.Drain().ToList();
        return lines.Find(line => line.Contains(Texts.Canary, StringComparison.OrdinalIgnoreCase)) is { } echo ? $"echoed: {echo}"
            : lines.Find(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal)) is { } failed
                && !Undeliverable.Any(type => lines.Exists(line => line.Contains(type, StringComparison.Ordinal))) ? $"failed: {failed}"
            : "";
    }

    /// <summary>Takes what the bot sends and keeps none of it but the card that waits for an answer.</summary>
    private Taken? Take(HttpRequest request) => HttpMethods.IsGet(request.Method) ? null : new Taken(this);

    private void Look(string written)
    {
        if (JsonNode.Parse(written) is JsonObject activity
            && CardReading.CardOf(activity) is { } card
            && CardReading.Action(card, "Action.Submit", "answer") is { } answer)
        {
            var submit = Real.Last(sent => sent["value"]?["verb"] is JsonValue verb && verb.ToString() == "answer").DeepClone().AsObject();
            submit["value"] = CardReading.Data(card, answer, TypicalCase.Facts);
            submit["conversation"] = new JsonObject { ["id"] = activity["conversation"]?["id"]?.ToString() ?? submit["conversation"]!["id"]!.ToString(), ["conversationType"] = "personal" };
            submit["from"] = activity["recipient"]?.DeepClone() ?? submit["from"]!.DeepClone();
            Open = submit;
        }
    }

    private sealed class Taken(Crossfire crossfire) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var reader = new StreamReader(httpContext.Request.Body);
            crossfire.Look(await reader.ReadToEndAsync(httpContext.RequestAborted));
            await Results.Json(new JsonObject { ["id"] = "taken", ["activityId"] = "taken" }, statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
        }
    }
}
