namespace CimentoBot.Eligibility.Holds;

/// <summary>
/// The pharmacist's room: ROWS ONLY. Numbers and names are changed here; arithmetic stands elsewhere. A name is recognised
/// by exact match after folding, or not at all.
/// </summary>
public static class Drugs
{
    /// <summary>Clopidogrel (Q4).</summary>
    public static readonly Asked FiveDays = new Stop(Days: 5);

    /// <summary>Aspirin: under 160 mg a day it may go on (Q4).</summary>
    public static readonly Asked FiveDaysFrom160Mg = new Stop(Days: 5) { FromMg = 160 };

    /// <summary>The direct oral anticoagulants that the source names (Q4). Without the hour of the procedure: two whole days (a reading of ours).</summary>
    public static readonly Asked FortyEightHours = new Stop(Days: 2) { Hours = 48 };

    /// <summary>Vitamin K antagonists: the heparin of the relay stops the day before (Q4).</summary>
    public static readonly Asked HeparinRelay = new Relay(HeparinDays: 1);

    public static readonly Asked NotNamed = new Unnamed(UnnamedKind.Other);
    public static readonly Asked AHeparin = new Unnamed(UnnamedKind.Heparin);
    public static readonly Asked AReversalAgent = new Unnamed(UnnamedKind.ReversalAgent);

    public static readonly Drug Clopidogrel = new("clopidogrel", "clopidogrel", FiveDays, "Plavix");

    public static readonly Drug Aspirin = new("aspirin", "aspirine", FiveDaysFrom160Mg,
        "acide acétylsalicylique", "acetylsalicylic acid", "acétylsalicylate de lysine", "lysine acetylsalicylate",
        "Kardégic", "Aspégic", "Resitune", "Aspirine Protect", "Aspirine UPSA", "Aspro", "Aspirine du Rhône", "Alka-Seltzer", "Migpriv",
        "Cardioaspirine", "Catalgine", "Actispirine");

    /// <summary>Every drug, in the order in which the interview offers those of the source.</summary>
    public static IReadOnlyList<Drug> All { get; } =
    [
        Clopidogrel,
        Aspirin,
        new("dabigatran", "dabigatran", FortyEightHours, "dabigatran étexilate", "dabigatran etexilate", "Pradaxa"),
        new("rivaroxaban", "rivaroxaban", FortyEightHours, "Xarelto"),
        new("apixaban", "apixaban", FortyEightHours, "Eliquis"),
        new("warfarin", "warfarine", HeparinRelay, "Coumadine", "Coumadin"),
        new("fluindione", "fluindione", HeparinRelay, "Previscan"),
        new("acenocoumarol", "acénocoumarol", HeparinRelay, "Sintrom", "Minisintrom", "Mini-Sintrom"),

        new("edoxaban", "édoxaban", NotNamed, "Lixiana"),
        new("prasugrel", "prasugrel", NotNamed, "Efient"),
        new("ticagrelor", "ticagrélor", NotNamed, "Brilique"),
        new("enoxaparin", "énoxaparine", AHeparin, "Lovenox", "Inhixa", "enoxaparine sodique", "enoxaparin sodium"),
        new("tinzaparin", "tinzaparine", AHeparin, "Innohep"),
        new("dalteparin", "daltéparine", AHeparin, "Fragmine"),
        new("nadroparin", "nadroparine", AHeparin, "Fraxiparine", "Fraxodi"),
        new("heparin", "héparine", AHeparin, "Calciparine", "héparine calcique", "héparine sodique", "héparine non fractionnée"),
        new("fondaparinux", "fondaparinux", NotNamed, "Arixtra"),
        new("dipyridamole", "dipyridamole", NotNamed, "Persantine", "Cleridium"),
        new("ibuprofen", "ibuprofène", NotNamed, "Advil", "Nurofen", "Brufen"),
        new("ketoprofen", "kétoprofène", NotNamed, "Profenid", "Bi-Profenid"),
        new("naproxen", "naproxène", NotNamed, "Apranax", "Naprosyne"),
        new("diclofenac", "diclofénac", NotNamed, "Voltarène"),
        new("bevacizumab", "bévacizumab", NotNamed, "Avastin"),
        new("ramucirumab", "ramucirumab", NotNamed, "Cyramza"),
        new("nintedanib", "nintédanib", NotNamed, "Vargatef", "Ofev"),
        new("ibrutinib", "ibrutinib", NotNamed, "Imbruvica"),

        new("idarucizumab", "idarucizumab", AReversalAgent, "Praxbind"),
        new("andexanet alfa", "andexanet alfa", AReversalAgent, "Ondexxya"),
        new("phytomenadione", "phytoménadione", AReversalAgent, "vitamine K", "vitamine K1", "vitamin K", "vitamin K1"),
        new("prothrombin complex", "complexe prothrombinique", AReversalAgent, "Kanokad", "Octaplex", "Confidex"),
        new("protamine", "protamine", AReversalAgent, "sulfate de protamine", "protamine sulfate"),
    ];

    /// <summary>Products of two drugs. Of the strengths of aspirin in them the largest counts.</summary>
    public static IReadOnlyList<DualProduct> Duals { get; } = [new("DuoPlavin", "clopidogrel", "aspirin", SecondDoseMg: 100)];
}
