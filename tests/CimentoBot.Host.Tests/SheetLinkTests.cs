using System.Buffers.Text;
using System.Net;
using System.Xml.Linq;
using CimentoBot.Conversation.Wording;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests;

/// <summary>The links that lead out of Teams: signed, for thirty days, and without an identity.</summary>
public sealed class SheetLinkTests
{
    private readonly SheetsOfTheTest sheets = new() { ["CB-7F3K"] = SheetsOfTheTest.Agreed() };

    [Fact]
    public async Task ALinkIsGoodForThirtyDaysAndNotASecondMore()
    {
        await using var host = await sheets.StartAsync();
        var link = host.PrintOf();

        sheets.Clock.SetUtcNow(SheetsOfTheTest.Morning.AddDays(30).AddSeconds(-1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, link));
        sheets.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, link));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, host.PrintOf()));
    }

    [Fact]
    public async Task ATokenThatIsChangedAnywhereIsNone()
    {
        await using var host = await sheets.StartAsync();
        var token = host.PrintOf().Split('/')[2];
        var bytes = Base64Url.DecodeFromChars(token);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, $"/c/{token}/print"));
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= 1;
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/c/{Base64Url.EncodeToString(bytes)}/print"));
            bytes[place] ^= 1;
        }

        foreach (var other in new[] { token[..^4], token + "AAAA", "CB-7F3K", "x", "%20", "a%2Fb", "é", new string('A', 4000), "+/=" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/c/{other}/print"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/c/{other}/holds.ics"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/c/{other}/minutes"));
        }
    }

    [Fact]
    public async Task ATokenOfAnotherPurposeOrOfAnotherBotIsNone()
    {
        await using var host = await sheets.StartAsync();
        await using var another = await sheets.StartAsync();
        var protection = host.Services.GetRequiredService<IDataProtectionProvider>();
        var content = protection.CreateProtector("CimentoBot.SheetLinks.v1").Unprotect(Base64Url.DecodeFromChars(host.PrintOf().Split('/')[2]));
        string Made(string purpose) => $"/c/{Base64Url.EncodeToString(protection.CreateProtector(purpose).Protect(content))}/print";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, Made("CimentoBot.SheetLinks.v1")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, Made("CimentoBot.Other")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, another.PrintOf()));
    }

    [Fact]
    public async Task AnInstanceReadsTheLinksOfAnotherAndOfBeforeARestart()
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-links-");
        try
        {
            var shared = ("Storage:ConnectionString", $"Data Source={Path.Combine(folder.FullName, "bot.db")};Pooling=False");
            string before;
            await using (var first = await sheets.StartAsync(shared))
            {
                before = first.PrintOf();
                await using var second = await sheets.StartAsync(shared);
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, before));
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, second.PrintOf()));
            }

            await using var restarted = await sheets.StartAsync(shared);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(restarted, before));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task ALinkHoldsNothingThatCanBeReadAndIsAnotherEachTime()
    {
        await using var host = await sheets.StartAsync();
        var (one, two) = (host.PrintOf().Split('/')[2], host.PrintOf().Split('/')[2]);

        Assert.NotEqual(one, two);
        Assert.DoesNotMatch("[^A-Za-z0-9_-]", one);
        Assert.InRange(one.Length, 1, 300);
        Assert.Equal(-1, Base64Url.DecodeFromChars(one).AsSpan().IndexOf("7F3K"u8));
    }

    [Fact]
    public async Task KeysLieInTheDatabaseAndInNoLog()
    {
        await using var host = await sheets.StartAsync();
        await StatusAsync(host, host.PrintOf());
        var secrets = host.Services.GetRequiredService<IXmlRepository>().GetAllElements()
            .SelectMany(key => key.Descendants().Where(element => element.Name.LocalName == "value")).Select(element => element.Value).ToList();

        Assert.NotEmpty(secrets);
        Assert.DoesNotContain(host.Log.Lines, line => secrets.Exists(secret => line.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAPublicAddressThereAreNoLinks()
    {
        await using var host = await sheets.StartAsync(("Bot:PublicUrl", ""));
        Assert.Null(host.Links());
    }

    [Fact]
    public void WhoeverOffersALinkSaysThatItLeadsOutOfTeams()
    {
        Assert.All(new[] { PaperWords.CalendarLink, PaperWords.PrintLink, PaperWords.MinutesLink }, link =>
        {
            Assert.EndsWith("sort de Teams", link.Fr, StringComparison.Ordinal);
            Assert.EndsWith("leaves Teams", link.En, StringComparison.Ordinal);
        });
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string path)
    {
        using var response = await host.GetAsync(path);
        return response.StatusCode;
    }
}
