using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>The drug table and what the schedule makes of it: every number is the table's own.</summary>
internal static class HoldsOnPage
{
    private static readonly PlannedProcedure Example = new(new LocalDate(2026, 12, 14), new LocalTime(8, 0));

    public static void Print(Page page, Guideline guideline)
    {
        page.Heading(2, page.In("Les médicaments : ce qui s’arrête, et quand", "The medicines: what stops, and when"), "holds");
        page.Paragraph(page.In(
            "J est le jour du geste. Chaque changement se décide avec l’anesthésie et le prescripteur (question 4). Le délai d’un médicament est *tenu*, *peut encore l’être*, ou *ne l’est pas* — il fait alors reporter le geste — ou *inconnu*, tant que manquent la date du geste, une dose ou une règle.",
            "D is the day of the procedure. Every change is agreed with anaesthesia and the prescriber (question 4). The delay of a drug is *met*, *can still be met*, or is *not met* – which defers the procedure – or *unknown*, as long as the date of the procedure, a dose or a rule is missing."));
        page.Paragraph(page.In(
            "La première date possible ne compte que les délais d’arrêt. Elle n’est pas donnée quand un relais ou un médicament sans règle est en jeu, quand la liste est inconnue ou quand le ciment est refusé.",
            "The first possible date counts stop delays only. It is not given where a relay or a drug without a rule is involved, where the list is unknown or where cement is refused."));
        foreach (var group in guideline.Drugs.All.GroupBy(drug => drug.Asked))
        {
            Print(page, group.Key, [.. group], guideline.Drugs);
        }

        Names(page, guideline.Drugs);
        FixedSentences(page);
    }

    private static void Print(Page page, Asked asked, IReadOnlyList<Drug> drugs, DrugTable table)
    {
        page.Heading(3, Title(page, asked, drugs), $"holds-{drugs[0].Inn}");
        page.Paragraph(Words(page, asked));
        var (hold, taken) = Exemplary(page, asked, drugs[0], table);
        page.Line($"- {page.In("Source :", "Source:")} {Links.To(hold.Citation, page.Language)}");
        if (hold.Reading is { } reading)
        {
            page.Line($"- {page.In("Lecture :", "Reading:")} {Links.To(reading)} — {page.In(reading.Words)}");
        }

        page.Line(page.In(
            $"- Ce que dit le calendrier ({taken}, geste le {Dates.Long(Example, page.Language)}) : « {page.In(hold.Statement)} »",
            $"- What the schedule says ({taken}, procedure on {Dates.Long(Example, page.Language)}): “{page.In(hold.Statement)}”")).Line();
        page.Table(
            [page.In("DCI", "INN"), page.In("Autres noms reconnus", "Other names recognised")],
            drugs.Select(drug => (IReadOnlyList<string>)[$"**{page.In(drug.Name)}**", Others(page, drug)]));
    }

    /// <summary>A line that shows what is asked: on the limit where there is one, beside a relay where that changes the words.</summary>
    private static (Hold Hold, string Taken) Exemplary(Page page, Asked asked, Drug drug, DrugTable table)
    {
        var name = page.In(drug.Name);
        if (asked is Stop { FromMg: { } limit })
        {
            return (LeaningHolds.Last(table, Example, new Medication(drug.Inn, limit)), $"{name}, {Milligrams(page, limit)}");
        }

        if (asked is Unnamed { Kind: UnnamedKind.Heparin } && table.All.FirstOrDefault(other => other.Asked is Relay) is { } relayed)
        {
            return (LeaningHolds.Last(table, Example, new Medication(relayed.Inn), new Medication(drug.Inn)), page.In($"{name} avec {relayed.InnFr}", $"{name} with {relayed.Inn}"));
        }

        return (LeaningHolds.Last(table, Example, new Medication(drug.Inn)), name);
    }

    private static string Title(Page page, Asked asked, IReadOnlyList<Drug> drugs) => asked switch
    {
        Stop { Hours: { } hours } => page.In($"{Named(page, drugs)} : arrêt {hours} heures avant", $"{Named(page, drugs)}: stop {hours} hours before"),
        Stop { FromMg: { } limit } stop => page.In(
            $"{Named(page, drugs)} : arrêt {stop.Days} jours avant, à partir de {Milligrams(page, limit)}",
            $"{Named(page, drugs)}: stop {stop.Days} days before, from {Milligrams(page, limit)} on"),
        Stop stop => page.In($"{Named(page, drugs)} : arrêt {stop.Days} jours avant", $"{Named(page, drugs)}: stop {stop.Days} days before"),
        Relay => page.In("Antivitamines K : relais", "Vitamin K antagonists: relay"),
        Unnamed { Kind: UnnamedKind.Heparin } => page.In("Héparines : non nommées par la source", "Heparins: not named by the source"),
        Unnamed { Kind: UnnamedKind.ReversalAgent } => page.In("Agents de réversion : rien à arrêter", "Reversal agents: nothing to stop"),
        Unnamed => page.In("Non nommés par la source", "Not named by the source"),
        _ => throw new NotSupportedException(asked.GetType().Name),
    };

    private static string Words(Page page, Asked asked) => asked switch
    {
        Stop { Hours: { } hours } stop => page.In(
            $"Dernière prise au plus tard **{hours} heures** avant l’heure du geste, comptées en heures écoulées. Si l’heure n’est pas connue : aucune prise à partir de **J−{stop.Days}**. Jamais de relais.",
            $"Last dose no later than **{hours} hours** before the hour of the procedure, counted as elapsed hours. Where the hour is not known: no dose from **D−{stop.Days}** on. Never a relay."),
        Stop { FromMg: { } limit } stop => page.In(
            $"Sous **{Milligrams(page, limit)}** : peut être continuée. À {Milligrams(page, limit)} ou plus : aucune prise à partir de **J−{stop.Days}**. Plusieurs prises d’aspirine s’additionnent. Dose inconnue : elle est demandée, et les deux branches sont données.",
            $"Under **{Milligrams(page, limit)}**: may be continued. At {Milligrams(page, limit)} or more: no dose from **D−{stop.Days}** on. Several aspirins add up. Dose unknown: it is asked for, and both branches are given."),
        Stop stop => page.In(
            $"Aucune prise à partir de **J−{stop.Days}** : {stop.Days} jours entiers sans prise avant le jour du geste.",
            $"No dose from **D−{stop.Days}** on: {stop.Days} whole days without a dose before the day of the procedure."),
        Relay relay => page.In(
            $"Relais par une héparine de bas poids moléculaire, qui n’est plus donnée à partir de **J−{relay.HeparinDays}**, à l’heure que fixe l’anesthésie. Le délai reste inconnu jusqu’au jour du geste compris : la source ne date ni l’arrêt de l’antivitamine K ni le début du relais.",
            $"Relay by a low-molecular-weight heparin, no longer given from **D−{relay.HeparinDays}** on, at the hour set by anaesthesia. The delay stays unknown up to and including the day of the procedure: the source dates neither the stop of the vitamin K antagonist nor the start of the relay."),
        Unnamed { Kind: UnnamedKind.Heparin } => page.In(
            "Pas de règle propre dans la source : un avis est demandé avant toute date. À côté d’une antivitamine K, l’héparine est peut-être le relais ; le calendrier dit alors quand celui-ci s’arrête.",
            "No rule of their own in the source: advice is asked for before any date. Beside a vitamin K antagonist the heparin may be the relay; the schedule then says when that stops."),
        Unnamed { Kind: UnnamedKind.ReversalAgent } => page.In(
            "Ils annulent un anticoagulant ; ils ne s’arrêtent ni ne se relaient. L’anticoagulant en cause est demandé.",
            "They undo an anticoagulant; they are neither stopped nor bridged. The anticoagulant concerned is asked for."),
        Unnamed => page.In(
            "Jamais traités par analogie : un avis est demandé avant toute date. Rien n’est reporté pour eux, et aucune première date possible n’est donnée.",
            "Never treated by analogy: advice is asked for before any date. Nothing is deferred for them, and no first possible date is given."),
        _ => throw new NotSupportedException(asked.GetType().Name),
    };

    private static void Names(Page page, DrugTable table)
    {
        page.Heading(3, page.In("Deux médicaments en un, et les noms", "Two drugs in one, and the names"), "holds-names");
        foreach (var dual in table.Duals)
        {
            var drugs = table.Recognise(dual.Name).Drugs;
            page.Line(page.In(
                $"- **{dual.Name}** = {string.Join(" + ", drugs.Select(drug => drug.InnFr))} ; il compte pour {Milligrams(page, dual.SecondDoseMg)} de la seconde. Arrêter le comprimé arrête les deux.",
                $"- **{dual.Name}** = {string.Join(" + ", drugs.Select(drug => drug.Inn))}; it counts for {Milligrams(page, dual.SecondDoseMg)} of the latter. Stopping the tablet stops both."));
        }

        page.Line(page.In(
            "- Un nom n’est reconnu que s’il est écrit comme ici, aux majuscules, accents, espaces, tirets, ®, dosage et forme près. Un nom voisin n’est jamais corrigé en silence : l’entretien demande ; sinon il compte comme non nommé par la source.",
            "- A name is recognised only as it is written here, give or take capitals, accents, spaces, hyphens, ®, strength and form. A near name is never corrected silently: the interview asks; otherwise it counts as not named by the source."));
        page.Line(page.In(
            "- Le même médicament sous deux noms est un seul médicament : la prise la plus récente compte, et une prise sans date signifie « encore pris ».",
            "- The same drug under two names is one drug: the latest dose counts, and a dose without a date means “still taken”.")).Line();
    }

    private static void FixedSentences(Page page)
    {
        page.Heading(3, page.In("Les phrases qui accompagnent tout calendrier", "The sentences that go with every schedule"), "holds-sentences");
        page.Line($"- {page.In("Toujours :", "Always:")} {page.In(HoldWords.UnderEverySchedule)}");
        page.Line($"- {page.In("À côté d’un relais :", "Beside a relay:")} {page.In(HoldWords.RepeatProthrombin)}");
        page.Line($"- {page.In("Tant que le verdict est ouvert :", "As long as the verdict is open:")} {page.In(HoldWords.StopNothingYet)}");
        page.Line($"- {page.In("Quand le ciment est refusé :", "Where cement is refused:")} {page.In(HoldWords.NothingToStop)}").Line();
    }

    private static string Others(Page page, Drug drug)
    {
        var shown = page.In(drug.Name);
        var names = drug.Names.Append(drug.InnFr).Append(drug.Inn).Where(name => name != shown).Distinct();
        return string.Join(", ", names);
    }

    private static string Milligrams(Page page, decimal dose) =>
        $"{Numbers.Print(dose, page.Language)} {page.In("mg par jour", "mg a day")}";

    private static string Named(Page page, IReadOnlyList<Drug> drugs)
    {
        var names = string.Join(", ", drugs.Select(drug => page.In(drug.Name)));
        return char.ToUpperInvariant(names[0]) + names[1..];
    }
}
