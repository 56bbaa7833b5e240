namespace Microsoft.Rest;

/// <summary>A client of a REST service, and whether it disposes of its HTTP client.</summary>
public abstract class ServiceClient<T> : IDisposable
    where T : ServiceClient<T>
{
    private readonly bool disposesHttpClient;
    private bool disposed;

    protected ServiceClient(HttpClient httpClient, bool disposeHttpClient = true)
    {
        HttpClient = httpClient ?? new HttpClient();
        disposesHttpClient = disposeHttpClient || httpClient == null;
    }

    public HttpClient HttpClient { get; protected set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed && disposesHttpClient)
        {
            HttpClient.Dispose();
        }

        disposed = true;
    }
}

/// <summary>What is put to each request so that the service knows who asks.</summary>
public abstract class ServiceClientCredentials
{
    public virtual void InitializeServiceClient<T>(ServiceClient<T> client)
        where T : ServiceClient<T>
    {
    }

    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}
