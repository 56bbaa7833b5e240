using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Keeps JSON trees with the types of their objects. It never goes through text, so that an int stays an int: what it
/// proves about numbers and dates does not hold for a store of text.
/// </summary>
public class MemoryStorage : IStorage
{
    private const string ETagName = "eTag";

#pragma warning disable CA2326, CA2327, CA2329 // Official behaviour, which dialogs rely on; what is read was written by this process.
    private static readonly JsonSerializer TypedSerializer = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        MaxDepth = null,
    };
#pragma warning restore CA2326, CA2327, CA2329

    private readonly Lock gate = new();
    private readonly Dictionary<string, JObject> memory;
    private int writes;

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
    {
        memory = dictionary ?? new Dictionary<string, JObject>();
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
            {
                memory.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (memory.TryGetValue(key, out var tree) && tree != null)
                {
                    found.Add(key, tree.ToObject<object>(TypedSerializer));
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <summary>Writes one after the other; a stale <see cref="IStoreItem"/> is an ArgumentException, and the ones before it stay written.</summary>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var (key, value) in changes)
            {
                memory[key] = TreeOf(value, memory.GetValueOrDefault(key));
            }
        }

        return Task.CompletedTask;
    }

    private JObject TreeOf(object value, JObject old)
    {
        if (value == null)
        {
            return null;
        }

        var tree = JObject.FromObject(value, TypedSerializer);
        if (value is IStoreItem item)
        {
            var current = old?[ETagName]?.Value<string>();
            if (current != null && item.ETag != "*" && item.ETag != current)
            {
                throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {current}");
            }

            tree[ETagName] = writes++.ToString(CultureInfo.InvariantCulture);
        }

        return tree;
    }
}
