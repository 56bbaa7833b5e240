using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>Minutes as a page to print: A4, no script, nothing from elsewhere, everything that is not ours encoded.</summary>
public static class MinutesPage
{
    /// <summary>The only style of the page: who serves it names its hash in the content security policy.</summary>
    public const string Style =
        "@page{size:A4;margin:18mm}body{font:11pt/1.4 sans-serif;color:#000;background:#fff;max-width:174mm;margin:0 auto}" +
        "h1{font-size:15pt;margin:0 0 2mm}h2{font-size:12pt;margin:0 0 1mm}section{break-inside:avoid;border-top:1px solid #666;padding:3mm 0}" +
        "dl{margin:0}dt{font-weight:bold;break-after:avoid}dd{margin:0 0 1mm 5mm;overflow-wrap:anywhere}footer{border-top:1px solid #666;padding-top:2mm;font-size:9pt}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    /// <param name="minutes">What is printed.</param>
    /// <param name="language">In which language.</param>
    public static string Of(Minutes minutes, Language language)
    {
        var page = new StringBuilder();
        var title = $"{MinutesWords.Title.In(language)} — {minutes.Board}";
        page.Append("<!doctype html>\n<html lang=\"").Append(language == Language.French ? "fr" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Encoded(title)).Append("</title>\n")
            .Append("<style>").Append(Style).Append("</style>\n</head>\n<body>\n<header>\n<h1>").Append(Encoded(title)).Append("</h1>\n");
        Paragraph(page, $"{Capital(MinutesWords.SessionOf(minutes.Session).In(language))} — {MinutesWords.CasesOf(minutes.Cases.Length).In(language)}.");
        if (minutes.Suspended.Length > 0)
        {
            Paragraph(page, MinutesWords.Suspended(minutes.Suspended).In(language));
        }

        page.Append("</header>\n<main>\n");
        foreach (var decided in minutes.Cases)
        {
            Section(page, decided, language);
        }

        page.Append("</main>\n<footer>\n");
        if (minutes.Undecided.Length > 0)
        {
            Paragraph(page, MinutesWords.Undecided(minutes.Undecided).In(language));
        }

        Paragraph(page, $"{MinutesWords.MadeOn(minutes.Day).In(language)} {MinutesWords.Pseudonyms.In(language)}");
        Paragraph(page, $"{Guideline.Scope.In(language)} {Say.BoardDecides.In(language)}");
        return page.Append("</footer>\n</body>\n</html>\n").ToString();
    }

    private static void Section(StringBuilder page, MinutesCase decided, Language language)
    {
        page.Append("<section>\n<h2>").Append(Encoded(decided.Label.Length == 0 ? decided.Code : $"{decided.Code} — {decided.Label}")).Append("</h2>\n<dl>\n");
        foreach (var line in decided.Lines)
        {
            page.Append("<dt>").Append(Encoded(line.Title.In(language))).Append("</dt><dd>").Append(Encoded(line.Text.In(language))).Append("</dd>\n");
        }

        page.Append("</dl>\n</section>\n");
    }

    private static void Paragraph(StringBuilder page, string text) => page.Append("<p>").Append(Encoded(text)).Append("</p>\n");

    private static string Encoded(string text) => Encoder.Encode(text);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
