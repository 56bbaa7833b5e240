using System.Text;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Paper;

namespace CimentoBot.Api;

/// <summary>
/// <c>GET /c/{token}/holds.ics</c> and <c>GET /c/{token}/print</c>: the papers of a case, and <c>GET /c/{token}/minutes</c>, those of a
/// session, for whoever was given the link. Anything that there is no paper for is 404 without a word: a forged token learns nothing from the difference.
/// </summary>
internal static class SheetEndpoints
{
    public const string Calendar = "/holds.ics";
    public const string Print = "/print";
    public const string Minutes = "/minutes";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>They are pages for people, not part of the API that is described.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var sheets = routes.MapGroup("/c/{token}").ExcludeFromDescription();
        sheets.MapMethods(Calendar, Methods, CalendarAsync);
        sheets.MapMethods(Print, Methods, PrintAsync);
        sheets.MapMethods(Minutes, Methods, MinutesAsync);
    }

    private static async Task<IResult> CalendarAsync(
        string token, HttpContext context, ISheets sheets, SheetLinks links, HoldCalendar calendar, CancellationToken cancellationToken) =>
        await FindAsync(token, context, sheets, links, cancellationToken) is { } sheet && calendar.Of(sheet) is { } text
            ? Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", sheet.Code + ".ics")
            : Results.NotFound();

    private static async Task<IResult> PrintAsync(
        string token, HttpContext context, ISheets sheets, SheetLinks links, PrintPage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, context, sheets, links, cancellationToken) is not { } sheet)
        {
            return Results.NotFound();
        }

        return Page(context, page.Of(sheet));
    }

    private static async Task<IResult> MinutesAsync(
        string token, HttpContext context, SheetLinks links, BoardMinutes minutes, CancellationToken cancellationToken)
    {
        KeepFromSearch(context);
        return links.SessionIn(token) is { } asked && await minutes.OfAsync(asked.Channel, asked.Session, cancellationToken) is { } made
            ? Page(context, MinutesPage.Of(made, asked.Language))
            : Results.NotFound();
    }

    private static IResult Page(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {PrintPage.StyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static async Task<HoldSheet?> FindAsync(
        string token, HttpContext context, ISheets sheets, SheetLinks links, CancellationToken cancellationToken)
    {
        KeepFromSearch(context);
        return links.CodeIn(token) is { } code ? await sheets.FindAsync(code, cancellationToken) : null;
    }

    private static void KeepFromSearch(HttpContext context) => context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
}
