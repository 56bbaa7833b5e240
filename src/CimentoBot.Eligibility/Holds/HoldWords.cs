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
        "Un taux de prothrombine (TP) mesuré sous AVK (antivitamine K) est à contrôler après le relais.",
        "A prothrombin activity measured under a vitamin K antagonist is to be repeated after the relay.");

    private static readonly Phrase NoRule = new(
        "La source n’a pas de règle pour ce médicament : demander un avis avant toute date.",
        "The source has no rule for this drug: seek advice before any date.");

    /// <summary>It may be a drug that has a rule, under another name: to say that there is none would be a guess.</summary>
    private static readonly Phrase NotRecognised = new(
        "Nom non reconnu : si c’est un médicament de la source, n’écrire que sa dénomination commune internationale ; sinon elle n’a pas de règle. Demander un avis avant toute date.",
        "Name not recognised: if it is a drug of the source, write nothing but its international non-proprietary name; if not, it has no rule. Seek advice before any date.");

    private static readonly OffsetPattern HourMinute = OffsetPattern.CreateWithInvariantCulture("m");

    internal static Phrase Of(Hold hold) => (hold.Action, hold.Intake.Drug?.Asked) switch
    {
        (HoldAction.Continue, Stop { FromMg: { } limit }) => Continue(hold.Intake, limit),
        (HoldAction.DoseNeeded, Stop { FromMg: { } limit }) => DoseNeeded(hold, limit),
        (HoldAction.Stop, Stop { Hours: { } hours }) => StopHours(hold, hours),
        (HoldAction.Stop, _) => StopDays(hold),
        (HoldAction.Bridge, _) => Bridge(hold),
        (_, var asked) => NotCovered(hold, asked as Unnamed),
    };

    private static Phrase StopDays(Hold hold) => hold.StopOn is { } first
        ? new(
            $"Arrêt : aucune prise à partir du {Dates.Long(first, Language.French)} (J−{hold.DaysBefore}){TabletFr(hold.Intake)}.",
            $"Stop: no dose from {Dates.Long(first, Language.English)} (D−{hold.DaysBefore}){TabletEn(hold.Intake)}.")
        : new(
            $"Arrêt : aucune prise à partir de J−{hold.DaysBefore} (date du geste inconnue){TabletFr(hold.Intake)}.",
            $"Stop: no dose from D−{hold.DaysBefore} (date of the procedure unknown){TabletEn(hold.Intake)}.");

    private static Phrase StopHours(Hold hold, int hours) => (hold.LastDoseBefore, hold.StopOn) switch
    {
        ({ } instant, _) => new(
            $"Arrêt : dernière prise au plus tard le {Dates.Long(instant.LocalDateTime, Language.French)} (UTC{HourMinute.Format(instant.Offset)}), soit {hours} heures avant le geste, sans relais{TabletFr(hold.Intake)}.",
            $"Stop: last dose no later than {Dates.Long(instant.LocalDateTime, Language.English)} (UTC{HourMinute.Format(instant.Offset)}), that is {hours} hours before the procedure, without a relay{TabletEn(hold.Intake)}."),
        (_, { } first) => new(
            $"Arrêt : aucune prise à partir du {Dates.Long(first, Language.French)} (J−{hold.DaysBefore}, pour {hours} heures sans prise), sans relais{TabletFr(hold.Intake)}.",
            $"Stop: no dose from {Dates.Long(first, Language.English)} (D−{hold.DaysBefore}, for {hours} hours without a dose), without a relay{TabletEn(hold.Intake)}."),
        _ => new(
            $"Arrêt : aucune prise à partir de J−{hold.DaysBefore} ({hours} heures ; date du geste inconnue), sans relais{TabletFr(hold.Intake)}.",
            $"Stop: no dose from D−{hold.DaysBefore} ({hours} hours; date of the procedure unknown), without a relay{TabletEn(hold.Intake)}."),
    };

    private static Phrase Continue(Intake intake, decimal limit)
    {
        var (fr, en) = Milligrams(limit);
        return intake.From is { } dual
            ? new(
                $"Sous {fr}, on peut la continuer — mais arrêter le comprimé de {dual.Name} arrête les deux ; demander s’il faut le remplacer par de l’aspirine seule.",
                $"Under {en}: aspirin may be continued — but stopping the {dual.Name} tablet stops both; ask whether aspirin alone is to take its place.")
            : new($"Sous {fr} : on peut la continuer.", $"Under {en}: may be continued.");
    }

    private static Phrase DoseNeeded(Hold hold, decimal limit)
    {
        var (under, below) = Milligrams(limit);
        var fr = hold.StopOn is { } first ? $"du {Dates.Long(first, Language.French)} (J−{hold.DaysBefore})" : $"de J−{hold.DaysBefore}";
        var en = hold.StopOn is { } from ? $"{Dates.Long(from, Language.English)} (D−{hold.DaysBefore})" : $"D−{hold.DaysBefore}";
        return new(
            $"Dose à préciser. Sous {under} : on peut la continuer. À {Numbers.Print(limit, Language.French)} mg ou plus : aucune prise à partir {fr}{TabletFr(hold.Intake)}.",
            $"Dose needed. Under {below}: may be continued. {Numbers.Print(limit, Language.English)} mg or more: no dose from {en}{TabletEn(hold.Intake)}.");
    }

    private static Phrase Bridge(Hold hold)
    {
        var fr = hold.StopOn is { } day ? $"le {Dates.Long(day, Language.French)} (J−{hold.DaysBefore})" : $"à J−{hold.DaysBefore}";
        var en = hold.StopOn is { } on ? $"on {Dates.Long(on, Language.English)} (D−{hold.DaysBefore})" : $"on D−{hold.DaysBefore}";
        return new(
            $"Relais par une héparine de bas poids moléculaire, arrêtée la veille, {fr}, à l’heure fixée par l’anesthésie. La source ne dit pas quand arrêter l’AVK (antivitamine K) ni quand commencer le relais.",
            $"Relay by a low-molecular-weight heparin, stopped the day before, {en}, at the hour set by anaesthesia. The source does not say when the vitamin K antagonist stops nor when the relay starts.");
    }

    private static Phrase NotCovered(Hold hold, Unnamed? asked)
    {
        var what = (asked?.Kind, hold.AsRelay) switch
        {
            (UnnamedKind.ReversalAgent, _) => new Phrase(
                " C’est un agent de réversion (antidote), non un anticoagulant : faire préciser l’anticoagulant en cause.",
                " It is a reversal agent (antidote), not an anticoagulant: have the anticoagulant concerned named."),
            (_, { } relay) => new Phrase(
                $" Si c’est le relais de l’AVK (antivitamine K), elle s’arrête la veille{(relay.On is { } d ? ", le " + Dates.Long(d, Language.French) : "")} (J−{relay.DaysBefore}).",
                $" If it is the relay of the vitamin K antagonist, it stops the day before{(relay.On is { } e ? ", on " + Dates.Long(e, Language.English) : "")} (D−{relay.DaysBefore})."),
            _ => new Phrase("", ""),
        };
        var head = hold.IsKnown ? NoRule : NotRecognised;
        return new(head.Fr + what.Fr, head.En + what.En);
    }

    private static Phrase Milligrams(decimal limit) => new(
        $"{Numbers.Print(limit, Language.French)} mg par jour", $"{Numbers.Print(limit, Language.English)} mg a day");

    private static string TabletFr(Intake intake) =>
        intake.From is { } dual ? $" ; arrêter le comprimé de {dual.Name} arrête les deux médicaments{(intake.AlsoAlone ? ", et ce qui est pris à part est à arrêter aussi" : "")}" : "";

    private static string TabletEn(Intake intake) =>
        intake.From is { } dual ? $"; stopping the {dual.Name} tablet stops both drugs{(intake.AlsoAlone ? ", and what is taken beside it is to be stopped too" : "")}" : "";
}
