using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Messages;

/// <summary>Whose users may talk to the bot. Every tenant that an activity names must be allowed, whatever its kind.</summary>
internal sealed class Tenants(BotSettings settings)
{
    public bool Allow(Activity activity)
    {
        var named = NamedBy(activity).ToList();
        return settings.AllowedTenants.Count == 0
            || (named.Count > 0 && named.All(tenant => settings.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The tenants of the conversation, of the channel's data and of the sender, as far as they are named.</summary>
    public static IEnumerable<string> NamedBy(Activity activity)
    {
        string?[] named =
        [
            activity.Conversation?.TenantId,
            Member(Member(activity.ChannelData as JToken, "tenant"), "id")?.ToString(),
            Member(activity.From?.Properties, "tenantId")?.ToString(),
        ];
        return named.Where(tenant => !string.IsNullOrEmpty(tenant)).OfType<string>();
    }

    private static JToken? Member(JToken? json, string name) => (json as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The token is good, but its tenant is not allowed.</summary>
internal sealed class TenantNotAllowedException() : Exception("The activity names a tenant that is not allowed, or none.");
