namespace CimentoBot.Conversation.Ports;

/// <summary>Small things to remember: a user's language, that a conversation was welcomed.</summary>
public interface INotebook
{
    /// <summary>What stands under a key, or null.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes, over what stood there.</summary>
    Task SetAsync(string key, string value, CancellationToken cancellationToken);

    /// <summary>Writes if nothing stands there yet; false when something does. Safe against two doing so at once.</summary>
    Task<bool> TryAddAsync(string key, string value, CancellationToken cancellationToken);
}
