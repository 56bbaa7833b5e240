using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CimentoBot.Tests.Shared.Postgres;

/// <summary>
/// A PostgreSQL server of this test process's own, in a folder of its own, behind a Unix socket; it is made at first use and goes
/// with the process. Where PostgreSQL is not installed, tests that need it are skipped and say so.
/// </summary>
internal sealed class PostgresCluster
{
    private const string Installed = "/usr/lib/postgresql";
    private const string SuperUser = "postgres";

    private static readonly Lazy<PostgresCluster> One = new(() => new PostgresCluster());
    private static int databases;
    private static Process? cleaner;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-pg-");
    private readonly string binaries = Binaries()!;

    /// <summary>A server that nobody else uses.</summary>
    public PostgresCluster()
    {
        CleanWhenThisProcessEnds();
        if (Environment.IsPrivilegedProcess)
        {
            // initdb refuses to run as root.
            Run("chown", SuperUser, folder.FullName);
        }

        RunAsServer("initdb", "--pgdata", Data, "--username", SuperUser, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        Start();
    }

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing => Binaries() is null ? $"PostgreSQL is not installed in {Installed}." : null;

    /// <summary>A connection string to a new, empty database. Its connections wait for each other sooner than those of a hospital would.</summary>
    public static string NewDatabase() => One.Value.NewDatabaseHere();

    /// <summary>The same on this server.</summary>
    public string NewDatabaseHere()
    {
        var name = $"test{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        using var connection = new NpgsqlConnection(ConnectionString(SuperUser) + ";Pooling=false");
        connection.Open();
        using var create = connection.CreateCommand();

        // Times and codes must be in order also where the database sorts as a French dictionary does.
#pragma warning disable CA2100 // The name is a number.
        create.CommandText = $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr' LOCALE 'C.UTF-8'";
#pragma warning restore CA2100
        create.ExecuteNonQuery();
        return ConnectionString(name) + ";Maximum Pool Size=20";
    }

    /// <summary>Starts it, or starts it again after it was killed.</summary>
    public void Start() => RunAsServer(
        "pg_ctl", "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(folder.FullName, "log"),
        "--options", $"-k {folder.FullName} -c listen_addresses='' -c fsync=off -c max_connections=400 -c shared_buffers=32MB");

    /// <summary>kill -9 of the server and of every process that serves a connection.</summary>
    public void Kill()
    {
        var server = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var id in children.Select(child => int.Parse(child, CultureInfo.InvariantCulture)).Prepend(server))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It has ended with the others.
            }
        }
    }

    /// <summary>Copies a database into another, new one, by a dump in a file, as the deployment page says.</summary>
    public static string DumpAndRestore(string connectionString)
    {
        var (from, into) = (new NpgsqlConnectionStringBuilder(connectionString), new NpgsqlConnectionStringBuilder(NewDatabase()));
        var dump = Path.Combine(One.Value.folder.FullName, from.Database + ".dump");
        One.Value.RunAsServer("pg_dump", "--format=custom", $"--file={dump}", $"--host={from.Host}", $"--username={from.Username}", from.Database!);
        One.Value.RunAsServer("pg_restore", "--exit-on-error", $"--host={into.Host}", $"--username={into.Username}", $"--dbname={into.Database}", dump);
        return into.ConnectionString;
    }

    private static string? Binaries() => Directory.Exists(Installed)
        ? Directory.EnumerateDirectories(Installed)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private static void Run(string program, params string[] arguments)
    {
        // The server outlives pg_ctl: whoever read from its pipes would wait for the server.
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {process.ExitCode.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("setpriv", [$"--reuid={SuperUser}", $"--regid={SuperUser}", "--clear-groups", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private string ConnectionString(string database) => $"Host={folder.FullName};Username={SuperUser};Database={database}";

    /// <summary>However this process ends, its end of the pipe closes with it.</summary>
    private void CleanWhenThisProcessEnds()
    {
        var server = Environment.IsPrivilegedProcess ? $"setpriv --reuid={SuperUser} --regid={SuperUser} --clear-groups " : "";
        var script = $"exec >/dev/null 2>&1; cat; {server}{Path.Combine(binaries, "pg_ctl")} stop --mode immediate --pgdata {Data}; rm -r {folder.FullName}";
        cleaner = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { UseShellExecute = false, RedirectStandardInput = true });
    }
}
