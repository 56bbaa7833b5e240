using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams puts into channel data, and back.</summary>
public static class TeamsActivityExtensions
{
    public static string TeamsGetSelectedChannelId(this IActivity activity) => DataOf(activity)?.Settings?.SelectedChannel?.Id;

    public static TeamsMeetingInfo TeamsGetMeetingInfo(this IActivity activity) => DataOf(activity)?.Meeting;

    public static string TeamsGetChannelId(this IActivity activity) => DataOf(activity)?.Channel?.Id;

    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => DataOf(activity)?.Team;

    public static IList<OnBehalfOf> TeamsGetTeamOnBehalfOf(this IActivity activity) => DataOf(activity)?.OnBehalfOf;

    /// <summary>Asks for a notification; channel data that is not of Teams is replaced.</summary>
    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting, string externalResourceUrl = null)
    {
        if (activity.ChannelData is not TeamsChannelData data)
        {
            data = new TeamsChannelData();
            activity.ChannelData = data;
        }

        data.Notification = new NotificationInfo
        {
            Alert = !alertInMeeting,
            AlertInMeeting = alertInMeeting,
            ExternalResourceUrl = externalResourceUrl,
        };
    }

    public static void TeamsNotifyUser(this IActivity activity) => activity.TeamsNotifyUser(false);

    private static TeamsChannelData DataOf(IActivity activity) => activity.GetChannelData<TeamsChannelData>();
}
