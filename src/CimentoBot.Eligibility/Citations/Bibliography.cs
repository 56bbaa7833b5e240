namespace CimentoBot.Eligibility.Citations;

/// <summary>A numbered reference of the source.</summary>
public sealed record Reference(int Number, string Text);

/// <summary>The references that belong to the chapter.</summary>
public static class Bibliography
{
    public static IReadOnlyList<Reference> All { get; } =
    [
        new(117, "Iannesi A, Garnon J, Cormier É, Clarençon F, Chiras J. [Interventional radiology for bone metastases]. Bull Cancer. 2013 Nov;100(11):1163–73."),
        new(118, "Jakobs TF, Trumm C, Reiser M, Hoffmann RT. Percutaneous vertebroplasty in tumoral osteolysis. Eur Radiol. 2007 Aug;17(8):2166–75."),
        new(119, "Schulte TL, Keiler A, Riechelmann F, Lange T, Schmoelz W. Biomechanical comparison of vertebral augmentation with silicone and PMMA cement and two filling grades. Eur Spine J. 2013 Dec;22(12):2695–701."),
        new(120, "Iannesi A, Amoretti N, Marcy P-Y, Sedat J. Percutaneous cementoplasty for the treatment of extraspinal painful bone lesion, a prospective study. Diagn Interv Imaging. 2012 Nov;93(11):859–70."),
        new(121, "Buy X, Cazzato RL, Catena V, Roubaud G, Kind M, Palussière J. [Image-guided bone consolidation in oncology: Cementoplasty and percutaneous screw fixation]. Bull Cancer. 2017 May;104(5):423–32."),
        new(122, "Jaffe TA, Raiff D, Ho LM, Kim CY. Management of Anticoagulant and Antiplatelet Medications in Adults Undergoing Percutaneous Interventions. AJR Am J Roentgenol. 2015 Aug;205(2):421–8."),
        new(123, "Foremny GB, Pretell-Mazzini J, Jose J, Subhawong TK. Risk of bleeding associated with interventional musculoskeletal radiology procedures. A comprehensive review of the literature. Skeletal Radiol. 2015 May;44(5):619–27."),
        new(124, "Laredo JD, Hamze B. Complications of percutaneous vertebroplasty and their prevention. Skeletal Radiol. 2004 Sep;33(9):493–505."),
        new(125, "Mavrovi E, Pialat J-B, Beji H, Kalenderian A-C, Vaz G, Richioud B. Percutaneous osteosynthesis and cementoplasty for stabilization of malignant pathologic fractures of the proximal femur. Diagn Interv Imaging. 2017 Jun;98(6):483–9."),
        new(126, "Premat K, Clarençon F, Bonaccorsi R, Degos V, Cormier É, Chiras J. Reinforced cementoplasty using dedicated spindles in the management of unstable malignant lesions of the cervicotrochanteric region. Eur Radiol. 2017 Sep;27(9):3973–82."),
        new(127, "Palussière J, Dixmieras F, Buy X, Descat E, Bonichon F, Debled M, et al. [Interventional radiology procedures in the treatment of bone metastasis]. Bull Cancer. 2009 Nov;96(11):1117–26."),
        new(128, "Palussière J, Buy X, Fonck M. [Percutaneous ablation of metastases: where are we and new techniques]. Bull Cancer. 2013 Apr 1;100(4):373–9."),
        new(129, "Gangi A, Tsoumakidou G, Buy X, Quoix E. Quality improvement guidelines for bone tumour management. Cardiovasc Intervent Radiol. 2010 Aug;33(4):706–13."),
        new(130, "Di Staso M, Gravina GL, Zugaro L, Bonfili P, Gregori L, Franzese P, et al. Treatment of Solitary Painful Osseous Metastases with Radiotherapy, Cryoablation or Combined Therapy: Propensity Matching Analysis in 175 Patients. PLoS ONE. 2015;10(6):e0129021."),
    ];

    public static Reference Find(int number) => All.First(reference => reference.Number == number);
}
