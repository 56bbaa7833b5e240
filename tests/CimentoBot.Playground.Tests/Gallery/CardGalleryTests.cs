using System.Net;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Gallery;
using CimentoBot.Playground.Npm;

namespace CimentoBot.Playground.Tests.Gallery;

public class CardGalleryTests
{
    private static readonly GalleryCard[] Cards =
    [
        new("step", Language.French, """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "Bonjour" }] }"""),
        new("step", Language.English, """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "Hello" }] }"""),
    ];

    [Fact]
    public async Task The_cards_are_served_with_their_names_and_languages()
    {
        await using var gallery = await CardGallery.StartAsync(Cards, port: 0);
        using var client = new HttpClient { BaseAddress = gallery.Url };
        var served = JsonNode.Parse(await client.GetStringAsync(new Uri("/cards.json", UriKind.Relative)))!.AsArray();
        Assert.Equal(["fr", "en"], served.Select(card => card!["language"]!.GetValue<string>()));
        Assert.Equal("Hello", served[1]!["card"]!["body"]![0]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/gallery.js", "text/javascript")]
    [InlineData("/gallery.css", "text/css")]
    public async Task The_page_is_inside_the_program(string path, string type)
    {
        await using var gallery = await CardGallery.StartAsync(Cards, port: 0);
        using var client = new HttpClient { BaseAddress = gallery.Url };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [SkippableTheory]
    [InlineData("adaptivecards.js")]
    [InlineData("adaptivecards.css")]
    [InlineData("markdown-it.js")]
    [InlineData("teams-light.json")]
    [InlineData("teams-dark.json")]
    [InlineData("teams-light.css")]
    [InlineData("teams-dark.css")]
    public async Task The_real_libraries_are_served_from_where_npm_put_them(string name)
    {
        var tools = NodeTools.Find();
        Skip.If(tools is null, NodeTools.Missing);
        await Installed.EnsureAsync(tools, NpmFolder.CardRenderer, NpmFolder.CardHostConfigs);
        await using var gallery = await CardGallery.StartAsync(Cards, port: 0);
        using var client = new HttpClient { BaseAddress = gallery.Url };
        Assert.NotEmpty(await client.GetStringAsync(new Uri($"/lib/{name}", UriKind.Relative)));
    }

    [Fact]
    public async Task Nothing_else_of_the_disk_is_served()
    {
        await using var gallery = await CardGallery.StartAsync(Cards, port: 0);
        using var client = new HttpClient { BaseAddress = gallery.Url };
        using var answer = await client.GetAsync(new Uri("/lib/package.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
