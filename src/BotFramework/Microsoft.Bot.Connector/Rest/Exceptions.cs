namespace Microsoft.Rest;

/// <summary>Any error of a REST client; officially of the package Microsoft.Rest.ClientRuntime, like this whole namespace.</summary>
public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string message)
        : base(message)
    {
    }

    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A call was refused, and its body has no known form.</summary>
public class HttpOperationException : RestException
{
    public HttpOperationException()
    {
    }

    public HttpOperationException(string message)
        : base(message)
    {
    }

    public HttpOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    public object Body { get; set; }
}

/// <summary>An argument is missing.</summary>
public class ValidationException : RestException
{
    public ValidationException()
    {
    }

    public ValidationException(string message)
        : base(message)
    {
    }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ValidationException(string rule, string target)
        : base($"'{target}' {(rule == ValidationRules.CannotBeNull ? "cannot be null." : rule)}")
    {
        Rule = rule;
        Target = target;
    }

    public string Rule { get; private set; }

    public string Target { get; private set; }
}

/// <summary>Names of rules that an argument may break.</summary>
public static class ValidationRules
{
    public static readonly string CannotBeNull = "CannotBeNull";
}

/// <summary>An answer could not be read.</summary>
public class SerializationException : RestException
{
    public SerializationException()
    {
    }

    public SerializationException(string message)
        : base(message)
    {
    }

    public SerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SerializationException(string message, string content, Exception innerException)
        : base(message, innerException)
    {
        Content = content;
    }

    public string Content { get; set; }
}
