using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace CimentoBot.Commands;

/// <summary>The app of the folder <c>manifest/</c>, which is built in: its two placeholders replaced, zipped without a folder.</summary>
internal static class TeamsAppPackage
{
    private const string Manifest = "manifest.json";

    /// <summary>Every file of the app.</summary>
    private static readonly string[] Files = [Manifest, "fr.json", "en.json", "color.png", "outline.png"];

    /// <summary>The earliest day that a zip can name: the same app gives the same bytes on every day.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The version that Teams compares on an update.</summary>
    public static string Version { get; } = JsonNode.Parse(Text(Manifest))!["version"]!.GetValue<string>();

    /// <param name="botId">The application id of the bot's registration.</param>
    /// <param name="domain">The host of the hospital's pages about the bot.</param>
    public static byte[] Zip(Guid botId, string domain)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = zip.CreateEntry(file);
                entry.LastWriteTime = Day;
                using var into = entry.Open();
                into.Write(file == Manifest ? Encoding.UTF8.GetBytes(Filled(botId, domain)) : Bytes(file));
            }
        }

        return written.ToArray();
    }

    private static string Filled(Guid botId, string domain) => Text(Manifest)
        .Replace("${{BOT_ID}}", botId.ToString("D"), StringComparison.Ordinal)
        .Replace("${{SITE_DOMAIN}}", domain, StringComparison.Ordinal);

    private static string Text(string file) => Encoding.UTF8.GetString(Bytes(file));

    private static byte[] Bytes(string file)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"manifest/{file}")
            ?? throw new InvalidOperationException($"{file} is not built in.");
        using var read = new MemoryStream();
        resource.CopyTo(read);
        return read.ToArray();
    }
}
