using CimentoBot.Conversation.Ports;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Storage;

/// <summary>Puts the storage behind its ports.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers the stores behind the ports of the conversation, the Bot Framework's <see cref="IStorage"/>, the
    /// <see cref="IXmlRepository"/> of the keys for links and <see cref="IStorageHealth"/>. A SQLite file is created, and every schema
    /// migrated, at first use or by <see cref="PrepareCimentoStorageAsync"/>.
    /// </summary>
    public static IServiceCollection AddCimentoStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton<Database>(_ => options.Provider is StorageProvider.Postgres
            ? new PostgresDatabase(options.ConnectionString)
            : new SqliteDatabase(options.ConnectionString))
        .AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<Database>())
        .AddSingleton<ICaseStore, CaseStore>()
        .AddSingleton<IBoardStore, BoardStore>()
        .AddSingleton<IChannelDirectory, ChannelDirectory>()
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<INotebook, Notebook>()
        .AddSingleton<ITurnBook, TurnBook>()
        .AddSingleton<IAudit, Audit>()
        .AddSingleton<IPersonalData, PersonalData>()
        .AddSingleton<IRetention, Retention>()
        .AddSingleton<IXmlRepository, LinkKeyStore>()
        .AddSingleton<IStorage>(provider => new BotStateStorage(
            provider.GetRequiredService<Database>(), new BotStateSerializer(options.StateTypes)));

    /// <summary>Creates a SQLite file with its folder and brings the schema to the newest version, so that a start that cannot work ends at once.</summary>
    /// <exception cref="StorageUnusableException">The database cannot be opened or migrated.</exception>
    public static Task PrepareCimentoStorageAsync(this IServiceProvider provider, CancellationToken cancellationToken = default) =>
        provider.GetRequiredService<Database>().PrepareAsync(cancellationToken);

    /// <summary>Writes a consistent copy of a SQLite file to one that is not there yet, while the bot runs.</summary>
    /// <exception cref="StorageUnusableException">There is no such file, it cannot be copied, or PostgreSQL has its own way.</exception>
    public static Task BackUpCimentoStorageAsync(this IServiceProvider provider, string file, CancellationToken cancellationToken = default) =>
        provider.GetRequiredService<Database>().BackUpAsync(file, cancellationToken);
}

/// <summary>Tells whether storage can be used right now.</summary>
public interface IStorageHealth
{
    /// <summary>True when the schema answers; never throws but when cancelled.</summary>
    Task<bool> ReachableAsync(CancellationToken cancellationToken);
}

/// <summary>The storage cannot be opened, migrated or copied.</summary>
public sealed class StorageUnusableException(string message, Exception? inner = null) : Exception(message, inner);
