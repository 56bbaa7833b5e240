using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Holds;

/// <summary>The schedule's sentences.</summary>
public static class HoldWords
{
    /// <summary>Printed under every schedule (ours).</summary>
    public static readonly Phrase UnderEverySchedule = new(
        "Projet tant que la RCP, l’anesthésie et le prescripteur n’ont pas donné leur accord. La source ne dit pas quand reprendre ; elle n’adapte les délais ni à la fonction rénale ni au risque thrombotique (stent, valve, thrombose récente).",
        "A draft until the board, anaesthesia and the prescriber have agreed. The source does not say when to resume; it adapts the delays neither to renal function nor to thrombotic risk (stent, valve, recent thrombosis).");

    /// <summary>Where cement is refused.</summary>
    public static readonly Phrase NothingToStop = new(
        "Aucun médicament n’est à arrêter pour ce geste.", "No drug is to be stopped for this.");

    /// <summary>Where the verdict is still open.</summary>
    public static readonly Phrase StopNothingYet = new(
        "Ne rien arrêter encore : le verdict n’est pas déterminé.", "Stop nothing yet: the verdict is not determined.");

    /// <summary>A prothrombin activity measured under a vitamin K antagonist says nothing of the day of the procedure.</summary>
    public static readonly Phrase RepeatProthrombin = new(
        "Un TP mesuré sous AVK (antivitamine K) est à contrôler après le relais.",
        "A prothrombin activity measured under a vitamin K antagonist is to be repeated after the relay.");

    private static readonly OffsetPattern HourMinute = OffsetPattern.CreateWithInvariantCulture("m");

    internal static Phrase Stop(Intake intake, LocalDate? stopOn, int days) => stopOn is { } first
        ? new(
            $"Arrêt : aucune prise à partir du {Dates.Long(first, Language.French)} (J−{days}){TabletFr(intake)}.",
            $"Stop: no dose from {Dates.Long(first, Language.English)} (D−{days}){TabletEn(intake)}.")
        : new(
            $"Arrêt : aucune prise à partir de J−{days} (date du geste inconnue){TabletFr(intake)}.",
            $"Stop: no dose from D−{days} (date of the procedure unknown){TabletEn(intake)}.");

    internal static Phrase StopHours(Intake intake, LocalDate? stopOn, int days) => stopOn is { } first
        ? new(
            $"Arrêt : aucune prise à partir du {Dates.Long(first, Language.French)} (J−{days}, pour 48 heures sans prise), sans relais{TabletFr(intake)}.",
            $"Stop: no dose from {Dates.Long(first, Language.English)} (D−{days}, for 48 hours without a dose), without a relay{TabletEn(intake)}.")
        : new(
            $"Arrêt : aucune prise à partir de J−{days} (48 heures ; date du geste inconnue), sans relais{TabletFr(intake)}.",
            $"Stop: no dose from D−{days} (48 hours; date of the procedure unknown), without a relay{TabletEn(intake)}.");

    internal static Phrase StopBefore(Intake intake, ZonedDateTime instant) => new(
        $"Arrêt : dernière prise au plus tard le {Dates.Long(instant.LocalDateTime, Language.French)} (UTC{HourMinute.Format(instant.Offset)}), soit 48 heures avant le geste, sans relais{TabletFr(intake)}.",
        $"Stop: last dose no later than {Dates.Long(instant.LocalDateTime, Language.English)} (UTC{HourMinute.Format(instant.Offset)}), that is 48 hours before the procedure, without a relay{TabletEn(intake)}.");

    internal static Phrase Continue(Intake intake) => intake.From is { } dual
        ? new(
            $"Sous 160 mg par jour, on peut la continuer — mais arrêter le comprimé de {dual.Name} arrête les deux ; demander s’il faut le remplacer par de l’aspirine seule.",
            $"Under 160 mg a day: aspirin may be continued — but stopping the {dual.Name} tablet stops both; ask whether aspirin alone is to take its place.")
        : new("Sous 160 mg par jour : on peut la continuer.", "Under 160 mg a day: may be continued.");

    internal static Phrase DoseNeeded(Intake intake, LocalDate? stopOn, int days)
    {
        var fr = stopOn is { } first ? $"du {Dates.Long(first, Language.French)} (J−{days})" : $"de J−{days}";
        var en = stopOn is { } from ? $"{Dates.Long(from, Language.English)} (D−{days})" : $"D−{days}";
        return new(
            $"Dose à préciser. Sous 160 mg par jour : on peut la continuer. À 160 mg ou plus : aucune prise à partir {fr}{TabletFr(intake)}.",
            $"Dose needed. Under 160 mg a day: may be continued. 160 mg or more: no dose from {en}{TabletEn(intake)}.");
    }

    internal static Phrase Bridge(LocalDate? stopOn)
    {
        var fr = stopOn is { } day ? $"le {Dates.Long(day, Language.French)} (J−1)" : "à J−1";
        var en = stopOn is { } on ? $"on {Dates.Long(on, Language.English)} (D−1)" : "on D−1";
        return new(
            $"Relais par une héparine de bas poids moléculaire, arrêtée la veille, {fr}, à l’heure fixée par l’anesthésie. La source ne dit pas quand arrêter l’AVK (antivitamine K) ni quand commencer le relais.",
            $"Relay by a low-molecular-weight heparin, stopped the day before, {en}, at the hour set by anaesthesia. The source does not say when the vitamin K antagonist stops nor when the relay starts.");
    }

    internal static Phrase NotCovered(Intake intake, bool besideVitaminKAntagonist, LocalDate? dayBefore)
    {
        var what = intake.Drug?.Class switch
        {
            DrugClass.NotCoveredReversal => new Phrase(" C’est un agent de réversion (antidote), non un anticoagulant : faire préciser l’anticoagulant en cause.", " It is a reversal agent (antidote), not an anticoagulant: have the anticoagulant concerned named."),
            DrugClass.NotCoveredHeparin when besideVitaminKAntagonist => new Phrase(
                $" Si c’est le relais de l’AVK, elle s’arrête la veille{(dayBefore is { } d ? ", le " + Dates.Long(d, Language.French) : "")} (J−1).",
                $" If it is the relay of the vitamin K antagonist, it stops the day before{(dayBefore is { } e ? ", on " + Dates.Long(e, Language.English) : "")} (D−1)."),
            _ => new Phrase("", ""),
        };
        return new(
            "La source n’a pas de règle pour ce médicament : demander un avis avant toute date." + what.Fr,
            "The source has no rule for this drug: seek advice before any date." + what.En);
    }

    private static string TabletFr(Intake intake) =>
        intake.From is { } dual ? $" ; arrêter le comprimé de {dual.Name} arrête les deux médicaments" : "";

    private static string TabletEn(Intake intake) =>
        intake.From is { } dual ? $"; stopping the {dual.Name} tablet stops both drugs" : "";
}
