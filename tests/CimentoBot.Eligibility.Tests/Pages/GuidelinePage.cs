using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Sections;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>The guideline as a radiologist and a pharmacist read it: <c>docs/guideline.fr.md</c> and <c>docs/guideline.en.md</c>.</summary>
internal static class GuidelinePage
{
    /// <summary>The rules of one kind, as the sections have them.</summary>
    internal sealed record Kind(string Anchor, Phrase Title, Phrase Says, IReadOnlyList<Rule> Rows);

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new("refusals", new("Contre-indications absolues et non-indications", "Absolute contraindications and non-indications"), new(
            "Ce qui écarte le ciment : tableau 8, colonne des contre-indications absolues, et les non-indications des questions 1, 3, 4 et 6.",
            "What rules cement out: the absolute contraindications of table 8, and the non-indications of questions 1, 3, 4 and 6."), Refusals.Rows),
        new("haemostasis", new("Report : risque hémorragique", "Deferral: bleeding risk"), new(
            "Ce qui fait attendre : les conditions de la question 4 sur les plaquettes, le TP et les délais d’arrêt.",
            "What makes one wait: the conditions of question 4 on platelets, prothrombin activity and stop delays."), Haemostasis.Rows),
        new("board", new("Questions pour la RCP", "Questions for the board"), new(
            "Ce que seule la RCP peut trancher : contre-indications relatives du tableau 8, et ce que la source dit discuté ou ne décrit pas.",
            "What only the board can settle: the relative contraindications of table 8, and what the source calls debated or does not describe."), BoardQuestions.Rows),
        new("conditions", new("Conditions", "Conditions"), new(
            "Ce qui est à régler avant le geste ou à joindre au ciment.", "What is to be settled beforehand or added to the cement."), Conditions.Rows),
        new("indications", new("Indications", "Indications"), new(
            "Les quatre indications de la question 3. Elles soutiennent le geste ; sans aucune d’elles, et hors la consolidation discutée, il n’est pas indiqué.",
            "The four indications of question 3. They support the procedure; without any of them, debated consolidation aside, it is not indicated."), Indications.Rows),
        new("suggestions", new("Suggestions", "Suggestions"), new(
            "Ce qui peut s’ajouter ou s’envisager. Sans effet sur le verdict.", "What may be added or considered. No effect on the verdict."), Suggestions.Rows),
        new("information", new("Informations", "Information"), new(
            "Ce que la RCP et le patient doivent savoir. Sans effet sur le verdict.",
            "What the board and the patient should know. No effect on the verdict."), Information.Rows),
    ];

    public static string Print(Guideline guideline, Language language)
    {
        var page = new Page(language);
        page.Printed("the rows of src/CimentoBot.Eligibility");
        page.Line($"# {page.In(Guideline.Title)}").Line();
        page.Paragraph(page.In("*In English: [guideline.en.md](guideline.en.md).*", "*En français : [guideline.fr.md](guideline.fr.md).*"));
        page.Paragraph($"**{page.In(Guideline.Scope)}**");
        page.Paragraph(page.In(
            $"Édition {Guideline.Edition} · empreinte `{guideline.Hash}` · {guideline.Rules.Count} règles. L’empreinte est celle que portent les réponses : un nombre, un mot, un nom ou une référence changés en donnent une autre.",
            $"Edition {Guideline.Edition} · hash `{guideline.Hash}` · {guideline.Rules.Count} rules. The answers carry the same hash: another number, word, name or reference gives another one."));
        HowToRead(page);
        Contents(page);
        FactsOnPage.Print(page, guideline);
        RulesOnPage.Print(page, guideline);
        HoldsOnPage.Print(page, guideline);
        References(page);
        return page.ToString();
    }

    private static void HowToRead(Page page)
    {
        page.Heading(2, page.In("Comment lire cette page", "How to read this page"), "reading");
        page.Paragraph(page.In(
            "Cette page est imprimée depuis la table que l’aide exécute : ce qui se lit ici est ce qui se calcule. Elle redit un chapitre de recommandations avec d’autres mots, et donne pour chaque règle sa place dans la source (question, tableau, recommandation) et les références de celle-ci. Elle prépare la RCP ; elle ne décide pas.",
            "This page is printed from the table that the assistant runs: what is read here is what is computed. It restates one chapter of a guideline in other words, and gives for each rule its place in the source (question, table, recommendation) and the references given there. It prepares the board’s discussion; it does not decide."));
        var levels = Enum.GetValues<Effect>().Reverse().Select(effect => $"**{page.In(effect.Label())}**");
        page.Line(page.In(
            $"- **Le verdict** est le plus sévère des effets des règles qui valent, dans cet ordre : {string.Join(", ", levels)} — ce dernier quand aucune règle à effet ne vaut.",
            $"- **The verdict** is the worst effect among the rules that hold, in this order: {string.Join(", ", levels)} – the last where no rule with an effect holds."));
        page.Line(page.In(
            $"- **Un fait inconnu** n’est jamais pris pour un « non ». Si toutes ses valeurs possibles donnent le même verdict, ce verdict est rendu ; sinon le verdict est **{page.In(Verdicts.Undetermined)}**, avec le meilleur et le pire qui restent possibles et la liste exacte de ce qui manque.",
            $"- **An unknown fact** never passes for a “no”. Where all its possible values give the same verdict, that verdict is given; else it is **{page.In(Verdicts.Undetermined)}**, with the best and the worst still possible and the exact list of what is missing."));
        page.Line(page.In(
            "- **Un fait sans objet** (le canal rachidien d’une côte) n’est ni demandé, ni lu, ni manquant. Toute condition qui porte sur lui échoue, même négative : « mur postérieur non intact » ne vaut pas d’une côte.",
            "- **A fact that does not concern the case** (the spinal canal of a rib) is not asked, read or missing. Every condition on it fails, even a negative one: “posterior wall not intact” does not hold of a rib."));
        page.Line(page.In(
            "- **Urgent** : la règle se lit en premier, quel que soit le verdict. Celui-ci ne parle que du ciment et ne doit pas arrêter la prise en charge du patient.",
            "- **Urgent**: the rule is read first, whatever the verdict. The verdict speaks of cement only and must not end the patient’s pathway."));
        page.Line(page.In(
            "- **Lecture** : là où la source laisse de la place, le choix fait est nommé, expliqué et ouvert à la critique dans [les lectures](readings.md).",
            "- **Reading**: where the source leaves room, the choice made is named, explained and open to challenge in [the readings](readings.md)."));
        page.Line(page.In(
            $"- **Cas** : des lignes du [livre de cas]({Links.CaseBook}), que les tests comparent une à une à ce que répond l’aide.",
            $"- **Cases**: rows of the [case book]({Links.CaseBook}), in French; tests compare each with what the assistant answers."));
        page.Line(page.In(
            "- **Énoncés** : les phrases de la source que la règle porte, avec leurs preuves.",
            "- **Statements**: the sentences of the source that the rule carries, with their evidence.")).Line();
    }

    private static void Contents(Page page)
    {
        page.Heading(2, page.In("Sommaire", "Contents"), "contents");
        page.Line($"- [{page.In("Les faits", "The facts")}](#facts)");
        page.Line($"- [{page.In("Les règles", "The rules")}](#rules)");
        foreach (var kind in Kinds)
        {
            page.Line($"  - [{page.In(kind.Title)}](#{kind.Anchor}) ({kind.Rows.Count})");
        }

        page.Line($"- [{page.In("Les médicaments : ce qui s’arrête, et quand", "The medicines: what stops, and when")}](#holds)");
        page.Line($"- [{page.In("Références", "References")}](#references)").Line();
    }

    private static void References(Page page)
    {
        page.Heading(2, page.In("Références", "References"), "references");
        page.Paragraph(page.In("Telles que la source les numérote.", "As the source numbers them."));
        foreach (var reference in Bibliography.All)
        {
            page.Line($"- <a id=\"ref-{reference.Number}\"></a>**{reference.Number}.** {reference.Text}");
        }
    }
}
