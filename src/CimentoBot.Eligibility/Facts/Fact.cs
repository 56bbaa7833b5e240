using CimentoBot.Eligibility.Criteria;
using NodaTime;

namespace CimentoBot.Eligibility.Facts;

/// <summary>
/// A named fact of the case. Its path is the JSON path, the input id of the cards and the name in <c>missing</c>.
/// </summary>
public abstract class Fact(string path, Phrase label)
{
    private Func<Criterion>? concern;

    /// <summary>The path in the case, as in <c>lesion.site</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What it is called, in words.</summary>
    public Phrase Label { get; } = label;

    /// <summary>The place in the vocabulary's order, from 0.</summary>
    public int Index { get; internal set; } = -1;

    /// <summary>True when no question insists on it.</summary>
    public bool Optional { get; init; }

    /// <summary>True when a clinician can act on it: repeat a test, treat an infection, choose a date.</summary>
    public bool Actionable { get; init; }

    /// <summary>When the fact concerns the case. A fact that does not is neither read nor missing.</summary>
    public Criterion Concern => concern?.Invoke() ?? Criterion.Always;

    /// <summary>Written as a function, because the facts that it names may stand further down the vocabulary.</summary>
    internal void ConcernsWhen(Func<Criterion> criterion) => concern = criterion;

    /// <summary>Values that stand for every class that criteria may tell apart; empty for facts that no rule reads.</summary>
    /// <param name="limits">The limits that criteria name, ascending; only numbers use them.</param>
    internal virtual IReadOnlyList<object> Representatives(decimal[] limits) => [];

    /// <summary>The representative that stands for a value.</summary>
    internal virtual int RepresentativeOf(object value, decimal[] limits) => throw new NotSupportedException(Path);

    public override string ToString() => Path;
}

/// <summary>A fact with values of one type.</summary>
public abstract class Fact<T>(string path, Phrase label) : Fact(path, label);

/// <summary>Yes or no.</summary>
public sealed class BooleanFact(string path, Phrase label) : Fact<bool>(path, label)
{
    public Criterion IsTrue => new Atom(this, value => (bool)value, new(Label.Fr + " : oui", Label.En + ": yes")) { Neighbours = () => [IsFalse] };

    public Criterion IsFalse => new Atom(this, value => !(bool)value, new(Label.Fr + " : non", Label.En + ": no")) { Neighbours = () => [IsTrue] };

    internal override IReadOnlyList<object> Representatives(decimal[] limits) => [false, true];

    internal override int RepresentativeOf(object value, decimal[] limits) => (bool)value ? 1 : 0;
}

/// <summary>A number, with its range and unit.</summary>
public sealed class NumberFact(string path, Phrase label, decimal minimum, decimal maximum, Phrase unit) : Fact<decimal>(path, label)
{
    public decimal Minimum { get; } = minimum;

    public decimal Maximum { get; } = maximum;

    public Phrase Unit { get; } = unit;

    public bool IsInteger { get; init; }

    /// <summary>The smallest difference between two values that a laboratory or a scale tells.</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>The criterion «at or under the limit»: a value on the limit counts as under.</summary>
    public Criterion AtMost(decimal limit) => new Atom(this, value => (decimal)value <= limit, Bounded("≤", limit))
    {
        Limits = [limit],
        Neighbours = () => [AtMost(limit - Step), AtMost(limit + Step), Under(limit), Over(limit)],
    };

    private Atom Under(decimal limit) =>
        new(this, value => (decimal)value < limit, Bounded("<", limit)) { Limits = [limit - Step, limit] };

    private Atom Over(decimal limit) => new(this, value => (decimal)value > limit, Bounded(">", limit)) { Limits = [limit] };

    /// <summary>«label sign limit unit», as conditions and changes print it.</summary>
    internal Phrase Bounded(string sign, decimal limit) => new(
        $"{Label.Fr} {sign} {Numbers.Print(limit, Language.French)}{Unit.Fr}",
        $"{Label.En} {sign} {Numbers.Print(limit, Language.English)}{Unit.En}");

    internal override IReadOnlyList<object> Representatives(decimal[] limits) =>
        [.. limits.Select(limit => (object)limit), Maximum];

    internal override int RepresentativeOf(object value, decimal[] limits)
    {
        var number = (decimal)value;
        var under = 0;
        while (under < limits.Length && limits[under] < number)
        {
            under++;
        }

        return under;
    }
}

/// <summary>Free text, shown and never read by a rule.</summary>
public sealed class TextFact(string path, Phrase label, int maximumLength) : Fact<string>(path, label)
{
    public int MaximumLength { get; } = maximumLength;
}

/// <summary>A day, shown and never read by a rule.</summary>
public sealed class DateFact(string path, Phrase label) : Fact<LocalDate>(path, label);

/// <summary>The planned day, perhaps with its hour.</summary>
public sealed class ProcedureFact(string path, Phrase label) : Fact<PlannedProcedure>(path, label);

/// <summary>The drugs that act on haemostasis. Rules read what the schedule makes of them.</summary>
public sealed class MedicationsFact(string path, Phrase label) : Fact<IReadOnlyList<Medication>>(path, label)
{
    /// <summary>What a list can come to: a window is only missed by a hold.</summary>
    private static readonly MedicationDemands[] Demands =
    [
        MedicationDemands.None,
        MedicationDemands.Hold,
        MedicationDemands.NotCovered,
        MedicationDemands.Hold | MedicationDemands.NotCovered,
        MedicationDemands.Hold | MedicationDemands.WindowMissed,
        MedicationDemands.Hold | MedicationDemands.NotCovered | MedicationDemands.WindowMissed,
    ];

    public Criterion AskForAHold => Demand(MedicationDemands.Hold, new(
        "un médicament de la liste demande un arrêt ou un relais", "a drug of the list asks to be stopped or bridged"));

    public Criterion NameADrugNotCovered => Demand(MedicationDemands.NotCovered, new(
        "un médicament n’est pas nommé par la source", "a drug is not named by the source"));

    public Criterion MissTheirWindow => Demand(MedicationDemands.WindowMissed, new(
        "un délai d’arrêt ne peut plus être tenu à la date prévue", "a hold can no longer be met at the planned date"));

    internal override IReadOnlyList<object> Representatives(decimal[] limits) =>
        [.. Demands.Select(demands => (object)demands)];

    internal override int RepresentativeOf(object value, decimal[] limits) => PlaceOf((MedicationDemands)value);

    internal static int PlaceOf(MedicationDemands demands) => Array.IndexOf(Demands, demands);

    private Atom Demand(MedicationDemands demand, Phrase words) => new(this, value => ((MedicationDemands)value).HasFlag(demand), words)
    {
        Neighbours = () =>
        [
            Criterion.Not(Demand(demand, words)),
            .. new[] { AskForAHold, NameADrugNotCovered, MissTheirWindow }.Where(other => ((Atom)other).Words != words),
        ],
    };
}
