using CimentoBot.Conversation.Ports;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Bot.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Storage.Tests;

/// <summary>Storage over a real file in a folder of its own; restarting it forgets everything but the file.</summary>
internal sealed class StorageOfTheTest : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-storage-");
    private readonly Type[] stateTypes;
    private ServiceProvider services;

    public StorageOfTheTest(params Type[] stateTypes)
    {
        this.stateTypes = stateTypes;
        services = Start();
    }

    public string File => Path.Combine(folder.FullName, "deeper", "bot.db");

    public string ConnectionString => $"Data Source={File}";

    public ICaseStore Cases => services.GetRequiredService<ICaseStore>();

    public IOutbox Outbox => services.GetRequiredService<IOutbox>();

    public IBoardStore Boards => services.GetRequiredService<IBoardStore>();

    public IChannelDirectory Channels => services.GetRequiredService<IChannelDirectory>();

    public INotebook Notebook => services.GetRequiredService<INotebook>();

    public IStorage State => services.GetRequiredService<IStorage>();

    public IXmlRepository LinkKeys => services.GetRequiredService<IXmlRepository>();

    public IStorageHealth Health => services.GetRequiredService<IStorageHealth>();

    public Task PrepareAsync() => services.PrepareCimentoStorageAsync();

    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Start();
    }

    /// <summary>Looks past the stores, into the file.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private ServiceProvider Start() => new ServiceCollection()
        .AddCimentoStorage(new() { ConnectionString = ConnectionString, StateTypes = stateTypes })
        .BuildServiceProvider();
}
