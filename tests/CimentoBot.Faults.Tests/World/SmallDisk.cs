using System.Diagnostics;

namespace CimentoBot.Faults.Tests.World;

/// <summary>A file system of a few megabytes, in memory; only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("cimentobot-disk-");

    public SmallDisk() => Missing = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", Folder)
        ? null
        : "A small file system cannot be mounted here.";

    public string Folder => place.FullName;

    /// <summary>Why there is none; null where there is one.</summary>
    public string? Missing { get; }

    private string Filling => Path.Combine(Folder, "filling");

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var file = File.Create(Filling);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filling);

    public void MayBeWritten(bool may)
    {
        if (!Mount("-o", may ? "remount,rw" : "remount,ro", Folder))
        {
            throw new InvalidOperationException("It cannot be mounted in another way.");
        }
    }

    public void Dispose()
    {
        if (Missing is null)
        {
            Run("umount", Folder);
        }

        place.Delete(recursive: true);
    }

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
