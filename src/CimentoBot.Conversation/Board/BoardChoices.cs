using System.Collections.Immutable;
using System.Text.Json;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board;

/// <summary>A value that a board's form or a typed line can give.</summary>
/// <param name="Value">The value.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">Other words for it.</param>
internal sealed record BoardChoice<T>(T Value, Phrase Title, params ImmutableArray<string> Words)
    where T : struct, Enum
{
    /// <summary>What a card sends.</summary>
    public string Id { get; } = JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());

    public bool IsCalled(string text) => Words.Append(Id).Append(Title.Fr).Append(Title.En).Any(word => Fold.Same(word, text));
}

/// <summary>Everything that can be chosen at the board, with its words; what is typed is read by the same table as what a card sends.</summary>
internal static class BoardChoices
{
    public static readonly ImmutableArray<BoardChoice<OpinionValue>> Opinions =
    [
        new(OpinionValue.Favourable, new("Favorable", "Favourable"), "favorable"),
        new(OpinionValue.FavourableWithConditions, new("Favorable sous conditions", "Favourable with conditions"), "conditions"),
        new(OpinionValue.Unfavourable, new("Défavorable", "Unfavourable"), "unfavorable"),
        new(OpinionValue.MoreInformation, new("Informations à compléter", "More information needed"), "infos", "info", "information"),
    ];

    public static readonly ImmutableArray<BoardChoice<Specialty>> Specialties =
    [
        new(Specialty.Radiology, new("Radiologie interventionnelle", "Interventional radiology"), "radiologie", "radiologue", "radiologist"),
        new(Specialty.Rheumatology, new("Rhumatologie", "Rheumatology"), "rhumatologue", "rheumatologist"),
        new(Specialty.Oncology, new("Oncologie", "Oncology"), "oncologue", "oncologist"),
        new(Specialty.Radiotherapy, new("Radiothérapie", "Radiotherapy"), "radiothérapeute", "radiotherapist", "radiation oncology"),
        new(Specialty.Orthopaedics, new("Chirurgie orthopédique", "Orthopaedic surgery"), "orthopédie", "orthopédiste", "chirurgie", "orthopedics", "surgery"),
        new(Specialty.PainMedicine, new("Médecine de la douleur", "Pain medicine"), "douleur", "algologie", "algologue", "pain"),
        new(Specialty.Anaesthesia, new("Anesthésie", "Anaesthesia"), "anesthésiste", "anesthesia", "anaesthetist"),
        new(Specialty.Pharmacy, new("Pharmacie", "Pharmacy"), "pharmacien", "pharmacist"),
    ];

    public static readonly ImmutableArray<BoardChoice<SignatoryRole>> Roles =
    [
        new(SignatoryRole.Anaesthesia, new("Anesthésie", "Anaesthesia"), "anesthésiste", "anesthesia"),
        new(SignatoryRole.Prescriber, new("Prescripteur", "Prescriber")),
    ];

    public static readonly ImmutableArray<BoardChoice<SignOutcome>> Outcomes =
    [
        new(SignOutcome.Agreed, new("D’accord avec le calendrier", "Agreed to the schedule"), "accord", "ok", "agree", "signé"),
        new(SignOutcome.Corrected, new("D’accord avec une correction", "Agreed with a correction"), "correction", "corrigé"),
        new(SignOutcome.Refused, new("Arrêt refusé", "Stopping refused"), "refus", "refusé", "refused"),
    ];

    public static readonly ImmutableArray<BoardChoice<BoardDecision>> Decisions =
    [
        new(BoardDecision.Accepted, new("Accepté", "Accepted")),
        new(BoardDecision.AcceptedWithConditions, new("Accepté sous conditions", "Accepted with conditions"), "conditions"),
        new(BoardDecision.Refused, new("Refusé", "Refused")),
        new(BoardDecision.Postponed, new("Reporté", "Postponed")),
        new(BoardDecision.OtherTreatment, new("Autre traitement", "Other treatment"), "autre", "other"),
    ];

    public static readonly ImmutableArray<BoardChoice<DeviationReason>> Reasons =
    [
        new(DeviationReason.PatientWish, new("Souhait du patient", "Patient’s wish"), "souhait", "patient", "wish"),
        new(DeviationReason.Comorbidity, new("Comorbidité", "Comorbidity")),
        new(DeviationReason.NewFinding, new("Élément nouveau", "New finding"), "nouveau", "élément", "finding"),
        new(DeviationReason.TeamExperience, new("Expérience de l’équipe", "Team’s experience"), "expérience", "experience"),
        new(DeviationReason.Resources, new("Moyens disponibles", "Resources"), "moyens", "ressources"),
        new(DeviationReason.Other, new("Autre motif", "Other reason"), "autre", "other"),
    ];

    /// <summary>The value that a text names, by its id, its title or another word for it; null where none is.</summary>
    public static T? Find<T>(this ImmutableArray<BoardChoice<T>> choices, string text)
        where T : struct, Enum => choices.FirstOrDefault(choice => choice.IsCalled(text))?.Value;

    public static Phrase TitleOf<T>(this ImmutableArray<BoardChoice<T>> choices, T value)
        where T : struct, Enum => choices.First(choice => choice.Value.Equals(value)).Title;
}
