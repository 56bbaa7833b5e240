using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>
/// Refuses free text that looks like somebody's identity, before anything is stored. It errs on the side of refusing:
/// what it says is what to leave out.
/// </summary>
public static partial class IdentityGuard
{
    private static readonly (Regex Pattern, Phrase What)[] Signs =
    [
        (Email(), new("une adresse électronique", "an e-mail address")),
        (Nir(), new("un numéro de sécurité sociale ou INS", "a social security number or INS")),
        (Phone(), new("un numéro de téléphone", "a telephone number")),
        (BirthDate(), new("une date, qui peut être celle d’une naissance", "a date, which may be one of birth")),
        (Record(), new("un numéro de dossier", "a record number")),
        (Title(), new("un nom de personne", "a person’s name")),
    ];

    /// <summary>What the text seems to hold, or null.</summary>
    public static Phrase? Find(string text)
    {
        foreach (var (pattern, what) in Signs)
        {
            if (pattern.IsMatch(text))
            {
                return new(
                    $"ce texte semble contenir {what.Fr} : rien n’a été gardé, le retirer",
                    $"this text seems to hold {what.En}: nothing was kept, leave it out");
            }
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}", Options, Timeout)]
    private static partial Regex Email();

    // Thirteen digits, first 1 to 8 (sex), perhaps with the key; spaces, dots and hyphens between.
    [GeneratedRegex(@"(?<!\d)[1-8][\s.\-]?\d{2}[\s.\-]?\d{2}[\s.\-]?(\d{2}|2[ABab])[\s.\-]?\d{3}[\s.\-]?\d{3}([\s.\-]?\d{2})?(?!\d)", Options, Timeout)]
    private static partial Regex Nir();

    [GeneratedRegex(@"(?<!\d)(\+\d{2,3}[\s.\-]?\(?0?\)?|0)[1-9]([\s.\-]?\d{2}){4}(?!\d)", Options, Timeout)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}[/.\-]\d{1,2}[/.\-](19|20)?\d{2}|(19|20)\d{2}-\d{2}-\d{2})(?!\d)|\b[Nn](é|ée|e|ee|É)\s+(le|en)\b|\b[Bb]orn\b|\bDDN\b|\bDOB\b", Options, Timeout)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"\b(IPP|NIP|NDA|MRN|INS|dossier|record|patient)\b\s*(n[°o]?\.?|no\.?|number|:|#)?\s*\d{4,}|(?<!\d)\d{8,}(?!\d)", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Record();

    // A title, then a word with a capital: «Mme Xxx», «M. Xxx», «Dr Xxx», «patient Xxx».
    [GeneratedRegex(@"(?<!\w)(M\.|M|Mr\.?|Mrs\.?|Ms\.?|Mme\.?|MME|Mlle\.?|Monsieur|Madame|Mademoiselle|[Dd]r\.?|[Dd]octeur|[Pp]r\.?|[Pp]rofesseur|[Pp]atiente?|[Nn]om|[Nn]ame|[Pp]rénom)\s*:?\s+\p{Lu}[\p{L}'’\-]+", Options, Timeout)]
    private static partial Regex Title();
}
