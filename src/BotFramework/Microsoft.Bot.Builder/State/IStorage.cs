namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key.</summary>
public interface IStorage
{
    /// <summary>The objects that are there; a key without one is absent from the answer.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object that is only written when nobody wrote it meanwhile; "*" writes anyway.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}

/// <summary>Typed reading.</summary>
public static class StorageExtensions
{
    /// <summary>What is there and of the type; the rest is left out.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var items = await storage.ReadAsync(keys, cancellationToken);
        return items
            .Where(item => item.Value is TStoreItem)
            .ToDictionary(item => item.Key, item => (TStoreItem)item.Value);
    }
}
