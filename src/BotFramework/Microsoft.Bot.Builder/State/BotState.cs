using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Properties by name, read once a turn from one key of a storage and written back when their JSON has changed. No ETag
/// guards the write.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly string cacheKey;
    private readonly IStorage storage;

    public BotState(IStorage storage, string contextServiceKey)
    {
        this.storage = storage ?? throw new ArgumentNullException(nameof(storage));
        cacheKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentNullException(nameof(name))
        : new Accessor<T>(this, name);

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = turnContext.TurnState.Get<Cached>(cacheKey);
        if (cached != null && (force || cached.IsChanged()))
        {
            var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
            await storage.WriteAsync(changes, cancellationToken);
            cached.Remember();
        }
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    private async Task<IDictionary<string, object>> LoadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (turnContext.TurnState.Get<Cached>(cacheKey) is { } known)
        {
            return known.State;
        }

        var items = await storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var read);
        var cached = new Cached(read switch
        {
            IDictionary<string, object> properties => properties,
            JObject tree => tree.ToObject<IDictionary<string, object>>(),
            null => new Dictionary<string, object>(),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        });
        turnContext.TurnState.Set(cacheKey, cached);
        return cached.State;
    }

    /// <summary>The turn's copy, and the JSON that it had when it was read or last written.</summary>
    private sealed class Cached
    {
        private static readonly JsonSerializerSettings AnyDepth = new() { MaxDepth = null };

        private string written;

        public Cached(IDictionary<string, object> state)
        {
            State = state;
            Remember();
        }

        public IDictionary<string, object> State { get; }

        public bool IsChanged() => written != ToJson();

        public void Remember() => written = ToJson();

        private string ToJson() => JsonConvert.SerializeObject(State, AnyDepth);
    }

    private sealed class Accessor<T>(BotState owner, string name) : IStatePropertyAccessor<T>
    {
        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            var state = await owner.LoadAsync(turnContext, cancellationToken);
            var isThere = state.TryGetValue(name, out var kept);
            var value = kept switch
            {
                T typed => typed,
                null => default,
                JToken tree and (JObject or JArray) => tree.ToObject<T>(),
                _ => JToken.FromObject(kept).ToObject<T>(),
            };

            // A value type that is there as null is its default; one that is absent is made.
            if (defaultValueFactory == null || (isThere && value != null))
            {
                return value;
            }

            value = defaultValueFactory();
            state[name] = value;
            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken) =>
            (await owner.LoadAsync(turnContext, cancellationToken))[name] = value;
    }
}
