using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Reading.Quick;
using CsCheck;

namespace CimentoBot.Conversation.Tests.Quick;

/// <summary>Lines put together from phrases: they say exactly what their phrases say, and never what a word turned round.</summary>
public sealed class QuickPropertyTests
{
    /// <summary>Unambiguous phrases, each with what it states; no two are about one fact.</summary>
    private static readonly (string Words, string[] Facts)[] Phrases =
    [
        ("L3", ["lesion.site=vertebra", "lesion.label=L3"]),
        ("lytique", ["lesion.matrix=lytic"]),
        ("volumineuse", ["lesion.extent=large"]),
        ("fracture stable", ["lesion.fracture=stable"]),
        ("recul du mur postérieur", ["lesion.posteriorWall=retropulsed"]),
        ("canal libre", ["lesion.canal=clear"]),
        ("douleur localisée", ["pain.distribution=localised"]),
        ("EVA 7", ["pain.intensity=7"]),
        ("mal contrôlée", ["pain.control=poorlyControlled"]),
        ("plaquettes 180", ["patient.plateletsPerMm3=180000"]),
        ("TP 92", ["patient.prothrombinRatioPercent=92"]),
        ("Plavix", ["medications=clopidogrel"]),
        ("Kardégic 75 mg/j", ["medications=aspirin 75 mg"]),
        ("Lovenox", ["medications=enoxaparin"]),
        ("immunodéprimé", ["patient.immunosuppressed=true"]),
        ("infection générale", ["patient.systemicInfection=true"]),
        ("allergie au ciment", ["patient.cementAllergy=true"]),
        ("geste le 14/12/2026 à 8h", ["plan.procedureAt=2026-12-14T08:00"]),
        ("bilan du 27/11/2026", ["patient.bloodsOn=2026-11-27"]),
    ];

    private static readonly string[] Turns = [.. QuickWords.Negations, .. QuickWords.Doubts];

    private static readonly Gen<(string Words, string[] Facts)[]> Lines =
        Gen.Shuffle(Phrases, 1, Phrases.Length);

    private static readonly Gen<string> Joints = OneOf(" ", ", ", " et ", " ; ", "\n");

    [Fact]
    public void PhrasesInAnyOrderSayExactlyTheirFacts() => Gen.Select(Lines, Joints).Sample((phrases, joint) =>
    {
        var line = QuickNotation.Read(string.Join(joint, phrases.Select(phrase => phrase.Words)));
        return Said(line).SequenceEqual(phrases.SelectMany(phrase => phrase.Facts)) && line.Questions.Count == 0;
    });

    [Fact]
    public void AWordThatTurnsAPhraseRoundNeverLeavesItsFact() => Gen.Select(Lines, OneOf(" ", ", "), OneOf(Turns), Gen.Int[0, 1000]).Sample((phrases, joint, turn, place) =>
    {
        var turned = phrases[place % phrases.Length];
        var words = phrases.Select(phrase => phrase == turned ? $"{turn} {phrase.Words}" : phrase.Words);
        return !Said(QuickNotation.Read(string.Join(joint, words))).Intersect(turned.Facts).Any();
    });

    [Fact]
    public void AWordBehindAPhraseThatTurnsItRoundNeverLeavesItsFactEither() => Gen.Select(Lines, OneOf(Turns), Gen.Int[0, 1000]).Sample((phrases, turn, place) =>
    {
        var turned = phrases[place % phrases.Length];
        var words = phrases.Select(phrase => phrase == turned ? $"{phrase.Words} {turn}" : phrase.Words);
        return !Said(QuickNotation.Read(string.Join(", ", words))).Intersect(turned.Facts).Any();
    });

    /// <summary>Any words at all, known ones among them: each fact that is read has its own words in the line.</summary>
    [Fact]
    public void NoFactIsReadWhoseWordsAreNotThere()
    {
        var words = Gen.OneOf(
            OneOf([.. Phrases.SelectMany(phrase => phrase.Words.Split(' '))]),
            OneOf(Turns),
            OneOf([.. QuickWords.Fillers]),
            OneOf("foo", "180", "7", ",", ".", "?", "/", "-", "75", "mg", "x", "Plavixx", "AVK", "L4"));
        words.Array[0, 14].Sample(typed =>
        {
            var line = QuickNotation.Read(string.Join(' ', typed));
            var alone = Phrases.Where(phrase => phrase.Words.Split(' ').All(typed.Contains)).SelectMany(phrase => phrase.Facts).ToHashSet();
            return Said(line).All(fact => alone.Contains(fact) || IsOfOtherWords(fact, typed));
        });
    }

    [Fact]
    public void WhateverIsTypedIsReadWithoutFailing() => Gen.String[0, 200].Sample(typed =>
    {
        if (typed.Any(char.IsSurrogate))
        {
            return;
        }

        _ = QuickNotation.Read(typed);
    });

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(place => words[place]);

    private static IEnumerable<string> Said(QuickLine line) => line.Facts.Select(QuickNotation.Of);

    /// <summary>Facts that the same words say in another order or number: they too need their words.</summary>
    private static bool IsOfOtherWords(string fact, string[] typed) => fact switch
    {
        "lesion.label=L4" => typed.Contains("L4"),
        "lesion.site=vertebra" => typed.Contains("L3") || typed.Contains("L4"),
        "lesion.fracture=none" => typed.Contains("fracture") && typed.Intersect(["sans", "pas", "aucune", "no", "without"]).Any(),
        "medications=aspirin" => typed.Contains("Kardégic"),
        "medications=aspirin 180 mg" or "medications=aspirin 75 mg" => typed.Contains("Kardégic") && typed.Contains("mg/j"),
        _ when fact.StartsWith("medications=clopidogrel", StringComparison.Ordinal) => typed.Contains("Plavix"),
        _ when fact.StartsWith("medications=enoxaparin", StringComparison.Ordinal) => typed.Contains("Lovenox"),
        _ when fact.StartsWith("pain.intensity", StringComparison.Ordinal) => typed.Contains("EVA") && typed.Contains(fact.Split('=')[1]),
        _ when fact.StartsWith("patient.platelets", StringComparison.Ordinal) => typed.Contains("plaquettes"),
        _ when fact.StartsWith("patient.prothrombin", StringComparison.Ordinal) => typed.Contains("TP") && typed.Contains(fact.Split('=')[1]),
        _ when fact.EndsWith("=false", StringComparison.Ordinal) => typed.Intersect(["sans", "pas", "aucune", "aucun", "no", "without", "non", "not"]).Any(),
        "patient.bloodsOn=2026-11-27" => typed.Contains("bilan") && typed.Contains("27/11/2026"),
        _ when fact.StartsWith("plan.procedureAt=2026-12-14", StringComparison.Ordinal) => typed.Contains("geste") && typed.Contains("14/12/2026"),
        _ => false,
    };
}
