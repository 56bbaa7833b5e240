using System.Net;

namespace Microsoft.Rest;

/// <summary>Any error of a REST client; officially of the package Microsoft.Rest.ClientRuntime, like this whole namespace.</summary>
public class RestException : Exception
{
    public RestException(string message)
        : base(message)
    {
    }
}

/// <summary>What was answered.</summary>
public class HttpResponseMessageWrapper
{
    internal HttpResponseMessageWrapper(HttpStatusCode statusCode)
    {
        StatusCode = statusCode;
    }

    public HttpStatusCode StatusCode { get; protected set; }
}

/// <summary>The answer to a call.</summary>
public class HttpOperationResponse
{
}

/// <summary>The answer to a call, read.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; }
}

/// <summary>What is put to each request so that the service knows who asks.</summary>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}
