using System.Globalization;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>Where the source leaves room and what was chosen: <c>docs/readings.md</c>, both languages side by side.</summary>
internal static class ReadingsPage
{
    private const string Opening = """
        # Lectures qui sont les nôtres · Readings that are ours

        Là où la source laisse de la place, voici ce qui a été choisi, pourquoi, et ce que changerait un autre choix. Un constat ou un
        calendrier qui s’appuie sur une lecture porte son nom, ici et dans l’API (`reading`) ; la carte dit *notre lecture* à côté et
        l’explique sous *Sources*.

        Where the source leaves room, this is what was chosen, why, and what another choice would change. A finding or a hold that leans
        on a reading carries its name, here and in the API (`reading`); the card says *our reading* beside it and spells it out under
        *Sources*.

        **Aucune n’est un réglage.** Le même cas doit donner le même verdict partout : un verdict qui dépendrait d’une case cochée dans un
        hôpital ne pourrait être ni relu, ni comparé, ni opposé à cette page. Une équipe qui lit autrement le dit dans la RCP ; si elle a
        raison, la lecture change pour tous, avec le livre de cas et une nouvelle empreinte.

        **None is a setting.** The same case must give the same verdict everywhere: a verdict that hung on a box ticked in one hospital could
        not be reviewed, compared or held against this page. A team that reads otherwise says so at the board; if it is right, the reading
        changes for everybody, with the case book and a new hash.
        """;

    private const string Closing = """
        Choix qu’aucun constat ne porte à lui seul · Choices that no single finding carries:

        - les références 122 et 123 ne sont données que là où la source les donne (clopidogrel, dabigatran, rivaroxaban, apixaban,
          aspirine) · references 122 and 123 are given only where the source gives them;
        - un refus retire le calendrier d’arrêt · a refusal withholds the hold schedule;
        - une heure qui existe deux fois est la première · an hour that exists twice is the earlier one;
        - le comprimé double compte pour la plus forte de ses doses d’aspirine · the dual tablet counts for the larger of its aspirin doses.
        """;

    public static string Print(Guideline guideline)
    {
        var page = new Page(Language.English);
        page.Printed("Readings.All").Line(Opening).Line();
        var unreviewed = Readings.All.Count(reading => reading.Review is null);
        page.Paragraph($"**Relecture · Review.** {unreviewed} / {Readings.All.Count} : non relues · not reviewed.");
        page.Table(
            ["lecture · reading", "choix · choice"],
            Readings.All.Select(reading => (IReadOnlyList<string>)[$"[`{reading.Id}`](#{reading.Id})", $"{reading.Words.Fr}<br>{reading.Words.En}"]));
        foreach (var reading in Readings.All)
        {
            Print(page, reading, guideline);
        }

        return page.Line("---").Line().Line(Closing).ToString();
    }

    private static void Print(Page page, Reading reading, Guideline guideline)
    {
        page.Heading(2, $"`{reading.Id}`", reading.Id);
        page.Table(
            ["", "français", "English"],
            [
                Row("Lecture<br>Reading", reading.Words),
                Row("Place dans la source<br>Place in the source", new(Places(reading, Language.French), Places(reading, Language.English))),
                Row("Ce qu’elle laisse ouvert<br>What it leaves open", reading.Room),
                Row("Pourquoi c’est plus prudent<br>Why it is safer", reading.Safer),
                Row("Ce qui changerait autrement<br>What would change otherwise", reading.Otherwise),
            ]);
        var rules = guideline.Rules.Where(rule => rule.Reading == reading).ToList();
        if (rules.Count > 0)
        {
            page.Line($"- Règles : {string.Join(", ", rules.Select(rule => Links.To(rule, Language.French)))}");
            page.Line($"- Rules: {string.Join(", ", rules.Select(rule => Links.To(rule, Language.English)))}");
        }

        if (LeaningHolds.Of(reading, guideline.Drugs) is { Count: > 0 } drugs)
        {
            page.Line($"- [Calendrier](guideline.fr.md#holds) : {string.Join(", ", drugs.Select(drug => drug.Fr))}");
            page.Line($"- [Hold schedule](guideline.en.md#holds): {string.Join(", ", drugs.Select(drug => drug.En))}");
        }

        page.Line($"- {Reviewed(reading.Review)}").Line();
    }

    private static IReadOnlyList<string> Row(string name, Phrase words) => [$"**{name}**", words.Fr, words.En];

    private static string Places(Reading reading, Language language) =>
        string.Join(language == Language.French ? " ; " : "; ", reading.Where.Select(citation => citation.In(language).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)));

    private static string Reviewed(Review? review) => review is null
        ? "**Non relue · Not reviewed**"
        : $"Relue · Reviewed: {review.Role.Fr} · {review.Role.En}, {review.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}";
}
