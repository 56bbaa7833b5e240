using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Board.Sharing;

/// <summary>What is searched by the message extension.</summary>
/// <param name="Typed">What was typed; empty at the first look.</param>
/// <param name="Skip">How many results are shown already; null = none.</param>
/// <param name="Count">How many more are wanted at most; null = Teams does not say.</param>
public sealed record CaseSearch(string Typed, int? Skip, int? Count)
{
    /// <summary>What the app's manifest calls what is typed.</summary>
    public const string ParameterName = "code";

    /// <summary>Reads the value of the invoke; null where it is none.</summary>
    public static CaseSearch? Read(JToken? value)
    {
        if (value is not JObject search
            || !IsNothingOr(JTokenType.Array, search["parameters"])
            || !IsNothingOr(JTokenType.Object, search["queryOptions"]))
        {
            return null;
        }

        var parameters = search["parameters"] is JArray listed ? listed.ToList() : [];
        var options = search["queryOptions"] as JObject ?? [];
        return parameters.TrueForAll(parameter => parameter is JObject) && IsNumber(options["skip"]) && IsNumber(options["count"])
            ? new(TypedIn(parameters.Cast<JObject>()), (int?)options["skip"], (int?)options["count"])
            : null;
    }

    private static string TypedIn(IEnumerable<JObject> parameters) =>
        parameters.FirstOrDefault(parameter => parameter["name"] is JValue { Value: ParameterName })?["value"] is JValue { Value: string typed } ? typed : "";

    private static bool IsNothingOr(JTokenType type, JToken? part) => part is null || part.Type == type || part.Type is JTokenType.Null;

    private static bool IsNumber(JToken? part) =>
        part is null or JValue { Value: null } or JValue { Value: >= (long)int.MinValue and <= (long)int.MaxValue };
}
