using System.Net;
using System.Net.Http.Headers;

namespace CimentoBot.Connector;

/// <summary>Holds each call to the connector until the thread's rates allow it; answers 429 itself, with the time, where that is too long.</summary>
internal sealed class ThreadRateHandler(ThreadRates rates, TimeProvider clock) : DelegatingHandler
{
    private const string Conversations = "/v3/conversations";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ThreadOf(request.RequestUri!) is not { } thread)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var wait = rates.Book(thread, readsRoster: request.Method == HttpMethod.Get);
        if (wait > ThreadRates.LongestWait)
        {
            return new(HttpStatusCode.TooManyRequests)
            {
                RequestMessage = request,
                Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds))) },
                Content = new StringContent(""),
            };
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>
    /// The thread that a call counts for, with its service; null where it is no call about conversations. Replies in a channel's
    /// threads count for the channel; all conversations that the bot begins count together.
    /// </summary>
    private static string? ThreadOf(Uri address)
    {
        var at = address.AbsolutePath.IndexOf(Conversations, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var conversation = address.AbsolutePath[(at + Conversations.Length)..].Trim('/').Split('/')[0];
        return $"{address.Authority} {Uri.UnescapeDataString(conversation).Split(";messageid=")[0]}";
    }
}
