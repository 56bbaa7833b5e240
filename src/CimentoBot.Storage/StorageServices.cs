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
    /// <see cref="IXmlRepository"/> of the keys for links and <see cref="IStorageHealth"/>. The file is created and migrated at first use, or by <see cref="PrepareCimentoStorageAsync"/>.
    /// </summary>
    public static IServiceCollection AddCimentoStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton<Database>(_ => new SqliteDatabase(options.ConnectionString))
        .AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<Database>())
        .AddSingleton<ICaseStore, CaseStore>()
        .AddSingleton<IBoardStore, BoardStore>()
        .AddSingleton<IChannelDirectory, ChannelDirectory>()
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<INotebook, Notebook>()
        .AddSingleton<IAudit, Audit>()
        .AddSingleton<IPersonalData, PersonalData>()
        .AddSingleton<IRetention, Retention>()
        .AddSingleton<IXmlRepository, LinkKeyStore>()
        .AddSingleton<IStorage>(provider => new BotStateStorage(
            provider.GetRequiredService<Database>(), new BotStateSerializer(options.StateTypes)));

    /// <summary>Creates the file with its folder and brings it to the newest schema, so that a start that cannot work ends at once.</summary>
    /// <exception cref="StorageUnusableException">The file cannot be opened or migrated.</exception>
    public static Task PrepareCimentoStorageAsync(this IServiceProvider provider, CancellationToken cancellationToken = default) =>
        provider.GetRequiredService<Database>().PrepareAsync(cancellationToken);
}

/// <summary>Tells whether storage can be used right now.</summary>
public interface IStorageHealth
{
    /// <summary>True when the schema answers; never throws but when cancelled.</summary>
    Task<bool> ReachableAsync(CancellationToken cancellationToken);
}

/// <summary>The storage cannot be opened or migrated.</summary>
public sealed class StorageUnusableException(string message, Exception inner) : Exception(message, inner);
