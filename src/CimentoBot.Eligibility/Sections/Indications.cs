using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;

namespace CimentoBot.Eligibility.Sections;

/// <summary>The four indications of question 3. They support; they do not change the verdict by themselves.</summary>
internal static class Indications
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new("indication.poorly-controlled-pain", Terms.PoorlyControlledPain, null, [At("Q3")], new(
            "Indication : les antalgiques ne maîtrisent pas la douleur de cette lésion.",
            "Indication: analgesics do not control the pain of this lesion.")),
        new("indication.opioid-intolerance", Terms.OpioidsNotTolerated, null, [At("Q3")], new(
            "Indication : les opioïdes sont mal supportés.",
            "Indication: opioids are poorly tolerated.")) { Reading = Readings.ControlWithIntolerance },
        new("indication.palliative-alternative", Terms.PalliativeAlternative, null, [At("Q3")], new(
            "Indication, en situation palliative : opération et nouvelle irradiation exclues, ou échec des autres techniques.",
            "Indication, in palliative care: operation and re-irradiation excluded, or the other techniques have failed.")),
        new("indication.stabilising-alternative", Terms.StabilisingAlternative, null, [At("Q3"), At("R1")], new(
            "Indication : soulager et stabiliser en évitant une opération bien plus lourde, avec ou sans radiothérapie.",
            "Indication: relieve and stabilise while sparing a much heavier operation, with or without radiotherapy.")),
    ];
}
