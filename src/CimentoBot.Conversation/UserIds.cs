using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation;

/// <summary>
/// How people are called in whatever is kept: by their Entra object id. Whoever has none is called by a digest of the channel's id of
/// them, which may be anything that a channel makes up.
/// </summary>
internal static class UserIds
{
    private const int DigestLength = 32;

    public static string Of(ChannelAccount? account) => Of(account?.AadObjectId, account?.Id);

    public static string Of(string? objectId, string? channelId) =>
        !string.IsNullOrEmpty(objectId) ? objectId
        : string.IsNullOrEmpty(channelId) ? ""
        : "id-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(channelId)))[..DigestLength];
}
