using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Board;

/// <summary>Conversations that take nothing from the bot: nothing is sent there of its own accord until somebody speaks there again.</summary>
public sealed class Refusals(INotebook notebook)
{
    private const string Taken = "";

    public Task RememberAsync(string conversation, Refused reason, CancellationToken cancellationToken) =>
        notebook.SetAsync(Key(conversation), reason.ToString(), cancellationToken);

    public async Task<bool> RefusesAsync(string conversation, CancellationToken cancellationToken) =>
        await notebook.FindAsync(Key(conversation), cancellationToken) is { Length: > 0 };

    /// <summary>Somebody wrote there, so that the bot may, too.</summary>
    public async Task HeardFromAsync(string conversation, CancellationToken cancellationToken)
    {
        if (await RefusesAsync(conversation, cancellationToken))
        {
            await notebook.SetAsync(Key(conversation), Taken, cancellationToken);
        }
    }

    private static string Key(string conversation) => $"refused:{conversation}";
}
