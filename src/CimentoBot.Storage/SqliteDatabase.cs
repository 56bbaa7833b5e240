using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage;

/// <summary>A SQLite file in write-ahead mode: readers never wait, one writer at a time.</summary>
internal sealed class SqliteDatabase : Database, IDisposable
{
    /// <summary>How long a writer waits for one of another process, in seconds.</summary>
    private const int BusySeconds = 10;

    private readonly SqliteConnectionStringBuilder settings;
    private readonly SemaphoreSlim preparing = new(1);

    /// <summary>Writers of this process queue here without holding a thread; SQLite's own waiting blocks one each.</summary>
    private readonly SemaphoreSlim writing = new(1);

    private volatile bool prepared;

    public SqliteDatabase(string connectionString) =>
        settings = new(connectionString) { ForeignKeys = true, DefaultTimeout = BusySeconds };

    public override async Task PrepareAsync(CancellationToken cancellationToken)
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
                await CreateAsync(cancellationToken);
                prepared = true;
            }
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnusableException($"'{settings.DataSource}' cannot be used: {failure.Message}", failure);
        }
        finally
        {
            preparing.Release();
        }
    }

    public override async Task<bool> ReachableAsync(CancellationToken cancellationToken)
    {
        // Not from the pool, which would still hold a file that is gone, and never creating one.
        var strict = new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        try
        {
            await using var connection = new SqliteConnection(strict.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteScalarAsync(new CommandDefinition("SELECT COUNT(*) FROM notebook WHERE name = ''", cancellationToken: cancellationToken));
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            return await ChangeAsync(change, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The write-ahead log still holds pages as they were: it is written into the file and emptied.</summary>
    public override Task ScrubAsync(CancellationToken cancellationToken) => ReadAsync(
        connection => connection.ExecuteAsync(new CommandDefinition("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(settings.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        preparing.Dispose();
        writing.Dispose();
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA secure_delete = ON", cancellationToken: cancellationToken));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>What only one database understands says so at its name's end.</summary>
    private static bool IsForSqlite(string script) =>
        script.EndsWith(".sql", StringComparison.Ordinal) && !script.EndsWith(".postgres.sql", StringComparison.Ordinal);

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using (var connection = await OpenAsync(cancellationToken))
        {
            await connection.ExecuteAsync(new CommandDefinition("PRAGMA journal_mode = WAL", cancellationToken: cancellationToken));
        }

        var migrated = DeployChanges.To
            .SqliteDatabase(settings.ConnectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsForSqlite)
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!migrated.Successful)
        {
            throw new StorageUnusableException(
                $"'{settings.DataSource}' cannot be migrated ({migrated.ErrorScript?.Name}): {migrated.Error.Message}", migrated.Error);
        }
    }
}
