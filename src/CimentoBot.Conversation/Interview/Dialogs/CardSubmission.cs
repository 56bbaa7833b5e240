using System.Globalization;
using CimentoBot.Conversation.Wording;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>What a card sent. The only place that reads it from the wire; everything in it is a claim and is checked against the store.</summary>
public sealed record CardSubmission(string Verb, string Case, string Step, int Revision, string Section, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>No answer may be as long, and no reader has to look at more of it to say so.</summary>
    private const int LongestInput = 4_001;

    private static readonly HashSet<string> OwnMembers = new(StringComparer.Ordinal) { "verb", "case", "step", "revision", "section", "action", "msteams", "trigger" };

    /// <summary>The submission of a message, or null when it carries none.</summary>
    public static CardSubmission? Read(IMessageActivity activity) => activity.Value is JObject value ? Read(value, verb: null) : null;

    /// <summary>The submission of an <c>Action.Execute</c>.</summary>
    public static CardSubmission Read(AdaptiveCardInvokeAction action) => Read(action.Data as JObject ?? [], action.Verb);

    public string Input(string id) => Inputs.GetValueOrDefault(id, "");

    private static CardSubmission Read(JObject value, string? verb) => new(
        verb ?? Text(value["verb"]),
        Text(value["case"]).ToUpperInvariant(),
        Text(value["step"]),
        int.TryParse(Text(value["revision"]), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1,
        Text(value["section"]),
        value.Properties()
            .Where(property => !OwnMembers.Contains(property.Name) && property.Value is JValue { Type: not JTokenType.Null })
            .ToDictionary(property => property.Name, property => Shortened.To(Text(property.Value), LongestInput), StringComparer.Ordinal));

    private static string Text(JToken? token) => token switch
    {
        JValue { Value: bool yes } => yes ? "true" : "false",
        JValue { Value: DateTime moment } => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JValue value => value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
