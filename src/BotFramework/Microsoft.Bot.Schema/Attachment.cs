using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// A card or a file. Put cards into <see cref="Content"/> as JObject: an AdaptiveCard object there overflows the official
/// stack (its converter looks for streams in every property), and this stand-in refuses it for that reason.
/// </summary>
public class Attachment
{
    public Attachment()
    {
    }

    public Attachment(string contentType = null, string contentUrl = null, object content = null, string name = null, string thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    [JsonProperty("contentType")]
    public string ContentType { get; set; }

    [JsonProperty("contentUrl")]
    public string ContentUrl { get; set; }

    [JsonProperty("content")]
    [JsonConverter(typeof(AttachmentContentConverter))]
    public object Content { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    [JsonProperty("thumbnailUrl")]
    public string ThumbnailUrl { get; set; }
}
