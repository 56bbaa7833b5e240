using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The channels of a team.</summary>
public class ConversationList
{
    [JsonProperty("conversations")]
    public IList<ChannelInfo> Conversations { get; set; }
}

/// <summary>A member of a team or chat.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    [JsonProperty("givenName")]
    public string GivenName { get; set; }

    [JsonProperty("surname")]
    public string Surname { get; set; }

    [JsonProperty("email")]
    public string Email { get; set; }

    [JsonProperty("userPrincipalName")]
    public string UserPrincipalName { get; set; }

    [JsonProperty("userRole")]
    public string UserRole { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }

    // Teams says "objectId" where the Bot Framework says "aadObjectId"; both are read and printed.
    [JsonProperty("objectId")]
    private string ObjectId
    {
        get => AadObjectId;
        set => AadObjectId = value;
    }
}
