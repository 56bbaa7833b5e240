using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CimentoBot.Faults.Tests.World;

/// <summary>What outlives the bot: its database, which the tests read beside it.</summary>
internal abstract class Store : IDisposable
{
    private const string Ended = "2000-01-01T00:00:00.0000000Z";

    /// <summary>The bot's settings for it.</summary>
    public abstract IEnumerable<(string Name, string Value)> Settings { get; }

    public abstract Task<DbConnection> OpenAsync();

    /// <summary>Every row of a table, as its key and its body.</summary>
    public async Task<IReadOnlyList<Row>> BodiesAsync(string table)
    {
        await using var connection = await OpenAsync();
        return [.. await connection.QueryAsync<Row>(table == "cases" ? "SELECT code, owner, body FROM cases" : "SELECT code, channel AS owner, body FROM boards")];
    }

    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await OpenAsync();
        return await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>The leases of a bot that has gone are over, as if their half minute and their minute had passed.</summary>
    public async Task EndLeasesAsync()
    {
        await ExecuteAsync("UPDATE turns SET until = @Ended", new { Ended });
        await ExecuteAsync("UPDATE outbox SET leased_until = @Ended WHERE leased_until IS NOT NULL AND sent_at IS NULL", new { Ended });
    }

    /// <summary>How many messages wait to be sent; reminders of other days aside.</summary>
    public async Task<long> WaitingAsync()
    {
        await using var connection = await OpenAsync();
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(10).ToString("s", CultureInfo.InvariantCulture);
        return await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND due_at < @soon", new { soon });
    }

    public abstract void Dispose();

    /// <param name="Code">The case.</param>
    /// <param name="Owner">Whose it is, or where it was presented.</param>
    /// <param name="Body">The rest of it.</param>
    internal sealed record Row(string Code, string Owner, string Body);
}

/// <summary>A SQLite file.</summary>
/// <param name="folder">Where it lies; null = in a folder of its own, which goes with it.</param>
internal sealed class SqliteStore(string? folder = null) : Store
{
    private readonly DirectoryInfo? own = folder is null ? Directory.CreateTempSubdirectory("cimentobot-faults-") : null;

    public string File => Path.Combine(folder ?? own!.FullName, "bot.db");

    public override IEnumerable<(string Name, string Value)> Settings => [("Storage__Provider", "Sqlite"), ("Storage__ConnectionString", $"Data Source={File}")];

    public override async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=30");
        await connection.OpenAsync();
        return connection;
    }

    public override void Dispose() => own?.Delete(recursive: true);
}

/// <summary>A database of a PostgreSQL server.</summary>
internal sealed class PostgresStore(string connectionString) : Store
{
    public override IEnumerable<(string Name, string Value)> Settings => [("Storage__Provider", "Postgres"), ("Storage__ConnectionString", connectionString)];

    public override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Options=-c default_transaction_read_only=off");
        await connection.OpenAsync();
        return connection;
    }

    public override void Dispose()
    {
        // It goes with its server.
    }
}
