using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>The pages for people say what the rows say. <see cref="PrintedPage"/> tells how to print them again.</summary>
public sealed class PrintedGuidelineTests
{
    [Fact]
    public void TheGuidelineInFrenchSaysWhatTheRowsSay() =>
        PrintedPage.Check("docs/guideline.fr.md", GuidelinePage.Print(Guideline.Current, Language.French));

    [Fact]
    public void TheGuidelineInEnglishSaysWhatTheRowsSay() =>
        PrintedPage.Check("docs/guideline.en.md", GuidelinePage.Print(Guideline.Current, Language.English));

    [Fact]
    public void TheReadingsAreThoseThatTheRowsLeanOn() =>
        PrintedPage.Check("docs/readings.md", ReadingsPage.Print(Guideline.Current));
}
