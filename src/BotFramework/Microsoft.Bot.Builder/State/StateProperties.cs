namespace Microsoft.Bot.Builder;

/// <summary>Makes accessors.</summary>
public interface IPropertyManager
{
}

/// <summary>A property of a state.</summary>
public interface IStatePropertyInfo
{
}

/// <summary>Reads and writes one property.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; when there is none, what the factory makes, which is then set.</summary>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}
