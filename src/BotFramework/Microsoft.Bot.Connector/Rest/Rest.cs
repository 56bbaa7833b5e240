using System.Net;
using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>Any error of a REST client; officially of the package Microsoft.Rest.ClientRuntime, like this whole namespace.</summary>
public class RestException : Exception
{
    public RestException(string message)
        : base(message)
    {
    }
}

/// <summary>A call was refused, and the answer was not read any further.</summary>
public class HttpOperationException : RestException
{
    public HttpOperationException(string message)
        : base(message)
    {
    }

    public HttpResponseMessageWrapper Response { get; set; }
}

/// <summary>A message that outlives its disposal: headers and content as text.</summary>
public abstract class HttpMessageWrapper
{
    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>();

    private protected void CopyHeaders(HttpHeaders headers)
    {
        foreach (var (name, values) in headers)
        {
            Headers[name] = values.ToList();
        }
    }
}

/// <summary>What was answered.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content.Headers);
        Content = content;
        StatusCode = httpResponse.StatusCode;
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
