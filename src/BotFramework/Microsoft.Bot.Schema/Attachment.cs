using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// A card or a file. Put cards into <see cref="Content"/> as JObject: an AdaptiveCard object there overflows the official
/// stack (its converter looks for streams in every property), and this stand-in refuses it for that reason.
/// </summary>
public class Attachment
{
    [JsonProperty("contentType")]
    public string ContentType { get; set; }

    [JsonProperty("contentUrl")]
    public string ContentUrl { get; set; }

    [JsonProperty("content")]
    [JsonConverter(typeof(AttachmentMemoryStreamConverter))]
    public object Content { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    [JsonProperty("thumbnailUrl")]
    public string ThumbnailUrl { get; set; }
}
