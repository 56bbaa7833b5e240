using System.Data.Common;
using CimentoBot.Conversation.Ports;
using CimentoBot.Tests.Shared.Postgres;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Bot.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CimentoBot.Storage.Tests;

/// <summary>Storage over a real file in a folder of its own, or over a real server; restarting it forgets everything but what is stored.</summary>
internal sealed class StorageOfTheTest : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-storage-");
    private readonly StorageProvider provider;
    private readonly Type[] stateTypes;
    private readonly List<StorageOfTheTest> others = [];
    private ServiceProvider services;

    public StorageOfTheTest(StorageProvider provider, params Type[] stateTypes)
    {
        Skip.If(provider is StorageProvider.Postgres && PostgresCluster.Missing is not null, PostgresCluster.Missing);
        this.provider = provider;
        this.stateTypes = stateTypes;
        ConnectionString = provider is StorageProvider.Postgres ? PostgresCluster.NewDatabase() : $"Data Source={File}";
        services = Start();
    }

    private StorageOfTheTest(StorageOfTheTest first)
    {
        provider = first.provider;
        stateTypes = first.stateTypes;
        ConnectionString = first.ConnectionString;
        services = Start();
    }

    public DirectoryInfo Folder => folder;

    public string File => Path.Combine(folder.FullName, "deeper", "bot.db");

    public string ConnectionString { get; }

    public ICaseStore Cases => services.GetRequiredService<ICaseStore>();

    public IOutbox Outbox => services.GetRequiredService<IOutbox>();

    public IBoardStore Boards => services.GetRequiredService<IBoardStore>();

    public IChannelDirectory Channels => services.GetRequiredService<IChannelDirectory>();

    public INotebook Notebook => services.GetRequiredService<INotebook>();

    public IAudit Audit => services.GetRequiredService<IAudit>();

    public IPersonalData Personal => services.GetRequiredService<IPersonalData>();

    public IRetention Retention => services.GetRequiredService<IRetention>();

    public ITurnBook Turns => services.GetRequiredService<ITurnBook>();

    public IStorage State => services.GetRequiredService<IStorage>();

    public IXmlRepository LinkKeys => services.GetRequiredService<IXmlRepository>();

    public IStorageHealth Health => services.GetRequiredService<IStorageHealth>();

    public Task PrepareAsync() => services.PrepareCimentoStorageAsync();

    public Task BackUpAsync(string file) => services.BackUpCimentoStorageAsync(file);

    /// <summary>Another instance on the same database.</summary>
    public StorageOfTheTest Another()
    {
        var another = new StorageOfTheTest(this);
        others.Add(another);
        return another;
    }

    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Start();
    }

    /// <summary>Looks past the stores, into the database.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A connection of somebody else's.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = provider is StorageProvider.Postgres
            ? new NpgsqlConnection(ConnectionString + ";Pooling=False")
            : new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private ServiceProvider Start() => new ServiceCollection()
        .AddCimentoStorage(new() { Provider = provider, ConnectionString = ConnectionString, StateTypes = stateTypes })
        .BuildServiceProvider();
}
