using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using DbUp;
using DbUp.Engine;
using Npgsql;

namespace CimentoBot.Storage;

/// <summary>A PostgreSQL database: connections from a pool, statements prepared after some uses, none without a limit of time.</summary>
internal sealed partial class PostgresDatabase : Database
{
    /// <summary>
    /// What a connection string need not say. Several instances share the connections that a server allows; a statement ends before the one who waits for it gives up, and a transaction whose process
    /// hangs gives its locks back.
    /// </summary>
    private const string Usual =
        "Application Name=CimentoBot;Timeout=5;Command Timeout=15;Keepalive=30;Maximum Pool Size=30;Max Auto Prepare=100;"
        + "Options=-c statement_timeout=10s -c idle_in_transaction_session_timeout=30s;";

    /// <summary>A migration of much data takes its time, and so does waiting for another instance's.</summary>
    private const string WhileMigrating = ";Pooling=false;Command Timeout=600;Options=-c statement_timeout=0";

    /// <summary>Any number will do that nothing else in the database locks.</summary>
    private const long MigrationLock = 0x43696D656E746F;

    private const int MostTries = 5;
    private const int PatienceOfHealth = 3;

    private readonly NpgsqlConnectionStringBuilder settings;
    private readonly NpgsqlDataSource source;

    public PostgresDatabase(string connectionString)
    {
        settings = new(Usual + connectionString);
        source = NpgsqlDataSource.Create(settings);
    }

    public override string SkippingLocked => Locking + " SKIP LOCKED";

    public override string Locking => "FOR UPDATE";

    /// <summary>Enough: every statement that changes something says what it expects to find, and is told when that is no longer so.</summary>
    protected override IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    protected override string Place => $"{settings.Host}/{settings.Database}";

    public override async Task<bool> ReachableAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition(Ping, commandTimeout: PatienceOfHealth, cancellationToken: cancellationToken));
                return true;
            }
            catch (DbException failure) when (MayTryAgain(failure, tries, commitBegun: false))
            {
                // A connection of the pool that had gone stale says nothing about the database.
            }
            catch (Exception failure) when (IsOutside(failure))
            {
                return false;
            }
        }
    }

    public override Task BackUpAsync(string file, CancellationToken cancellationToken) => throw new StorageUnusableException(
        $"'{Place}' is a PostgreSQL database: back it up with pg_dump, for example pg_dump --format=custom --file={file}.");

    public override Task QueueAsync(DbTransaction transaction, string name, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", new { name }, cancellationToken);

    public override void Dispose()
    {
        source.Dispose();
        base.Dispose();
    }

    /// <summary>Given up for another's sake: as often as that may happen. A connection that broke: once, with none of those that were open then.</summary>
    protected override bool MayTryAgain(DbException failure, int tries, bool commitBegun)
    {
        if (failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
        {
            return tries < MostTries;
        }

        if (tries > 1 || commitBegun || !failure.IsTransient || failure.InnerException is TimeoutException)
        {
            return false;
        }

        source.Clear();
        return true;
    }

    protected override async Task<T> LendAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await use(connection);
    }

    protected override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var patient = settings.ConnectionString + WhileMigrating;
        await using var guard = new NpgsqlConnection(patient);
        await guard.OpenAsync(cancellationToken);
        await guard.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@MigrationLock)", new { MigrationLock }, cancellationToken: cancellationToken));
        if (await Migrations.AreNeededAsync(guard, Migrations.Postgres, Place, cancellationToken))
        {
            RunScripts(patient);
        }
    }

    private void RunScripts(string patient) => Migrations.Run(
        DeployChanges.To.PostgresqlDatabase(patient).WithPreprocessor(new TextInOrderOfBytes()).WithVariablesDisabled().WithTransaction(), Migrations.Postgres, Place);

    /// <summary>Text is compared as SQLite compares it, whatever language the database was created for: times and codes rely on it.</summary>
    private sealed partial class TextInOrderOfBytes : IScriptPreprocessor
    {
        public string Process(string contents) => TextType().Replace(contents, "TEXT COLLATE \"C\"");

        [GeneratedRegex(@"\bTEXT\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
        private static partial Regex TextType();
    }
}
