using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Npm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Playground.Gallery;

/// <summary>
/// A page with every card, drawn by the library that clients use, with Teams' host configurations: what the local Teams cannot show
/// (dark, narrow), and what the screenshot tests look at.
/// </summary>
internal sealed class CardGallery : IAsyncDisposable
{
    public const int UsualPort = 56160;

    private static readonly Dictionary<string, (NpmFolder Folder, string[] Path, string ContentType)> Libraries = new()
    {
        ["adaptivecards.js"] = (NpmFolder.CardRenderer, ["adaptivecards", "dist", "adaptivecards.js"], "text/javascript"),
        ["adaptivecards.css"] = (NpmFolder.CardRenderer, ["adaptivecards", "dist", "adaptivecards.css"], "text/css"),
        ["markdown-it.js"] = (NpmFolder.CardRenderer, ["markdown-it", "dist", "markdown-it.min.js"], "text/javascript"),
        ["teams-light.json"] = (NpmFolder.CardHostConfigs, ["adaptivecards-designer", "lib", "hostConfigs", "microsoft-teams-light.json"], "application/json"),
        ["teams-dark.json"] = (NpmFolder.CardHostConfigs, ["adaptivecards-designer", "lib", "hostConfigs", "microsoft-teams-dark.json"], "application/json"),
        ["teams-light.css"] = (NpmFolder.CardHostConfigs, ["adaptivecards-designer", "dist", "containers", "teams-container-light.css"], "text/css"),
        ["teams-dark.css"] = (NpmFolder.CardHostConfigs, ["adaptivecards-designer", "dist", "containers", "teams-container-dark.css"], "text/css"),
    };

    private readonly WebApplication server;

    private CardGallery(WebApplication server) => this.server = server;

    public Uri Url => new(server.Urls.First());

    /// <summary>Installs what draws the cards unless it is there.</summary>
    /// <exception cref="NpmException">npm failed.</exception>
    public static async Task InstallAsync(NodeTools tools, TextWriter progress, CancellationToken cancellationToken)
    {
        await NpmFolder.CardRenderer.EnsureAsync(tools, progress, cancellationToken);
        await NpmFolder.CardHostConfigs.EnsureAsync(tools, progress, cancellationToken);
    }

    /// <param name="cards">What is shown.</param>
    /// <param name="port">A port of the loopback interface; 0 = any that is free.</param>
    public static async Task<CardGallery> StartAsync(IReadOnlyList<GalleryCard> cards, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.MapGet("/", () => Results.Text(Embedded.Text("gallery/index.html"), "text/html"));
        app.MapGet("/gallery.js", () => Results.Text(Embedded.Text("gallery/gallery.js"), "text/javascript"));
        app.MapGet("/gallery.css", () => Results.Text(Embedded.Text("gallery/gallery.css"), "text/css"));
        app.MapGet("/cards.json", () => Results.Text(AsJson(cards), "application/json"));
        app.MapGet("/lib/{name}", (string name) => Libraries.TryGetValue(name, out var library)
            ? Results.File(library.Folder.File(library.Path), library.ContentType)
            : Results.NotFound());
        var gallery = new CardGallery(app);
        await app.StartAsync();
        return gallery;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static string AsJson(IReadOnlyList<GalleryCard> cards) => new JsonArray(
        [.. cards.Select(card => new JsonObject
        {
            ["name"] = card.Name,
            ["language"] = card.Language == Language.French ? "fr" : "en",
            ["card"] = JsonNode.Parse(card.Json),
        })]).ToJsonString();
}
