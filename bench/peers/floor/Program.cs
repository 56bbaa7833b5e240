using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

// The floor: parses the activity, posts one reply of the bot's own size to the connector, answers.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
await using var app = builder.Build();

var recorded = await File.ReadAllBytesAsync(app.Configuration["BENCH_REPLIES"]!);
using var document = JsonDocument.Parse(recorded);
var replies = document.RootElement.EnumerateArray().Select(turn => Encoding.UTF8.GetBytes(turn.GetProperty("said").GetRawText())).ToArray();
var json = new MediaTypeHeaderValue("application/json");
using var client = new HttpClient();

app.MapGet("/readyz", () => Results.Ok());
app.MapPost("/api/messages", async (HttpRequest request) =>
{
    using var activity = await JsonDocument.ParseAsync(request.Body);
    var root = activity.RootElement;
    var turn = root.TryGetProperty("value", out var value) ? value.GetProperty("revision").GetInt32() : 0;
    var service = root.GetProperty("serviceUrl").GetString()!;
    var conversation = Uri.EscapeDataString(root.GetProperty("conversation").GetProperty("id").GetString()!);
    using var content = new ByteArrayContent(replies[turn % replies.Length]) { Headers = { ContentType = json } };
    using var answer = await client.PostAsync(new Uri($"{service}v3/conversations/{conversation}/activities"), content);
    return Results.StatusCode((int)answer.StatusCode == 201 ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
});
await app.RunAsync();
