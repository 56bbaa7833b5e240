using System.Net;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>The printable page of minutes.</summary>
public sealed class MinutesPageTests
{
    private const string Nasty = "\"><script>alert('x')</script>&amp;=1+1";

    private static readonly Minutes Minutes = new(
        "RCP os & rachis",
        new(2026, 12, 3),
        new(2026, 12, 4),
        "",
        [new("CB-7F3K", Nasty, [new(new("Décision", "Decision"), new("Accepté", "Accepted")), new(new("Question", "Question"), Phrase.Same(Nasty))])],
        ["CB-2222"]);

    [Fact]
    public void ThePageSaysEverythingInItsLanguage()
    {
        var french = MinutesPage.Of(Minutes, Language.French);
        Assert.StartsWith("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">", french, StringComparison.Ordinal);
        Assert.Contains("<h1>Compte rendu de RCP — RCP os &amp; rachis</h1></header>\n<p>Séance du jeudi 3 décembre 2026 — 1 dossier clos.</p>", french, StringComparison.Ordinal);
        Assert.Contains("<dt>Décision</dt><dd>Accepté</dd>", french, StringComparison.Ordinal);
        Assert.Contains("Sans décision\u00a0: CB-2222.", WebUtility.HtmlDecode(french), StringComparison.Ordinal);
        Assert.Contains("Établi le vendredi 4 décembre 2026.", french, StringComparison.Ordinal);
        Assert.Contains("@page { size: A4;", french, StringComparison.Ordinal);

        var english = MinutesPage.Of(Minutes, Language.English);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<p>Session of Thursday 3 December 2026 — 1 case closed.</p>", english, StringComparison.Ordinal);
        Assert.Contains("<dt>Decision</dt><dd>Accepted</dd>", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void NothingOnItRunsOrComesFromElsewhere(Language language)
    {
        var page = MinutesPage.Of(Minutes with { Suspended = Nasty }, language);
        Assert.All(["<script", "href", "src=", "http", "url(", "javascript", "=1+1"], unwanted => Assert.DoesNotContain(unwanted, page, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(4, page.Split("&lt;script&gt;").Length);
    }

    [Fact]
    public void EveryElementIsClosed()
    {
        var page = MinutesPage.Of(Minutes, Language.French);
        var body = page[(page.IndexOf("<body", StringComparison.Ordinal))..page.IndexOf("</html>", StringComparison.Ordinal)];
        Assert.Equal("body", System.Xml.Linq.XElement.Parse(body).Name.LocalName);
    }

    [Fact]
    public void TheTextIsAParagraphACase()
    {
        var text = Assert.Single(MinutesText.Of(Minutes with { Suspended = "à *revoir*" }, Language.French)).Split("\n\n");
        Assert.Equal("Recommandation suspendue depuis : à \\*revoir\\*. Les verdicts sont ceux qui ont été présentés.", text[1]);
        Assert.StartsWith("CB-7F3K — \"\\>\\<script\\>", text[2], StringComparison.Ordinal);
        Assert.EndsWith("Décision : Accepté. Question : \"\\>\\<script\\>alert('x')\\</script\\>&amp;=1+1.", text[2], StringComparison.Ordinal);
    }
}
