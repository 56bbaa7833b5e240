using System.Data.Common;

namespace CimentoBot.Storage;

/// <summary>
/// Opens connections: one for each operation. The stores above speak SQL that SQLite and PostgreSQL both take, so that another
/// database is another class beside <see cref="SqliteDatabase"/>.
/// </summary>
internal abstract class Database : IStorageHealth
{
    /// <summary>Creates what is missing and migrates; once.</summary>
    /// <exception cref="StorageUnusableException">That cannot be done.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    public abstract Task<bool> ReachableAsync(CancellationToken cancellationToken);

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>Runs a change in a serializable transaction, which is rolled back when the change throws.</summary>
    public abstract Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken);

    /// <summary>Sees to it that what was deleted or overwritten is nowhere left in the files, as far as that can be done while others work.</summary>
    public virtual Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The body of <see cref="WriteAsync"/>, for those who guard it.</summary>
    protected async Task<T> ChangeAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellationToken);
        var result = await change(transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
