using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions in a message's text.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes "@bot" out of the text; returns, and leaves in the activity, what remains.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned.Id == activity.Recipient.Id))
        {
            var written = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            activity.Text = Regex.Replace(
                activity.Text, Regex.Escape(written), string.Empty, RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout).Trim();
        }

        return activity.Text;
    }
}
