using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Interview;

/// <summary>The questions, each made from its fact: ranges, values and paths are stated once, in the vocabulary.</summary>
public static class Fields
{
    public const string MedicationsId = "medications";
    public const string OtherDrugsId = "medications.other";
    public const string AspirinDoseId = "aspirin.dailyDoseMg";
    public const string ProcedureDateId = "plan.procedureAt";
    public const string ProcedureTimeId = "plan.procedureTime";
    public const string LastDosePrefix = "lastDoseOn.";

    private static readonly Dictionary<Fact, Phrase> Hints = new()
    {
        [Vocabulary.Label] = new("ex. L3 — jamais de nom", "e.g. L3 — never a name"),
        [Vocabulary.Intensity] = new("de 0 à 10", "from 0 to 10"),
        [Vocabulary.Platelets] = new("ex. 180 G/L ou 180 000/mm³", "e.g. 180 G/L or 180,000/mm³"),
        [Vocabulary.ProthrombinRatio] = new("en %, ex. 92", "in %, e.g. 92 — not a ratio"),
    };

    private static readonly Dictionary<Fact, string[]> Aliases = new()
    {
        [Vocabulary.Site] = ["os", "site", "bone"],
        [Vocabulary.Label] = ["libellé", "label", "lésion", "lesion"],
        [Vocabulary.Matrix] = ["nature", "matrice", "matrix"],
        [Vocabulary.Extent] = ["volume", "taille", "size", "extent"],
        [Vocabulary.Pain] = ["douleur", "pain"],
        [Vocabulary.Intensity] = ["EVA", "EN", "intensité", "intensity", "NRS", "VAS"],
        [Vocabulary.Control] = ["contrôle", "control", "antalgiques", "analgesics"],
        [Vocabulary.Intolerance] = ["opioïdes", "opioids", "intolérance", "intolerance"],
        [Vocabulary.Aims] = ["objectif", "aim", "but", "goal"],
        [Vocabulary.SurgicalCandidate] = ["chirurgie", "surgery"],
        [Vocabulary.ReirradiationPossible] = ["radiothérapie", "radiotherapy"],
        [Vocabulary.Wall] = ["mur", "wall"],
        [Vocabulary.SpinalCanal] = ["canal"],
        [Vocabulary.Platelets] = ["plaquette", "plq", "platelet"],
        [Vocabulary.ProthrombinRatio] = ["TP", "taux de prothrombine", "prothrombine", "prothrombin", "prothrombin ratio", "prothrombin activity"],
        [Vocabulary.CementAllergy] = ["allergie", "allergy"],
        [Vocabulary.SevereCoagulopathy] = ["coagulation", "coagulopathie", "coagulopathy"],
    };

    public static readonly Field OtherDrugs = new(OtherDrugsId, new("Autres médicaments de l’hémostase", "Other drugs that act on haemostasis"), FieldShape.Text)
    {
        Hint = new("ex. Lixiana, Lovenox", "e.g. Lixiana, Lovenox"),
        MaxLength = 4000,
        Aliases = ["autres", "other", "autres médicaments", "other drugs"],
    };

    public static readonly Field AspirinDose = new(AspirinDoseId, new("Aspirine, si prise : mg par jour au total", "Aspirin, if taken: mg a day in all"), FieldShape.Text)
    {
        Hint = new("ex. 75", "e.g. 75"),
        Aliases = ["aspirine mg", "dose aspirine", "dose d'aspirine", "aspirin dose"],
    };

    public static readonly Field ProcedureDate = new(ProcedureDateId, Vocabulary.ProcedureAt.Label, FieldShape.Date)
    {
        Aliases = ["date", "date du geste", "geste", "procedure", "procedure date"],
    };

    public static readonly Field ProcedureTime = new(ProcedureTimeId, new("Heure prévue", "Planned hour"), FieldShape.Time)
    {
        Aliases = ["heure", "hour", "time"],
    };

    public static readonly Field Medications = new(MedicationsId, new("Anticoagulants et antiagrégants", "Anticoagulants and antiplatelet drugs"), FieldShape.Choices)
    {
        Options =
        [
            .. DrugTable.Current.All.Where(drug => drug.Asked is not Unnamed).Select(drug => new Option(drug.Inn, Named(drug))),
            Common.NoneOption with { Title = new("Aucun", "None") },
            Common.UnknownOption,
        ],
        Aliases = ["médicaments", "medicaments", "traitements", "drugs", "medication"],
    };

    /// <summary>The question that asks for a fact.</summary>
    public static Field For(Fact fact) => new(fact.Path, fact.Label, ShapeOf(fact))
    {
        Options = OptionsOf(fact),
        Hint = Hints.TryGetValue(fact, out var hint) ? hint : null,
        MaxLength = fact is TextFact text ? text.MaximumLength : 40,
        Aliases = Aliases.GetValueOrDefault(fact, []),
    };

    public static Field LastDose(Hold hold) => new(
        LastDosePrefix + hold.Drug,
        new($"{Sentence.Capital(hold.Name.Fr)} : jour de la dernière prise", $"{Sentence.Capital(hold.Name.En)}: day of the last dose"),
        FieldShape.Date);

    private static FieldShape ShapeOf(Fact fact) => fact switch
    {
        IChoiceFact { IsList: true } => FieldShape.Choices,
        IChoiceFact or BooleanFact => FieldShape.Choice,
        DateFact => FieldShape.Date,
        _ => FieldShape.Text,
    };

    private static IReadOnlyList<Option> OptionsOf(Fact fact) => fact switch
    {
        IChoiceFact { IsList: true } choice when fact == Vocabulary.Aims => [.. choice.Options, Common.UnknownOption],
        IChoiceFact { IsList: true } choice => [.. choice.Options, Common.NoneOption, Common.UnknownOption],
        IChoiceFact choice => [.. choice.Options, Common.UnknownOption],
        BooleanFact => [Common.YesOption, Common.NoOption, Common.UnknownOption],
        _ => [],
    };

    private static Phrase Named(Drug drug) => drug.Names.Count == 0
        ? new(Sentence.Capital(drug.InnFr), Sentence.Capital(drug.Inn))
        : new($"{Sentence.Capital(drug.InnFr)} ({Brand(drug)})", $"{Sentence.Capital(drug.Inn)} ({Brand(drug)})");

    private static string Brand(Drug drug) => drug == Drugs.Aspirin
        ? "Kardégic, Aspégic…"
        : drug.Names.First(name => char.IsUpper(name[0]));
}
