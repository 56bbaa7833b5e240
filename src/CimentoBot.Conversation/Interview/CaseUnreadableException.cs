using System.Text.Json;

namespace CimentoBot.Conversation.Interview;

/// <summary>What is stored of a case cannot be read. It stays as it is; whoever asks for the case is told.</summary>
public sealed class CaseUnreadableException(string code, Exception because) : Exception($"The case {code} cannot be read.", because)
{
    public string Code { get; } = code;

    /// <summary>Reads what is stored of a case.</summary>
    /// <exception cref="CaseUnreadableException">It is not what was written there.</exception>
    internal static T Guard<T>(string code, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new CaseUnreadableException(code, failure);
        }
    }
}
