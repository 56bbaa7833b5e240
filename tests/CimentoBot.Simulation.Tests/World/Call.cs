using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>A call of the bot that is on its way to Teams.</summary>
internal sealed class Call
{
    private readonly TaskCompletionSource<HttpResponseMessage> answer = new();
    private readonly HttpRequestMessage request;

    public Call(HttpRequestMessage request, BotProcess from)
    {
        this.request = request;
        From = from;
        Path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        if (request.Content is { } content)
        {
            using var reader = new StreamReader(content.ReadAsStream());
            Body = JsonNode.Parse(reader.ReadToEnd()) as JsonObject;
        }
    }

    public BotProcess From { get; }

    public string Method => request.Method.Method;

    public string Path { get; }

    public JsonObject? Body { get; }

    /// <summary>What tells it from others of the same instant. A turn that the bot begins itself answers to a random id.</summary>
    public string Name => $"{Method} {(Guid.TryParse(Path[(Path.LastIndexOf('/') + 1)..], out _) ? Path[..Path.LastIndexOf('/')] : Path)}";

    /// <summary>Whether it makes a message: a second one would stand beside it.</summary>
    public bool Creates => Method == "POST";

    public bool IsAnswered => answer.Task.IsCompleted;

    public Task<HttpResponseMessage> WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        return answer.Task;
    }

    /// <summary>The answer arrives, unless nobody is there any more.</summary>
    public void Answer(int status, string body, int? retryAfter = null)
    {
        if (From.IsRunning)
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (retryAfter is { } seconds)
            {
                response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
            }

            answer.TrySetResult(response);
        }
    }

    public void Break(HttpRequestError error)
    {
        if (From.IsRunning)
        {
            answer.TrySetException(new HttpRequestException(error, "The connection broke."));
        }
    }
}
