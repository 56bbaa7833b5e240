using CimentoBot.Storage;
using Microsoft.AspNetCore.Connections;

namespace CimentoBot.Configuration;

/// <summary>Failures of the start that whoever starts the bot can mend, in one line each that names the setting.</summary>
internal static class StartFailure
{
    /// <summary>The line; null for a failure of another kind, which is a defect and keeps its stack trace.</summary>
    public static string? LineFor(Exception failure) => failure switch
    {
        SettingException => failure.Message,
        StorageUnusableException => $"Storage:ConnectionString: {OneLine(failure.Message)}",
        InvalidDataException => $"appsettings.json: {OneLine(failure.Message)} {OneLine(failure.InnerException?.Message ?? "")}",
        IOException { InnerException: AddressInUseException } => $"ASPNETCORE_URLS: {OneLine(failure.Message)}",
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
