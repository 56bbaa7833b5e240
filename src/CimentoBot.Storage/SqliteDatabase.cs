using System.Data;
using System.Data.Common;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage;

/// <summary>A SQLite file in write-ahead mode: readers never wait, one writer at a time.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>How long a writer waits for one of another process, in seconds.</summary>
    private const int BusySeconds = 10;

    /// <summary>Each kept connection has pages and statements of its own: a burst leaves no more than these behind.</summary>
    private const int MostIdle = 8;

    private readonly SqliteConnectionStringBuilder settings;

    private readonly Lock lending = new();

    /// <summary>Open connections that nobody uses, the oldest first: what one has read of the file it need not read again until another writes.</summary>
    private readonly PriorityQueue<KeptConnection, int> idle = new();

    private int opened;
    private bool closed;

    /// <summary>Writers of this process queue here without holding a thread; SQLite's own waiting blocks one each.</summary>
    private readonly SemaphoreSlim writing = new(1);

    public SqliteDatabase(string connectionString) =>
        settings = new(connectionString) { ForeignKeys = true, DefaultTimeout = BusySeconds, Pooling = false };

    /// <summary>A transaction here has the file to itself.</summary>
    public override string SkippingLocked => "";

    public override string Locking => "";

    protected override IsolationLevel Isolation => IsolationLevel.Serializable;

    protected override string Place => settings.DataSource;

    public override async Task<bool> ReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenExistingAsync(cancellationToken);
            await connection.RunAsync(Ping, cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public override async Task BackUpAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw new StorageUnusableException($"'{file}' exists already.");
        }

        // Half a copy would be taken for a whole one some day.
        var half = file + ".part";
        try
        {
            await using (var connection = await OpenExistingAsync(cancellationToken))
            await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = half, Pooling = false }.ConnectionString))
            {
                await copy.OpenAsync(cancellationToken);
                connection.BackupDatabase(copy);
            }

            File.Move(half, file);
        }
        catch (Exception failure) when (IsOutside(failure))
        {
            File.Delete(half);
            throw new StorageUnusableException($"'{Place}' cannot be copied to '{file}': {failure.Message}", failure);
        }
    }

    public override async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            return await base.WriteAsync(change, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public override Task QueueAsync(DbTransaction transaction, string name, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The write-ahead log still holds pages as they were: it is written into the file and emptied.</summary>
    public override Task ScrubAsync(CancellationToken cancellationToken) => ReadAsync(
        connection => connection.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken), cancellationToken);

    /// <summary>Lets go of the file.</summary>
    public override void Dispose()
    {
        lock (lending)
        {
            closed = true;
            while (idle.TryDequeue(out var connection, out _))
            {
                connection.Dispose();
            }
        }

        writing.Dispose();
        base.Dispose();
    }

    protected override bool MayTryAgain(DbException failure, int tries, bool commitBegun) => false;

    /// <summary>Connections stay open: each would have to be told the same again. One on which something failed is not used again.</summary>
    protected override async Task<T> LendAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // Given back, or disposed of below.
        var connection = TakeIdle() ?? await OpenAsync(cancellationToken);
#pragma warning restore CA2000
        var isSound = false;
        try
        {
            var result = await use(connection);
            isSound = true;
            return result;
        }
        finally
        {
            if (!isSound || !GiveBack(connection))
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>Two processes that start at once wait here for each other: what writes is inside one transaction, which the first began.</summary>
    protected override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var connection = await OpenAsync(cancellationToken);
        await connection.RunAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await connection.RunAsync("BEGIN IMMEDIATE", cancellationToken);
        try
        {
            if (await Migrations.AreNeededAsync(connection, Migrations.Sqlite, Place, cancellationToken))
            {
                RunScripts(connection);
            }

            await connection.RunAsync("COMMIT", cancellationToken);
        }
        catch
        {
            await connection.RunAsync("ROLLBACK", CancellationToken.None);
            throw;
        }
    }

    private void RunScripts(DbConnection connection)
    {
        using var shared = new SharedConnection(connection);
        Migrations.Run(DeployChanges.To.SqliteDatabase(shared).WithoutTransaction(), Migrations.Sqlite, Place);
    }

    private async Task<KeptConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new KeptConnection(settings.ConnectionString, Interlocked.Increment(ref opened));
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.RunAsync($"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA secure_delete = ON", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private KeptConnection? TakeIdle()
    {
        lock (lending)
        {
            return idle.TryDequeue(out var connection, out _) ? connection : null;
        }
    }

    /// <summary>False when it is not wanted any more.</summary>
    private bool GiveBack(KeptConnection connection)
    {
        lock (lending)
        {
            var isWanted = !closed && idle.Count < MostIdle;
            if (isWanted)
            {
                idle.Enqueue(connection, connection.Number);
            }

            return isWanted;
        }
    }

    /// <summary>None that is kept, which would still hold a file that is gone, and never creating one.</summary>
    private async Task<SqliteConnection> OpenExistingAsync(CancellationToken cancellationToken)
    {
        var strict = new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };
        var connection = new SqliteConnection(strict.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
