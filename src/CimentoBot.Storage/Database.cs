using System.Data;
using System.Data.Common;

namespace CimentoBot.Storage;

/// <summary>
/// Gives connections, one for each operation. The stores above speak SQL that SQLite and PostgreSQL both take; what differs stands
/// in <see cref="SqliteDatabase"/> and <see cref="PostgresDatabase"/>.
/// </summary>
internal abstract class Database : IStorageHealth, IDisposable
{
    /// <summary>Changes nothing, and fails unless the schema is there and may be written.</summary>
    protected const string Ping = "UPDATE notebook SET value = value WHERE name = ''";

    private readonly SemaphoreSlim preparing = new(1);

    private volatile bool prepared;

    /// <summary>What follows a SELECT whose rows are about to be changed: those that another transaction holds are passed over.</summary>
    public abstract string SkippingLocked { get; }

    /// <summary>What follows a SELECT whose rows are about to be changed: nobody else changes them until the transaction ends.</summary>
    public abstract string Locking { get; }

    /// <summary>The level at which every change is either whole or not there, given that its statements say what they expect.</summary>
    protected abstract IsolationLevel Isolation { get; }

    /// <summary>What to call the database in a message: no password.</summary>
    protected abstract string Place { get; }

    /// <summary>Creates what is missing and migrates; once, also where several processes come at the same time.</summary>
    /// <exception cref="StorageUnusableException">That cannot be done.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (prepared)
        {
            return;
        }

        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!prepared)
            {
                await MigrateAsync(cancellationToken);
                prepared = true;
            }
        }
        catch (Exception failure) when (IsOutside(failure))
        {
            throw new StorageUnusableException($"'{Place}' cannot be used: {failure.Message}", failure);
        }
        finally
        {
            preparing.Release();
        }
    }

    public abstract Task<bool> ReachableAsync(CancellationToken cancellationToken);

    /// <summary>Writes a consistent copy to a file that is not there yet, while others go on writing.</summary>
    /// <exception cref="StorageUnusableException">That cannot be done.</exception>
    public abstract Task BackUpAsync(string file, CancellationToken cancellationToken);

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) => TryAsync(
        _ => LendAsync(read, cancellationToken), cancellationToken);

    /// <summary>
    /// Runs a change in a transaction, which is rolled back when the change throws. Where the database gives it up for another's sake
    /// it runs again: a change does nothing but SQL.
    /// </summary>
    public virtual Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken) => TryAsync(
        commit => LendAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(Isolation, cancellationToken);
                var result = await change(transaction);
                commit.Begun = true;
                await transaction.CommitAsync(cancellationToken);
                return result;
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Until the transaction ends, nobody else gets past this with the same name.</summary>
    public abstract Task QueueAsync(DbTransaction transaction, string name, CancellationToken cancellationToken);

    public virtual void Dispose() => preparing.Dispose();

    protected abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Sees to it that what was deleted or overwritten is nowhere left in the files, as far as that can be done while others work.</summary>
    public virtual Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives a connection for one operation.</summary>
    protected abstract Task<T> LendAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken);

    /// <summary>Whether what failed is known not to have happened, and may well succeed at once.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="tries">How often it was tried.</param>
    /// <param name="commitBegun">Whether the end of the transaction was asked for: then a lost connection tells nothing.</param>
    protected abstract bool MayTryAgain(DbException failure, int tries, bool commitBegun);

    /// <summary>Whether a failure is the database's, the disk's or the network's, not ours.</summary>
    protected static bool IsOutside(Exception failure) =>
        failure is DbException or IOException or UnauthorizedAccessException or TimeoutException or System.Net.Sockets.SocketException;

    private async Task<T> TryAsync<T>(Func<Commit, Task<T>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var commit = new Commit();
            try
            {
                return await work(commit);
            }
            catch (DbException failure) when (MayTryAgain(failure, tries, commit.Begun))
            {
                // Again, on what stands now.
            }
        }
    }

    private sealed class Commit
    {
        public bool Begun { get; set; }
    }
}
