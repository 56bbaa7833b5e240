using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something that an activity speaks of; two are equal when their JSON is.</summary>
public class Entity
{
    private static readonly JsonSerializerSettings AnyDepth = new() { MaxDepth = null };

    public Entity()
    {
    }

    public Entity(string type = null)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    public T GetAs<T>() => JsonConvert.DeserializeObject<T>(ToJson(this), AnyDepth);

    public void SetAs<T>(T obj)
    {
        var read = JsonConvert.DeserializeObject<Entity>(ToJson(obj), AnyDepth);
        Type = read.Type;
        Properties = read.Properties;
    }

    public bool Equals(Entity other) => other != null && ToJson(this) == ToJson(other);

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj) || (obj?.GetType() == GetType() && Equals((Entity)obj));

    public override int GetHashCode() => base.GetHashCode();

    private static string ToJson(object value) => JsonConvert.SerializeObject(value, AnyDepth);
}

/// <summary>Somebody who is mentioned, and how the text writes it. Its type is always "mention".</summary>
public class Mention : Entity
{
    private const string EntityType = "mention";

    public Mention()
        : base(EntityType)
    {
    }

    public Mention(ChannelAccount mentioned = null, string text = null, string type = null)
        : base(EntityType)
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }
}
