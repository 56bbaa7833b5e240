using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions in a message's text.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) => MentionsOf(activity, id).Any();

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient.Id);

    /// <summary>Takes "@bot" out of the text; returns, and leaves in the activity, what remains.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient.Id);

    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in MentionsOf(activity, id))
        {
            var written = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            activity.Text = Regex.Replace(
                activity.Text, Regex.Escape(written), string.Empty, RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout).Trim();
        }

        return activity.Text;
    }

    private static IEnumerable<Mention> MentionsOf(IMessageActivity activity, string id) =>
        activity.GetMentions().Where(mention => mention.Mentioned.Id == id);
}

/// <summary>The locale of any activity.</summary>
public static class IActivityExtensions
{
    public static string GetLocale(this IActivity activity) => ((Activity)activity).Locale;

    public static void SetLocale(this IActivity activity, string locale) => ((Activity)activity).Locale = locale;
}
