using System.Security.Cryptography;
using System.Text;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Paper;

/// <summary>How pages for print look: black on white, on A4. That of a case is small, because it has to fit on one sheet, and never under 6.5 points.</summary>
internal static class PrintStyle
{
    /// <summary>What stands between the tags of the page's only style element; with these line ends, because its hash is read over them.</summary>
    public static readonly string Text = """
        @page { size: A4; margin: 10mm 12mm; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 186mm; font: 8.8pt/1.25 Arial, "Liberation Sans", "Noto Sans", Helvetica, sans-serif; color: #000; background: #fff; }
        @media screen { body { padding: 4mm; } }
        h1, h2, h3, p, ul { margin: 0; }
        h1 { font-size: 11pt; }
        h2 { font-size: 14pt; }
        h3 { font-size: 9pt; margin-top: 2mm; }
        ul { padding-left: 4mm; }
        header { display: flex; justify-content: space-between; gap: 6mm; align-items: baseline; border-bottom: 0.3mm solid #000; padding-bottom: 1mm; margin-bottom: 1mm; }
        .case { font-size: 13pt; font-weight: bold; white-space: nowrap; }
        .verdict { border: 0.5mm solid #000; padding: 1.5mm 2.5mm; margin: 2mm 0; }
        .urgent { font-weight: bold; }
        .source { color: #333; font-size: 7pt; }
        table { width: 100%; border-collapse: collapse; margin: 1mm 0; font-size: 8pt; }
        th, td { border: 0.2mm solid #555; padding: 0.6mm 1.2mm; text-align: left; vertical-align: top; }
        th { font-size: 7pt; }
        .day { white-space: nowrap; }
        tr { break-inside: avoid; }
        .small { font-size: 7pt; }
        .sources { font-size: 6.5pt; margin-top: 1.5mm; border-top: 0.2mm solid #555; padding-top: 1mm; }
        .signatures { display: flex; gap: 4mm; margin: 2.5mm 0 1.5mm; break-inside: avoid; }
        .signatures p { flex: 1; height: 15mm; border: 0.2mm solid #000; padding: 1mm 1.5mm; font-size: 7pt; }
        .minutes { font-size: 10.5pt; }
        .minutes section { break-inside: avoid; border-top: 0.2mm solid #555; padding: 1.5mm 0; }
        .minutes h3 { font-size: 11pt; margin: 0 0 1mm; }
        dl { margin: 0; }
        dt { font-weight: bold; break-after: avoid; }
        dd { margin: 0 0 1mm 5mm; overflow-wrap: anywhere; }
        .minutes footer { border-top: 0.2mm solid #555; padding-top: 1mm; font-size: 8pt; }
        """.ReplaceLineEndings("\n");

    /// <summary>The style as a Content-Security-Policy names it.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    /// <summary>How such a page begins: it is not for search machines, and asks for nothing from elsewhere.</summary>
    public static Html Head(string title, Language language) => $"""
        <!doctype html>
        <html lang="{new Phrase("fr", "en").In(language)}">
        <head>
        <meta charset="utf-8">
        <meta name="robots" content="noindex">
        <meta name="viewport" content="width=device-width">
        <title>{title}</title>
        <style>{Html.Markup(Text)}</style>
        </head>
        """;
}
