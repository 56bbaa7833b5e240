using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CimentoBot.Conversation.Cards;

namespace CimentoBot.Conversation.Paper;

/// <summary>
/// HTML as an interpolated string: what is written in the code is markup, what is filled in is text and is encoded, unless it is
/// HTML already. So nothing that somebody typed becomes markup by being forgotten.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private const int UsualTextLength = 64;

    /// <summary>French as French; what HTML acts on as references.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder written;

    public Html(int literalLength, int formattedCount) => written = new(literalLength + (formattedCount * UsualTextLength));

    private Html(string markup) => written = new(markup);

    /// <summary>Markup of the code's own.</summary>
    public static Html Markup(string markup) => new(markup);

    /// <summary>A paragraph; nothing where there is nothing to say.</summary>
    public static Html? Paragraph(string? text, string kind = "said") => text is null ? null : (Html)$"<p class=\"{kind}\">{text}</p>\n";

    public void AppendLiteral(string value) => written.Append(value);

    public void AppendFormatted(string value) => written.Append(Encoder.Encode(CardKit.Unbroken(value)));

    public void AppendFormatted(Html? value) => written.Append(value?.written);

    public void AppendFormatted(IEnumerable<Html?> value)
    {
        foreach (var part in value)
        {
            AppendFormatted(part);
        }
    }

    public override string ToString() => written.ToString();
}
