namespace Microsoft.Bot.Builder;

/// <summary>What lives as long as a turn, by key (without case) or by the full name of its type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool disposed;

    public TurnContextStateCollection()
        : base(StringComparer.InvariantCultureIgnoreCase)
    {
    }

    /// <summary>Null when there is nothing, or something of another type.</summary>
    public T Get<T>(string key)
        where T : class
    {
        RequireUsable(nameof(Get));
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName);

    public void Add<T>(string key, T value)
        where T : class
    {
        RequireUsable(nameof(Add));
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName, value);

    /// <summary>Adds or replaces; null is a value.</summary>
    public void Set<T>(string key, T value)
        where T : class
    {
        RequireUsable(nameof(Set));
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => disposed = true;

    private void RequireUsable(string method)
    {
        if (disposed)
        {
            throw new ObjectDisposedException(method);
        }
    }
}
