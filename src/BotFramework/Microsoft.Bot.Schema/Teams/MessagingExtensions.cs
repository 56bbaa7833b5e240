using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What somebody looks for by a message extension.</summary>
public class MessagingExtensionQuery
{
    [JsonProperty("commandId")]
    public string CommandId { get; set; }

    [JsonProperty("parameters")]
    public IList<MessagingExtensionParameter> Parameters { get; set; }

    [JsonProperty("queryOptions")]
    public MessagingExtensionQueryOptions QueryOptions { get; set; }
}

/// <summary>What was typed, or <c>initialRun</c> where nothing was yet.</summary>
public class MessagingExtensionParameter
{
    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }
}

/// <summary>Which page of the results.</summary>
public class MessagingExtensionQueryOptions
{
    [JsonProperty("skip")]
    public int? Skip { get; set; }

    [JsonProperty("count")]
    public int? Count { get; set; }
}

/// <summary>The answer to a query.</summary>
public class MessagingExtensionResponse
{
    [JsonProperty("composeExtension")]
    public MessagingExtensionResult ComposeExtension { get; set; }
}

/// <summary>Attachments to choose from, or a text in their place.</summary>
public class MessagingExtensionResult
{
    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("attachments")]
    public IList<MessagingExtensionAttachment> Attachments { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }
}

/// <summary>What is put into the message, and what the list of results shows of it.</summary>
public class MessagingExtensionAttachment : Attachment
{
    [JsonProperty("preview")]
    public Attachment Preview { get; set; }
}
