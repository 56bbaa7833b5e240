using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Holds;

/// <summary>What the source asks for a drug.</summary>
public enum DrugClass
{
    /// <summary>No dose from five days before the procedure.</summary>
    StopFiveDays,

    /// <summary>Under 160 mg a day it may go on; else no dose from five days before.</summary>
    Aspirin,

    /// <summary>Last dose 48 hours before the procedure; never a relay.</summary>
    StopFortyEightHours,

    /// <summary>A vitamin K antagonist: relay by a heparin, which stops the day before.</summary>
    Bridge,

    /// <summary>The source does not name it.</summary>
    NotCovered,

    /// <summary>The source does not name it, but it may be the relay of a vitamin K antagonist.</summary>
    NotCoveredHeparin,

    /// <summary>Not named, and no drug to be stopped: it undoes an anticoagulant.</summary>
    NotCoveredReversal,
}

/// <summary>A drug of the table: its INN, what the source asks, and the names by which it is recognised.</summary>
/// <param name="Inn">The English INN, which the answers carry.</param>
/// <param name="InnFr">The French INN.</param>
/// <param name="Class">What the source asks.</param>
/// <param name="Names">Other names: brands sold in France, other INN spellings.</param>
public sealed record Drug(string Inn, string InnFr, DrugClass Class, params string[] Names)
{
    /// <summary>The name to show.</summary>
    public Phrase Name { get; } = new(InnFr, Inn);
}

/// <summary>A product that holds two drugs of the table.</summary>
/// <param name="Name">Its brand.</param>
/// <param name="First">What is listed first.</param>
/// <param name="Second">The other.</param>
/// <param name="SecondDoseMg">Milligrams a day of the second that it counts for.</param>
public sealed record DualProduct(string Name, Drug First, Drug Second, decimal SecondDoseMg);

/// <summary>
/// The closed table of names. A pharmacist changes numbers and names here; arithmetic stands elsewhere. A name is
/// recognised by exact match after folding, or not at all.
/// </summary>
public static class DrugTable
{
    /// <summary>Whole days before the procedure from which clopidogrel, and aspirin of 160 mg or more, are not taken (Q4).</summary>
    public const int DaysWithoutAntiplatelet = 5;

    /// <summary>Elapsed hours without a direct oral anticoagulant (Q4).</summary>
    public const int HoursWithoutAnticoagulant = 48;

    /// <summary>The same as whole days, where the hour of the procedure is unknown (a reading of ours).</summary>
    public const int DaysWithoutAnticoagulant = 2;

    /// <summary>Days before the procedure on which the heparin of a relay is no longer given (Q4).</summary>
    public const int DaysWithoutHeparin = 1;

    /// <summary>Milligrams of aspirin a day from which it stops (Q4).</summary>
    public const decimal AspirinStopsFromMg = 160;

    /// <summary>Milligrams of aspirin in the dual product: the larger of its two strengths.</summary>
    private const decimal AspirinInDuoPlavinMg = 100;

    public static readonly Drug Clopidogrel = new("clopidogrel", "clopidogrel", DrugClass.StopFiveDays, "Plavix");

    public static readonly Drug Aspirin = new("aspirin", "aspirine", DrugClass.Aspirin,
        "acide acétylsalicylique", "acetylsalicylic acid", "acétylsalicylate de lysine", "lysine acetylsalicylate",
        "Kardégic", "Aspégic", "Resitune", "Aspirine Protect", "Aspirine UPSA", "Aspro", "Aspirine du Rhône", "Alka-Seltzer", "Migpriv",
        "Cardioaspirine", "Catalgine", "Actispirine", "Solupsan");

    /// <summary>Every drug, in the order in which the interview offers those of the source.</summary>
    public static IReadOnlyList<Drug> All { get; } =
    [
        Clopidogrel,
        Aspirin,
        new("dabigatran", "dabigatran", DrugClass.StopFortyEightHours, "dabigatran étexilate", "dabigatran etexilate", "Pradaxa"),
        new("rivaroxaban", "rivaroxaban", DrugClass.StopFortyEightHours, "Xarelto"),
        new("apixaban", "apixaban", DrugClass.StopFortyEightHours, "Eliquis"),
        new("warfarin", "warfarine", DrugClass.Bridge, "Coumadine", "Coumadin"),
        new("fluindione", "fluindione", DrugClass.Bridge, "Previscan"),
        new("acenocoumarol", "acénocoumarol", DrugClass.Bridge, "Sintrom", "Minisintrom", "Mini-Sintrom"),

        new("edoxaban", "édoxaban", DrugClass.NotCovered, "Lixiana"),
        new("prasugrel", "prasugrel", DrugClass.NotCovered, "Efient"),
        new("ticagrelor", "ticagrélor", DrugClass.NotCovered, "Brilique"),
        new("enoxaparin", "énoxaparine", DrugClass.NotCoveredHeparin, "Lovenox", "Inhixa", "enoxaparine sodique", "enoxaparin sodium"),
        new("tinzaparin", "tinzaparine", DrugClass.NotCoveredHeparin, "Innohep"),
        new("dalteparin", "daltéparine", DrugClass.NotCoveredHeparin, "Fragmine"),
        new("nadroparin", "nadroparine", DrugClass.NotCoveredHeparin, "Fraxiparine", "Fraxodi"),
        new("heparin", "héparine", DrugClass.NotCoveredHeparin, "Calciparine", "héparine calcique", "héparine sodique", "héparine non fractionnée"),
        new("fondaparinux", "fondaparinux", DrugClass.NotCovered, "Arixtra"),
        new("dipyridamole", "dipyridamole", DrugClass.NotCovered, "Persantine", "Cleridium"),
        new("ibuprofen", "ibuprofène", DrugClass.NotCovered, "Advil", "Nurofen", "Brufen"),
        new("ketoprofen", "kétoprofène", DrugClass.NotCovered, "Profenid", "Bi-Profenid"),
        new("naproxen", "naproxène", DrugClass.NotCovered, "Apranax", "Naprosyne"),
        new("diclofenac", "diclofénac", DrugClass.NotCovered, "Voltarène"),
        new("bevacizumab", "bévacizumab", DrugClass.NotCovered, "Avastin"),
        new("ramucirumab", "ramucirumab", DrugClass.NotCovered, "Cyramza"),
        new("nintedanib", "nintédanib", DrugClass.NotCovered, "Vargatef", "Ofev"),
        new("ibrutinib", "ibrutinib", DrugClass.NotCovered, "Imbruvica"),

        new("idarucizumab", "idarucizumab", DrugClass.NotCoveredReversal, "Praxbind"),
        new("andexanet alfa", "andexanet alfa", DrugClass.NotCoveredReversal, "Ondexxya"),
        new("phytomenadione", "phytoménadione", DrugClass.NotCoveredReversal, "vitamine K", "vitamine K1", "vitamin K", "vitamin K1"),
        new("prothrombin complex", "complexe prothrombinique", DrugClass.NotCoveredReversal, "Kanokad", "Octaplex", "Confidex"),
        new("protamine", "protamine", DrugClass.NotCoveredReversal, "sulfate de protamine", "protamine sulfate"),
    ];

    /// <summary>Products of two drugs.</summary>
    public static IReadOnlyList<DualProduct> Duals { get; } = [new("DuoPlavin", Clopidogrel, Aspirin, AspirinInDuoPlavinMg)];
}
