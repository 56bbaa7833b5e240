using CimentoBot.Api;
using CimentoBot.Conversation.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CimentoBot.Configuration;

/// <summary>The links to paper, and the keys that sign them.</summary>
internal static class LinkKeys
{
    /// <summary>The same on every machine and in every folder, or instances would not read each other's links.</summary>
    private const string ApplicationName = "CimentoBot";

    /// <param name="services">The services.</param>
    /// <param name="publicUrl">Where browsers reach the bot; null = nowhere, and then no links are made.</param>
    public static IServiceCollection AddSheetLinks(this IServiceCollection services, Uri? publicUrl)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, kept) => keys.XmlRepository = kept);

        // That keys lie in the database as they are is decided (docs/decisions/0016-paper.md), not a warning at every new key.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        return services
            .AddSingleton(provider => new SheetLinks(
                provider.GetRequiredService<IDataProtectionProvider>(), publicUrl, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ISheetLinks>(provider => provider.GetRequiredService<SheetLinks>());
    }
}
