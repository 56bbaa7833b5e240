using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using static CimentoBot.Eligibility.Citations.Carried;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Citations;

/// <summary>Questions 4 and 5 with table 8: who must not, what about bleeding, what can go wrong.</summary>
internal static class StatementsOnRisks
{
    public static readonly IReadOnlyList<Statement> Rows =
    [
        new("S27", At("Q4"), [Row("not-indicated.pain-controlled"), Asks(Control)], new(
            "Pas d’indication si les médicaments maîtrisent bien la douleur.",
            "No indication where drugs control the pain well."), "H01"),

        new("S28", At("T8"), [Row("absolute.asymptomatic-stable-fracture"), Row("information.unstable-fracture"), Asks(Fractured), Asks(Pain)], new(
            "Absolue : une fracture que l’on ne sent pas et qui tient.",
            "Absolute: a fracture that is not felt and holds."), "H01", "H02", "H17"),
        new("S29", At("T8"), [Row("absolute.diffuse-pain"), Asks(Pain)], new(
            "Absolue : une douleur étendue, sans foyer.",
            "Absolute: widespread pain without a focus."), "H01", "H02"),
        new("S30", At("T8"), [Row("absolute.systemic-infection"), Asks(SystemicInfection)], new(
            "Absolue : une infection générale active.",
            "Absolute: an active general infection."), "H02"),
        new("S31", At("T8"), [Row("absolute.puncture-site-infection"), Asks(PunctureSiteInfection)], new(
            "Absolue : une peau infectée là où l’on piquerait.",
            "Absolute: infected skin where one would puncture."), "H02"),
        new("S32", At("T8"), [Row("absolute.severe-coagulopathy"), Asks(SevereCoagulopathy)], new(
            "Absolue : une coagulation gravement perturbée.",
            "Absolute: gravely disturbed clotting."), "H02"),
        new("S33", At("T8"), [Row("absolute.cement-allergy"), Asks(CementAllergy)], new(
            "Absolue : une allergie à ce dont le ciment est fait.",
            "Absolute: an allergy to what the cement is made of."), "H02"),
        new("S34", At("T8"), [Row("relative.posterior-wall-involvement"), Asks(Wall)], new(
            "Relative, selon l’équipe : un mur postérieur atteint sur une grande étendue.",
            "Relative, depending on the team: a posterior wall involved over a wide area."), "H02"),
        new("S35", At("T8"), [Row("relative.posterior-wall-retropulsion"), Asks(Wall)], new(
            "Relative, selon l’équipe : un mur postérieur qui recule.",
            "Relative, depending on the team: a posterior wall that bulges backwards."), "H02", "H17"),
        new("S36", At("T8"), [Row("relative.radiculopathy"), Asks(Radiculopathy)], new(
            "Relative : une racine nerveuse en souffrance.",
            "Relative: a nerve root in trouble."), "H02", "H17"),
        new("S37", At("T8"), [Row("relative.canal-extension"), Asks(SpinalCanal)], new(
            "Relative : une tumeur qui gagne le canal.",
            "Relative: a tumour that reaches into the canal."), "H02"),
        new("S38", At("T8"), [Row("relative.epiduritis"), Asks(SpinalCanal)], new(
            "Relative : une atteinte épidurale.",
            "Relative: epidural involvement."), "H02", "H17"),
        new("S39", At("T8"), [Row("relative.joint-breach"), Asks(JointBreach)], new(
            "Relative : une lésion ouverte sur une articulation.",
            "Relative: a lesion open to a joint."), "H02"),

        new("S40", At("Q4"), [Row("deferred.platelets"), Row("deferred.prothrombin"), Row("deferred.hold-window")], new(
            "Le risque de saigner impose ce qui suit.", "The risk of bleeding imposes what follows."), "H01"),
        new("S41", At("Q4"), [Row("deferred.platelets"), Asks(Platelets)], new(
            "Il faut dépasser 50 000 plaquettes par mm³.",
            "Platelets must exceed 50,000 per mm³."), "H04"),
        new("S42", At("Q4"), [Row("deferred.prothrombin"), Asks(ProthrombinRatio)], new(
            "Il faut un TP au-dessus de 50.",
            "The prothrombin activity must be above 50."), "H05"),
        new("S43", At("Q4"), [Row("condition.medication-hold"), Row("condition.medication-not-covered"), Asks(Medications), Schedules(Drugs.HeparinRelay)], new(
            "Sous anticoagulant oral : passer à une HBPM.",
            "On an oral anticoagulant: change over to low-molecular-weight heparin."), "H10", "H11"),
        new("S44", At("Q4"), [Schedules(Drugs.HeparinRelay), Schedules(Drugs.AHeparin), Asks(ProcedureAt)], new(
            "L’arrêt se fait la veille.", "It stops on the day before."), "H06", "H11"),
        new("S45", At("Q4", 122, 123), [Row("condition.medication-hold"), Row("condition.medication-not-covered"), Asks(Medications)], new(
            "Sous antiagrégant, trois règles suivent.", "On an antiplatelet drug, three rules follow."), "H10"),
        new("S46", At("Q4", 122, 123), [Row("condition.medication-hold"), Row("deferred.hold-window"), Schedules(Drugs.FiveDays), Asks(ProcedureAt)], new(
            "Clopidogrel : plus rien depuis cinq jours.",
            "Clopidogrel: none for five days before."), "H06", "H13"),
        new("S47", At("Q4", 122, 123), [Row("condition.medication-hold"), Row("deferred.hold-window"), Row("condition.medication-not-covered"), Schedules(Drugs.FortyEightHours), Schedules(Drugs.NotNamed), Schedules(Drugs.AReversalAgent), Asks(ProcedureAt)], new(
            "Dabigatran, rivaroxaban, apixaban (les anticoagulants oraux récents) : plus rien depuis 48 heures.",
            "Dabigatran, rivaroxaban, apixaban (the newer oral anticoagulants): none for 48 hours before."), "H07", "H09", "H10"),
        new("S48", At("Q4", 122, 123), [Schedules(Drugs.FiveDaysFrom160Mg), Asks(Medications)], new(
            "Aspirine sous 160 mg par jour : on peut ne pas l’interrompre.",
            "Aspirin under 160 mg a day: it need not be interrupted."), "H12", "H13"),
        new("S49", At("Q4", 122, 123), [Row("condition.medication-hold"), Row("deferred.hold-window"), Schedules(Drugs.FiveDaysFrom160Mg), Asks(ProcedureAt)], new(
            "Aspirine au-delà : plus rien depuis cinq jours.",
            "Aspirin beyond that: none for five days before."), "H06", "H12"),
        new("S50", At("Q4"), [Row("condition.medication-hold"), Prints("HoldWords.UnderEverySchedule", HoldWords.UnderEverySchedule)], new(
            "Rien ne change sans l’anesthésie et le médecin qui a prescrit.",
            "Nothing changes without anaesthesia and the physician who prescribed."), "H08", "H22"),

        new("S51", At("Q5"), [Row("information.cement-leak")], new(
            "Ce que l’on craint d’abord : du ciment qui s’échappe.",
            "What is feared first: cement that escapes.")),
        new("S52", At("Q5", 124), [Row("information.cement-leak")], new(
            "C’est plus courant que dans l’ostéoporose, car son chemin dans la tumeur se prévoit mal.",
            "It is commoner than in osteoporosis, because its path through the tumour is hard to foresee.")),
        new("S53", At("Q5"), Nothing(Reason.Technique), new(
            "On l’injecte épais, pour qu’il s’échappe moins.",
            "It is injected thick, so that less escapes.")),
        new("S54", At("Q5"), [Row("information.cement-leak")], new(
            "Il peut gagner les vaisseaux (embolie) ou, sur une vertèbre, l’espace épidural et comprimer racine ou moelle.",
            "It may reach vessels (emboli) or, on a vertebra, the epidural space and compress root or cord."), "H17"),
        new("S55", At("Q5"), [Row("information.cement-leak")], new(
            "Disque et parties molles sont atteints assez souvent.",
            "Disc and soft tissue are reached fairly often.")),
        new("S56", At("Q5"), [Row("information.cement-leak")], new(
            "En général cela ne se sent pas ; parfois la douleur est vive, pour un temps.",
            "Usually it is not felt; now and then it hurts badly for a while.")),
        new("S57", At("Q5"), [Row("information.other-complications")], new(
            "Les saignements, peu fréquents, tiennent au siège et plus encore au patient.",
            "Bleeding, infrequent, depends on the site and still more on the patient.")),
        new("S58", At("Q5"), [Row("information.other-complications")], new(
            "Les infections, peu fréquentes, inquiètent : des germes se fixent sur un matériel.",
            "Infections, infrequent, are a worry: germs settle on implanted material.")),
        new("S59", At("Q5"), [Row("suggestion.antibiotic-prophylaxis"), Asks(Immunosuppressed)], new(
            "Chez ces patients, volontiers immunodéprimés, un antibiotique préventif est possible.",
            "In these patients, many of them immunosuppressed, a preventive antibiotic is possible.")),
    ];
}
