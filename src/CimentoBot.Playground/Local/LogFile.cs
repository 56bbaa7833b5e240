using System.Text;

namespace CimentoBot.Playground.Local;

/// <summary>A file that takes one program's output of one run, line by line, from any thread.</summary>
internal sealed class LogFile
{
    private readonly string path;
    private readonly Lock writing = new();

    public LogFile(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }

    public void Write(string line)
    {
        lock (writing)
        {
            File.AppendAllText(path, line + Environment.NewLine, Encoding.UTF8);
        }
    }

    /// <summary>The last lines of a log, which may not exist.</summary>
    public static IReadOnlyList<string> Tail(string path, int lines)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).TakeLast(lines)];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
