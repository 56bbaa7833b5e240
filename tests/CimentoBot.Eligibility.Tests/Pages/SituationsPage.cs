using System.Numerics;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>How much the guideline tells apart: <c>docs/situations.md</c>, in French and then in English.</summary>
internal static class SituationsPage
{
    public static string Print(SituationMap map)
    {
        var page = new Page(Language.English).Printed("Guideline.CountSituations").Line("# Situations").Line()
            .Paragraph("[Français](#francais) · [English](#english)")
            .Paragraph("![Situations par verdict, et faits qui le déplacent le plus · Situations by verdict, and the facts that move it most](images/situations.svg)");
        return page + "\n" + Part(new(Language.French), map) + "\n" + Part(new(Language.English), map);
    }

    /// <summary>A share in per cent, to a tenth.</summary>
    public static string Share(BigInteger part, BigInteger whole, Language language)
    {
        var sign = language == Language.French ? "\u00a0%" : "%";
        var tenths = whole.IsZero ? 0 : Math.Round(100m * (decimal)part / (decimal)whole, 1);
        return tenths == 0 && !part.IsZero
            ? $"< {Numbers.Print(0.1m, language)}{sign}"
            : Numbers.Print(tenths, language) + sign;
    }

    /// <summary>The facts, those that move the verdict in most combinations first.</summary>
    public static IEnumerable<SituationFact> Ranked(SituationMap map) =>
        map.Facts.OrderByDescending(fact => fact.Moves).ThenBy(fact => fact.Fact.Index);

    private static string Part(Page page, SituationMap map)
    {
        page.Heading(2, page.In("Français", "English"), page.In("francais", "english"));
        page.Paragraph(page.In(
            $"Les règles distinguent **{Number(page, map.Total)} situations**. Chacune reçoit un verdict et un seul ; le diagramme de décision qui les contient toutes, sans en avoir parcouru aucune à part, a {Number(page, map.Nodes)} nœuds.",
            $"The rules tell **{Number(page, map.Total)} situations** apart. Each has one verdict and one only; the decision diagram that holds them all, without walking through any of them singly, has {Number(page, map.Nodes)} nodes."));
        page.Paragraph(page.In(
            "**Ce qu’est une situation.** Une façon de remplir les faits, à la classe de valeurs près : toutes les numérations au-dessus du seuil n’en font qu’une, comme tous les os qu’aucune règle ne sépare. Un fait sans objet ne se compte pas.",
            "**What a situation is.** One way of filling in the facts, give or take a class of values: all platelet counts above the limit are one, as are all bones that no rule separates. A fact that does not concern the case is not counted."));
        page.Paragraph(page.In(
            "**Ce que ces parts ne sont pas.** Des situations ne sont pas des patients, et une part n’est pas une fréquence : une allergie au ciment occupe la moitié des combinaisons parce qu’elle a deux réponses, non parce qu’un patient sur deux en souffre. Il suffit d’une contre-indication pour qu’une situation en soit une : c’est le seul sens de leur nombre. La figure a une échelle logarithmique : d’un trait au suivant, mille fois plus. Ces nombres décrivent l’étendue et la forme des règles, et changent quand elles changent.",
            "**What these shares are not.** Situations are no patients, and a share is no frequency: an allergy to cement takes half of the combinations because it has two answers, not because every second patient has one. One contraindication is enough to make a situation contraindicated: that is all their number means. The chart has a logarithmic scale: from one line to the next, a thousand times more. These numbers describe the extent and the shape of the rules, and change when they do."));
        page.Heading(3, page.In("Situations par verdict", "Situations by verdict"), page.In("par-verdict", "by-verdict"));
        page.Table(
            [page.In("Verdict", "Verdict"), page.In("Situations", "Situations"), page.In("Part", "Share")],
            Enum.GetValues<Effect>().Select(effect => (IReadOnlyList<string>)
                [page.In(effect.Label()), Number(page, map.ByVerdict[effect]), Share(map.ByVerdict[effect], map.Total, page.Language)]));
        page.Heading(3, page.In("Faits qui déplacent le verdict", "Facts that move the verdict"), page.In("faits", "facts"));
        page.Paragraph(page.In(
            $"Pour chaque fait que lit une règle, sur les {Number(page, map.Combinations)} combinaisons de classes : dans quelle part il concerne le cas, et dans combien une autre valeur de ce seul fait donnerait un autre verdict. Un fait peut le déplacer rarement et compter beaucoup : une combinaison déjà contre-indiquée par un autre fait ne bouge plus, et c’est le sort de la plupart. À zéro, le fait change ce qui est dit, jamais le verdict.",
            $"For each fact that a rule reads, over the {Number(page, map.Combinations)} combinations of classes: in which share it concerns the case, and in how many another value of that fact alone would give another verdict. A fact may move it rarely and count for much: a combination that another fact already makes contraindicated no longer moves, and that is the lot of most. At zero, the fact changes what is said, never the verdict."));
        page.Table(
            [page.In("Fait", "Fact"), page.In("Classes", "Classes"), page.In("Concerne", "Concerns"), page.In("Déplace le verdict", "Moves the verdict"), page.In("Part, là où il concerne", "Share, where it concerns")],
            Ranked(map).Select(fact => (IReadOnlyList<string>)
            [
                page.In(fact.Fact.Label),
                Number(page, fact.Classes),
                Share(fact.Concerned, map.Combinations, page.Language),
                Number(page, fact.Moves),
                Share(fact.Moves, fact.Concerned, page.Language),
            ]));
        return page.ToString();
    }

    private static string Number(Page page, BigInteger number) => Numbers.Print((decimal)number, page.Language);
}
