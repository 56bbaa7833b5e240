using System.Net;
using CimentoBot.Conversation.Paper;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Host.Tests;

/// <summary>The papers of a case over HTTP.</summary>
public sealed class SheetEndpointTests
{
    private readonly SheetsOfTheTest sheets = new() { ["CB-7F3K"] = SheetsOfTheTest.Agreed() };

    [Fact]
    public async Task TheCalendarIsAFileThatNothingKeeps()
    {
        await using var host = await sheets.StartAsync();

        using var response = await host.GetAsync(host.CalendarOf());
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("CB-7F3K.ics", response.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260328T060000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260320T080000Z\r\n", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("BEGIN:VEVENT").Length - 1);
        HoldsHeadersOfPaper(response);
    }

    [Theory]
    [InlineData(Language.French, "Éligible sous conditions")]
    [InlineData(Language.English, "Eligible with conditions")]
    public async Task ThePageForPrintLetsInItsOwnStyleAndNothingElse(Language language, string label)
    {
        sheets["CB-7F3K"] = SheetsOfTheTest.Agreed(language: language);
        await using var host = await sheets.StartAsync();

        using var response = await host.GetAsync(host.PrintOf());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains($"<h2>{label}</h2>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; style-src {PrintPage.StyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        HoldsHeadersOfPaper(response);
    }

    [Fact]
    public async Task HeadAnswersWhatGetDoesWithoutTheBody()
    {
        await using var host = await sheets.StartAsync();
        foreach (var path in new[] { host.CalendarOf(), host.PrintOf() })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var got = await host.GetAsync(path);
            using var head = await host.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task WhatThereIsNoPaperForIsNotFound()
    {
        sheets["CB-8G4M"] = SheetsOfTheTest.Agreed("CB-8G4M") with { Agreed = false };
        await using var host = await sheets.StartAsync();

        await HoldsNothingAtAsync(host, host.CalendarOf("CB-8G4M"));
        await HoldsNothingAtAsync(host, host.CalendarOf("CB-2222"));
        await HoldsNothingAtAsync(host, host.PrintOf("CB-2222"));
        await HoldsNothingAtAsync(host, host.PrintOf() + "/more");
        await HoldsNothingAtAsync(host, host.PrintOf().Replace("print", "other", StringComparison.Ordinal));
        using var draft = await host.GetAsync(host.PrintOf("CB-8G4M"));
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
    }

    [Fact]
    public async Task AChangeComesUnderAHigherSequenceAndARefusalAsACancellation()
    {
        await using var host = await sheets.StartAsync();
        var link = host.CalendarOf();
        var agreed = sheets["CB-7F3K"];

        sheets["CB-7F3K"] = agreed with { Procedure = new(new(2026, 4, 1), new(14, 0)), Sequence = 1, Issued = ["clopidogrel", "apixaban"] };
        var changed = await host.Client.GetStringAsync(new Uri(link, UriKind.Relative));
        sheets["CB-7F3K"] = agreed with { Agreed = false, Cancelled = true, Sequence = 2, Issued = ["clopidogrel", "apixaban"] };
        var refused = await host.Client.GetStringAsync(new Uri(link, UriKind.Relative));

        Assert.Contains("METHOD:PUBLISH\r\n", changed, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260401T120000Z\r\n", changed, StringComparison.Ordinal);
        Assert.Equal(3, changed.Split("SEQUENCE:1\r\n").Length - 1);
        Assert.Contains("METHOD:CANCEL\r\n", refused, StringComparison.Ordinal);
        Assert.Equal(3, refused.Split("STATUS:CANCELLED\r\n").Length - 1);
        Assert.Equal(3, refused.Split("SEQUENCE:2\r\n").Length - 1);
        Assert.Equal(Uids(changed), Uids(refused));
    }

    [Fact]
    public async Task WhileTheGuidelineIsSuspendedThePageSaysSoAndThereIsNoCalendarButACancellation()
    {
        await using var host = await sheets.StartAsync(("Guideline:Suspended", "seuil à revoir"));

        var page = await host.Client.GetStringAsync(new Uri(host.PrintOf(), UriKind.Relative));
        await HoldsNothingAtAsync(host, host.CalendarOf());
        sheets["CB-7F3K"] = sheets["CB-7F3K"] with { Cancelled = true, Sequence = 1, Issued = ["clopidogrel"] };
        using var cancellation = await host.GetAsync(host.CalendarOf());

        Assert.Contains("seuil à revoir", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Éligible", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, cancellation.StatusCode);
    }

    private static string[] Uids(string text) =>
        [.. text.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task HoldsNothingAtAsync(RunningHost host, string path)
    {
        using var response = await host.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private static void HoldsHeadersOfPaper(HttpResponseMessage response)
    {
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex, nofollow", response.Headers.GetValues("X-Robots-Tag").Single());
    }
}
