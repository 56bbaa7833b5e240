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

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext)?.State != null)
        {
            return;
        }

        var items = await storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var read);
        turnContext.TurnState[cacheKey] = read switch
        {
            IDictionary<string, object> properties => new CachedBotState(properties),
            JObject tree => new CachedBotState(tree.ToObject<IDictionary<string, object>>()),
            null => new CachedBotState(),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        };
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached != null && (force || cached.IsChanged()))
        {
            var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
            await storage.WriteAsync(changes, cancellationToken);
            cached.Remember();
        }
    }

    /// <summary>Empties the turn's copy, so that the next save writes an empty state.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var empty = new CachedBotState();
        empty.Forget();
        turnContext.TurnState[cacheKey] = empty;
        return Task.CompletedTask;
    }

    /// <summary>Takes it out of the turn and out of the storage.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) != null)
        {
            turnContext.TurnState.Remove(cacheKey);
        }

        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    public JToken Get(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return JObject.FromObject(GetCachedState(turnContext).State);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(cacheKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>The property as a T, read from JSON where it is; of a value type that is absent, a KeyNotFoundException.</summary>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        if (!GetCachedState(turnContext).State.TryGetValue(propertyName, out var value))
        {
            return typeof(T).IsValueType ? throw new KeyNotFoundException(propertyName) : Task.FromResult(default(T));
        }

        return Task.FromResult(value switch
        {
            T typed => typed,
            null => default,
            JToken tree and (JObject or JArray) => tree.ToObject<T>(),
            _ => JToken.FromObject(value).ToObject<T>(),
        });
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    /// <summary>The turn's copy, and the JSON that it had when it was read or last written.</summary>
    public class CachedBotState
    {
        private static readonly JsonSerializerSettings AnyDepth = new() { MaxDepth = null };

        private string written;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Remember();
        }

        public IDictionary<string, object> State { get; set; }

        internal bool IsChanged() => written != ToJson();

        internal void Remember() => written = ToJson();

        internal void Forget() => written = string.Empty;

        private string ToJson() => JsonConvert.SerializeObject(State, AnyDepth);
    }

    private sealed class Accessor<T>(BotState owner, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await owner.LoadAsync(turnContext, false, cancellationToken);
            await owner.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await owner.LoadAsync(turnContext, false, cancellationToken);
            T value;
            try
            {
                value = await owner.GetPropertyValueAsync<T>(turnContext, name, cancellationToken);
                if (value != null || defaultValueFactory == null)
                {
                    return value;
                }
            }
            catch (KeyNotFoundException)
            {
                if (defaultValueFactory == null)
                {
                    return default;
                }
            }

            value = defaultValueFactory();
            await SetAsync(turnContext, value, cancellationToken);
            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await owner.LoadAsync(turnContext, false, cancellationToken);
            await owner.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
