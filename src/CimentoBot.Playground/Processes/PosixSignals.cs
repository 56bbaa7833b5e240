using System.Runtime.InteropServices;

namespace CimentoBot.Playground.Processes;

/// <summary>What .NET does not offer: to ask another process to end, rather than to kill it.</summary>
internal static partial class PosixSignals
{
    private const int Term = 15;

    /// <summary>Sends SIGTERM; false where there is none (Windows) or nobody to get it.</summary>
    public static bool Terminate(int processId) => !OperatingSystem.IsWindows() && Kill(processId, Term) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
