namespace CimentoBot.Host.Tests;

/// <summary>Counts the requests that have left and have no answer yet.</summary>
internal sealed class UnderWay
{
    private int requests;

    public int Requests => requests;

    public DelegatingHandler NewHandler() => new Counting(this);

    private sealed class Counting(UnderWay underWay) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref underWay.requests);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref underWay.requests);
            }
        }
    }
}
