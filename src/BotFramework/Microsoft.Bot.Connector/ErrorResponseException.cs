using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The connector refused a call; <see cref="Body"/> says why, when it said so in the Bot Framework's form.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public HttpResponseMessageWrapper Response { get; set; }

    public ErrorResponse Body { get; set; }
}
