using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Board;

/// <summary>A post of which nobody knows whether it arrived: what is pressed on its card in the channel shows where it stands.</summary>
internal static class Arrival
{
    /// <summary>A thread's id ends with this and the id of the message that began it.</summary>
    public const string ThreadMark = ";messageid=";

    /// <summary>The post with its thread and message, where an action comes from its very card; else as it is known.</summary>
    /// <param name="activity">The action, and the message that it was pressed on.</param>
    /// <param name="submission">What the card says: which presentation it shows.</param>
    /// <param name="post">What is known of the post.</param>
    /// <param name="board">What was presented; another session's card is not this one.</param>
    public static BoardPost Shown(Activity activity, CardSubmission submission, BoardPost post, BoardCase board)
    {
        var thread = activity.Conversation.Id.Split(ThreadMark);
        return post.Message is null && (post.Channel, post.Session) == (board.Channel, board.Session)
            && submission.Revision == board.Current.Number && thread.Length == 2 && thread[1] == activity.ReplyToId
                ? post with
                {
                    Conversation = activity.Conversation.Id,
                    Message = activity.ReplyToId,
                    Shown = CaseFile.FingerprintOf(board.Current.Facts),
                    Refused = null,
                    Unanswered = null,
                }
                : post;
    }

    /// <summary>Writes down where a post stands, unless that is known by now, and has it brought up to date.</summary>
    public static async Task<CaseFile> KeepAsync(Desk desk, CaseFile file, BoardPost shown, CancellationToken cancellationToken)
    {
        while (file.Post is { Message: null } post && shown.Message is not null && (post.Channel, post.Session) == (shown.Channel, shown.Session))
        {
            try
            {
                var known = post with { Conversation = shown.Conversation, Message = shown.Message, Shown = shown.Shown, Refused = null, Unanswered = null };
                return await desk.Files.SaveAsync(file with { Post = known }, cancellationToken, BoardDesk.RewriteKind);
            }
            catch (CaseChangedException)
            {
                file = (await desk.Files.FindAsync(file.Code, cancellationToken))!;
            }
        }

        return file;
    }
}
