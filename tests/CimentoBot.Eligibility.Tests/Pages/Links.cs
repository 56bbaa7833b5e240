using System.Text;
using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>Where the pages in <c>docs/</c> lead.</summary>
internal static class Links
{
    public const string CaseBook = "../tests/CimentoBot.Eligibility.Tests/CaseBook/cases.fr.md";

    /// <summary>A rule on the same page.</summary>
    public static string To(Rule rule) => $"[`{rule.Id}`](#{rule.Id})";

    /// <summary>A rule, from another page.</summary>
    public static string To(Rule rule, Language language) => $"[`{rule.Id}`](guideline.{Code(language)}.md#{rule.Id})";

    public static string To(Reading reading) => $"[`{reading.Id}`](readings.md#{reading.Id})";

    /// <summary>A place of the source, its reference numbers leading to the page's bibliography.</summary>
    public static string To(Citation citation, Language language) => citation.References.IsEmpty
        ? citation.In(language)
        : $"{citation.WithoutReferences().In(language)} {string.Join(' ', citation.References.Select(number => $"[\\[{number}\\]](#ref-{number})"))}";

    /// <summary>A row of the case book: the section in which it stands.</summary>
    public static string To(CaseBookRow row) => $"[{row.Number}]({CaseBook}#{Slug(row.Section)})";

    public static string Code(Language language) => language == Language.French ? "fr" : "en";

    /// <summary>The anchor that GitHub gives a heading: lower case, spaces as hyphens, without what is no letter, digit, hyphen or low line.</summary>
    public static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.Trim())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
