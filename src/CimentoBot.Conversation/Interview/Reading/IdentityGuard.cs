using System.Text;
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

    /// <summary>Stands in a draft for a text that was refused and is kept nowhere.</summary>
    public const string Withheld = "\u2400";

    private static readonly Phrase LeftOut = new(
        "un texte qui semblait identifier quelqu’un a été refusé : rien n’en a été gardé, le donner sans nom, numéro ni date",
        "a text that seemed to identify somebody was refused: nothing of it was kept, give it without name, number or date");

    /// <summary>What the text seems to hold, or null.</summary>
    public static Phrase? Find(string text)
    {
        if (text == Withheld)
        {
            return LeftOut;
        }

        var composed = WholeText.Normalised(text, NormalizationForm.FormC);
        foreach (var (pattern, what) in Signs)
        {
            if (pattern.IsMatch(composed))
            {
                return new(
                    $"ce texte semble contenir {what.Fr} : rien n’a été gardé, à retirer",
                    $"this text seems to hold {what.En}: nothing was kept, leave it out");
            }
        }

        return null;
    }

    // No two repetitions of one kind stand side by side: a long text would be tried in every way to share it out between them.
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[a-zA-Z]{2,}", Options, RegexLimit.Milliseconds)]
    private static partial Regex Email();

    // Thirteen digits, first 1 to 8 (sex), perhaps with the key; spaces, dots and hyphens between.
    [GeneratedRegex(@"(?<!\d)[1-8][\s.\-]?\d{2}[\s.\-]?\d{2}[\s.\-]?(\d{2}|2[ABab])[\s.\-]?\d{3}[\s.\-]?\d{3}([\s.\-]?\d{2})?(?!\d)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Nir();

    [GeneratedRegex(@"(?<!\d)((\+|00)\d{2,3}[\s.\-]*((\(0\)|0)[\s.\-]*)?|0)[1-9]([\s.\-/]*\d{2}){4}(?!\d)|(?<!\d)\+\d{2,3}([\s.\-]*\d){8,10}(?!\d)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Phone();

    // Dates up to 2009, in figures or words, and what announces one. A date of this decade is no birth of these patients.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(\d{1,2}[\s/.\-]\d{1,2}[\s/.\-](19\d{2}|200\d|[3-9]\d)|(19\d{2}|200\d)-\d{2}-\d{2})(?!\d)" +
        @"|(?<![\p{L}\d])\d{1,2}(er)?\s+(?i:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|apr|may|june?|july?|aug)[\p{L}.]*\s+(19\d{2}|200\d)" +
        @"|\b(?i:n[ée]e?\s+(le|en)\s+)(\d|(?i:janv|f[ée]v|mars|avr|mai|juin|juil|ao|sept|oct|nov|d[ée]c))|\b(?i:n[ée]e?)\s+(le\s+)?\d" +
        @"|(?i:\b(born\s+(on|in)|ddn|dob|date\s+de\s+naissance|date\s+of\s+birth)\b)", Options, RegexLimit.Milliseconds)]
    private static partial Regex BirthDate();

    [GeneratedRegex(
        @"(?i:\b(IPP|NIP|IEP|NDA|MRN|INS|NIR|dossier|record|patient|identifiant|matricule)\b)[\s:#.]*((?i:n(um[ée]ro)?(\s*[°o])?|no|number)[\s:#.]*)?\d([\s.\-]?\d){3,}" +
        @"|(?<!\d)\d{8,}(?!\d)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Record();

    // A title, then a word with a capital that is no everyday abbreviation: «Mme Xxx», «M. d’Xxx», «patient Xxx», «nom : X».
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:(?:(?i:mme|mlle|mrs|miss|monsieur|madame|mademoiselle|docteure?|dre|professeure?|professor)|Mr|MR|Ms|M|[Dd]r|DR|[Pp]r|PR|[Pp]rof)\b\.?" +
        @"|(?i:(?:pré)?nom(?:\s+(?:de\s+naissance|d['’]usage|marital))?|(?:sur)?name|patiente?))[\s:]*(?:(?:de|du|des|la|le|van|von|el|ben)\s+|d['’])*" +
        @"(?!(?:OMS|WHO|ECOG|PS|ASA|IK|Karnofsky|BPCO|COPD|HTA|IDM|AVC|FA|VIH|HIV|AVK|AOD|HBPM|IRM|MRI|TDM|CT|TEP|PET|RCP|EGFR|ALK|ROS|KRAS|BRAF|MET|RET|HER|PD|CBNPC|CBPC|NSCLC|SCLC|EVA|EN|Reddy)(?!\p{L}))" +
        @"\p{Lu}(?:[\p{L}'’\-]+|\.)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Title();
}
