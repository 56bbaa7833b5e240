using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace CimentoBot.Storage;

/// <summary>
/// Writes the Bot Framework's state with the names of its types, because dialogs cast what they read back, and reads only types of
/// a closed list: a type name that arrived from outside is refused, never instantiated.
/// </summary>
internal sealed class BotStateSerializer
{
    /// <summary>Building a contract is costly: one resolver for the whole process.</summary>
    private static readonly DefaultContractResolver Contracts = new();

    /// <summary>An inbound activity has at most 64 levels; dialogs lay theirs around it.</summary>
    private const int DeepestState = 256;

    private readonly JsonSerializer serializer;

    /// <param name="stateTypes">Types beyond the Bot Framework's own.</param>
    public BotStateSerializer(IEnumerable<Type> stateTypes) => serializer = JsonSerializer.Create(new()
    {
#pragma warning disable CA2326 // Dialogs cast what they read back, so types must be named; StateTypes binds a closed list of them.
        TypeNameHandling = TypeNameHandling.Objects,
#pragma warning restore CA2326
        SerializationBinder = new StateTypes(stateTypes),
        ContractResolver = Contracts,
        Converters = { new InertTokens() },
        DateParseHandling = DateParseHandling.None,
        MaxDepth = DeepestState,
        Culture = CultureInfo.InvariantCulture,
    });

    /// <summary>The JSON of a value; null for null.</summary>
    /// <exception cref="JsonSerializationException">It holds a type that state may not hold, or foreign JSON with type names.</exception>
    public string? Write(object? value)
    {
        if (value is null)
        {
            return null;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        serializer.Serialize(text, value, typeof(object));
        return text.ToString();
    }

    /// <exception cref="JsonException">The JSON names a type that state may not hold, or is none.</exception>
    public object Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = DeepestState };
        return serializer.Deserialize<object>(reader)!;
    }
}
