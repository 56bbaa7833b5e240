using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Holds;

/// <summary>What the source asks for a drug before the procedure (Q4).</summary>
public abstract record Asked;

/// <summary>No more doses.</summary>
/// <param name="Days">Whole days before the procedure from which no dose is taken.</param>
public sealed record Stop(int Days) : Asked
{
    /// <summary>Elapsed hours before the procedure, where its hour is known; never a relay.</summary>
    public int? Hours { get; init; }

    /// <summary>Milligrams a day from which it stops; under that it may go on.</summary>
    public decimal? FromMg { get; init; }
}

/// <summary>A relay by a low-molecular-weight heparin.</summary>
/// <param name="HeparinDays">Days before the procedure on which the heparin is no longer given.</param>
public sealed record Relay(int HeparinDays) : Asked;

/// <summary>The source does not name it.</summary>
/// <param name="Kind">What it is, where that has to be said.</param>
public sealed record Unnamed(UnnamedKind Kind) : Asked;

/// <summary>What a drug is that the source does not name.</summary>
public enum UnnamedKind
{
    Other,

    /// <summary>It may be the relay of a vitamin K antagonist.</summary>
    Heparin,

    /// <summary>No drug to be stopped: it undoes an anticoagulant.</summary>
    ReversalAgent,
}

/// <summary>A drug of the table: its INN, what the source asks, and the names by which it is recognised.</summary>
/// <param name="Inn">The English INN, which the answers carry.</param>
/// <param name="InnFr">The French INN.</param>
/// <param name="Asked">What the source asks.</param>
/// <param name="Names">Other names: brands sold in France, other INN spellings.</param>
public sealed record Drug(string Inn, string InnFr, Asked Asked, params IReadOnlyList<string> Names)
{
    /// <summary>The name to show.</summary>
    public Phrase Name => new(InnFr, Inn);
}

/// <summary>A product that holds two drugs of the table.</summary>
/// <param name="Name">Its brand.</param>
/// <param name="First">The INN that is listed first.</param>
/// <param name="Second">The other INN.</param>
/// <param name="SecondDoseMg">Milligrams a day of the second that it counts for.</param>
public sealed record DualProduct(string Name, string First, string Second, decimal SecondDoseMg);
