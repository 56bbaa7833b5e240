using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Eligibility.Citations;

/// <summary>One statement of the source – a sentence, an item of a list, a cell of table 8 – and what carries it here.</summary>
/// <param name="Id">Permanent, <c>S01</c>; the order is the source's.</param>
/// <param name="At">Where it stands, with the reference numbers given there.</param>
/// <param name="By">What carries it, or why nothing does.</param>
/// <param name="Words">What it says, in our own words.</param>
/// <param name="Hazards">The hazards of docs/safety/hazards.md that carrying it controls, <c>H02</c>.</param>
public sealed record Statement(string Id, Citation At, IReadOnlyList<Carrier> By, Phrase Words, params IReadOnlyList<string> Hazards);

/// <summary>What carries a statement of the source.</summary>
public abstract record Carrier;

/// <summary>A row of the sections.</summary>
public sealed record RuleCarrier(string Id) : Carrier;

/// <summary>A fact that is asked because of it.</summary>
public sealed record FactCarrier(Fact Fact) : Carrier;

/// <summary>A line of the hold schedule, for every drug of which the same is asked.</summary>
public sealed record HoldCarrier(Asked Asked) : Carrier;

/// <summary>A sentence that the card and the text always print.</summary>
/// <param name="Name">The member that holds it.</param>
/// <param name="Words">The sentence.</param>
public sealed record TextCarrier(string Name, Phrase Words) : Carrier;

/// <summary>Nothing carries it, and why.</summary>
public sealed record NoCarrier(Reason Reason) : Carrier;

/// <summary>Why nothing carries a statement.</summary>
public enum Reason
{
    /// <summary>It announces what follows, which is numbered itself.</summary>
    LeadIn,

    /// <summary>It explains how a treatment acts and asks nothing of this case.</summary>
    Mechanism,

    /// <summary>It is about how the procedure is done, once it has been decided.</summary>
    Technique,

    /// <summary>It is about studies that are still to be made.</summary>
    Research,
}

/// <summary>The words of which the column «by» is made.</summary>
internal static class Carried
{
    public static Carrier Row(string rule) => new RuleCarrier(rule);

    public static Carrier Asks(Fact fact) => new FactCarrier(fact);

    public static Carrier Schedules(Asked drugs) => new HoldCarrier(drugs);

    public static Carrier Prints(string name, Phrase words) => new TextCarrier(name, words);

    public static IReadOnlyList<Carrier> Nothing(Reason why) => [new NoCarrier(why)];
}
