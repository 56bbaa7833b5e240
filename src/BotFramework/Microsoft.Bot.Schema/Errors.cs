using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What went wrong.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string code = null, string message = null, InnerHttpError innerHttpError = null)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonProperty("code")]
    public string Code { get; set; }

    [JsonProperty("message")]
    public string Message { get; set; }

    [JsonProperty("innerHttpError")]
    public InnerHttpError InnerHttpError { get; set; }
}

/// <summary>The body of a refused call.</summary>
public class ErrorResponse
{
    [JsonProperty("error")]
    public Error Error { get; set; }
}

/// <summary>The HTTP error beneath an error.</summary>
public class InnerHttpError
{
    [JsonProperty("statusCode")]
    public int? StatusCode { get; set; }

    [JsonProperty("body")]
    public object Body { get; set; }
}
