using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Paper;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;
using static CimentoBot.Conversation.Tests.Paper.PaperOfTheTest;

namespace CimentoBot.Conversation.Tests.Paper;

/// <summary>The page for print says what the card says.</summary>
public sealed partial class PrintPageTests
{
    private static readonly Assessor Assessor = new(Guideline.Current, DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    [Theory]
    [MemberData(nameof(VerdictParityTests.Verdicts), MemberType = typeof(VerdictParityTests))]
    public void ThePageSaysWhatTheCardSays(string name, Language language)
    {
        var sheet = SheetOf(GalleryCases.All.First(known => known.Name == name).Facts, language) with { Agreed = false };
        var assessment = Assessor.Assess(sheet.Facts, sheet.Day);
        var view = new VerdictView(sheet.File, assessment, [], sheet.Day, language);
        var page = Seen(Page().Of(sheet));
        var rows = view.Schedule.Rows.SelectMany(row => new[] { row.Name, row.Day, row.Status, row.Statement, row.Source });
        IEnumerable<string?> said =
        [
            sheet.Title, view.Label, view.Bounds, view.Why, view.Edition, view.Scope, Dates.Long(sheet.Day, language), .. view.Missing, .. rows,
            view.Schedule.Heading, view.Schedule.Procedure, view.Schedule.Earliest, .. view.Schedule.Notes, .. view.References, .. view.Readings,
            .. view.Urgent.Concat(view.Groups.SelectMany(group => group.Lines)).SelectMany(line => new[] { line.Text, line.Source }),
        ];
        var absent = said.OfType<string>().Where(text => !page.Contains(Plain(text), StringComparison.Ordinal)).ToList();

        Assert.True(absent.Count == 0, string.Join('\n', absent));
        Assert.Equal(view.Urgent.Count, Urgent().Count(page));
        Assert.Contains(language == Language.French ? "a quitté Teams et ne porte aucun nom" : "has left Teams and bears no name", page, StringComparison.Ordinal);
        Assert.Contains(language == Language.French ? "la décision revient à la RCP" : "the decision is the board’s", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(VerdictParityTests.Verdicts), MemberType = typeof(VerdictParityTests))]
    public void ThePageAsksForNothingAndRunsNothing(string name, Language language)
    {
        var page = Page().Of(SheetOf(GalleryCases.All.First(known => known.Name == name).Facts, language));

        Assert.StartsWith($"<!doctype html>\n<html lang=\"{(language == Language.French ? "fr" : "en")}\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script|<img|<link|<a |<iframe|src=|href=|url\\(|@import|style=| on[a-z]+=", page);
        Assert.DoesNotContain("**", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\\', page);
    }

    [Fact]
    public void TheHashIsTheOneOfTheStyleThatStandsThere()
    {
        var style = Page().Of(Typical).Split("<style>")[1].Split("</style>")[0];
        Assert.Equal($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", PrintPage.StyleSource);
    }

    [Fact]
    public void WhatSomebodyTypedIsShownAndIsNoMarkup()
    {
        const string typed = "<script>alert(1)</script> & \"x\" 'y' </style><b onload=z> **gras** \\_";
        var page = Page().Of(Typical.With(new Medication(typed)) with
        {
            Facts = Typical.With(new Medication(typed)).Facts.With(Vocabulary.Label, typed),
            Question = typed,
            Decision = Phrase.Same(typed),
        });

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</style>").Length);
        Assert.Equal(4, Seen(page).Split(Plain(typed)).Length - 1);
    }

    [Fact]
    public void TheHeadingSaysDraftUntilTheDatesAreAgreed()
    {
        Assert.Contains("Calendrier des médicaments — projet", Seen(Page().Of(Typical with { Agreed = false })), StringComparison.Ordinal);
        Assert.Contains("Calendrier des médicaments — convenu par la RCP", Seen(Page().Of(Typical)), StringComparison.Ordinal);
        Assert.Contains("(ne rien arrêter encore)", Seen(Page().Of(SheetOf(GalleryCases.PlateletsUnknown))), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", Seen(Page().Of(SheetOf(GalleryCases.Contraindicated))), StringComparison.Ordinal);
    }

    [Fact]
    public void TheBoardsDateIsTheOneThatIsCountedFrom()
    {
        var page = Seen(Page().Of(Typical with { Procedure = new(new(2026, 12, 16)), Decision = new("Accepté, RCP du jeudi 3 décembre 2026", ""), Question = "Avant la radiothérapie ?" }));

        Assert.Contains("geste le mercredi 16 décembre 2026", page, StringComparison.Ordinal);
        Assert.Contains("aucune prise à partir du vendredi 11 décembre 2026 (J−5)", page, StringComparison.Ordinal);
        Assert.Contains("Décision de la RCP : Accepté, RCP du jeudi 3 décembre 2026", page, StringComparison.Ordinal);
        Assert.Contains("Question : Avant la radiothérapie ?", page, StringComparison.Ordinal);
        Assert.Contains("Décision de la RCP : pas encore rendue", Seen(Page().Of(Typical)), StringComparison.Ordinal);
    }

    [Fact]
    public void DatesThatWereTakenBackAreNotShown()
    {
        var refused = Typical with { Agreed = false, Cancelled = true, Decision = new("Refusé", "Refused") };
        var page = Seen(Page().Of(refused));

        Assert.All(new[] { page, Seen(Page("seuil à revoir").Of(refused)) }, seen => Assert.Contains(
            "ne rien arrêter pour ce geste avant un nouvel accord", seen, StringComparison.Ordinal));
        Assert.DoesNotContain("9 décembre", page, StringComparison.Ordinal);
        Assert.Contains("Refusé", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, "Recommandation suspendue, aucun verdict n’est donné : seuil <à> *revoir*", "Refusé")]
    [InlineData(Language.English, "Guideline suspended, no verdict is given: seuil <à> *revoir*", "Refused")]
    public void WhileTheGuidelineIsSuspendedThePageSaysSoInsteadOfAVerdict(Language language, string notice, string decision)
    {
        var sheet = SheetOf(GalleryCases.Urgent, language) with { Decision = new("Refusé", "Refused") };
        var page = Seen(Page("seuil <à> *revoir*").Of(sheet));

        Assert.Contains(notice, page, StringComparison.Ordinal);
        Assert.Contains(decision, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Assessor.Assess(sheet.Facts, sheet.Day).Label.In(language), page, StringComparison.Ordinal);
        Assert.DoesNotContain("URGENT", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lopidogrel", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThatTheRulesChangedSinceTheVerdictIsSaidOnPaperToo() => Assert.Contains(
        "Règles modifiées depuis le verdict du lun. 2 nov. 2026",
        Seen(Page().Of(Typical with { Verdict = new Decision("2025.9", "0123456789ab", new(2026, 11, 2), Effect.Deferred, Effect.Deferred, []) })),
        StringComparison.Ordinal);

    /// <summary>What a reader sees: no tags, no references, and French punctuation without its unbreakable space.</summary>
    private static string Seen(string page) => Plain(WebUtility.HtmlDecode(Tags().Replace(page.Split("</head>")[1], "")));

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("URGENT — ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Urgent();
}
