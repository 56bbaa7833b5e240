using CimentoBot.Configuration;
using CimentoBot.Storage;

namespace CimentoBot.Checks;

/// <summary>Whether the storage can be used as it is. Nothing is created or migrated.</summary>
internal static class StorageCheck
{
    private const string What = "storage";

    public static async Task<Finding> RunAsync(HostSettings settings)
    {
        var state = await StorageExamination.RunAsync(settings.Storage, CancellationToken.None);
        return state switch
        {
            { Problem: { } problem } => Finding.Wrong(What, $"Storage:ConnectionString: {problem}"),
            { Exists: false } => Finding.Ok(What, $"{state.Place}: not there yet; the first start makes it"),
            { Unknown.Count: > 0 } => Finding.Wrong(What, $"{state.Place} was migrated by a newer CimentoBot ({string.Join(", ", state.Unknown)}): start that version, or restore the backup from before it"),
            { Pending.Count: > 0 } => Finding.Ok(What, $"{state.Place}: the next start migrates it ({string.Join(", ", state.Pending)}); back it up first"),
            _ => Finding.Ok(What, $"{state.Place}: can be written to, schema up to date"),
        };
    }
}
