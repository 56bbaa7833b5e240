using System.Net;

namespace Microsoft.Rest;

/// <summary>A message that outlives its disposal: headers and content as text.</summary>
public abstract class HttpMessageWrapper
{
    protected HttpMessageWrapper()
    {
        Headers = new Dictionary<string, IEnumerable<string>>();
    }

    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; private set; }

    protected void CopyHeaders(System.Net.Http.Headers.HttpHeaders headers)
    {
        if (headers != null)
        {
            foreach (var header in headers)
            {
                Headers[header.Key] = header.Value.ToList();
            }
        }
    }
}

/// <summary>What was asked.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        CopyHeaders(httpRequest.Headers);
        CopyHeaders(httpRequest.Content?.Headers);
        Content = content;
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }
}

/// <summary>What was answered.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content?.Headers);
        Content = content;
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string ReasonPhrase { get; protected set; }
}

/// <summary>A call and its answer.</summary>
public class HttpOperationResponse
{
    public HttpRequestMessage Request { get; set; }

    public HttpResponseMessage Response { get; set; }
}

/// <summary>A call and its answer, read.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; }
}
