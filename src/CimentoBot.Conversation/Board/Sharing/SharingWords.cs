using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Sharing;

/// <summary>What the message extension says.</summary>
internal static class SharingWords
{
    public static readonly Phrase NothingFound = new(
        "Aucun dossier terminé de ce code, parmi les vôtres et ceux des RCP dont vous êtes membre.",
        "No finished case with that code, among your own and those of the boards that you are a member of.");

    public static readonly Phrase NothingYet = new(
        "Aucun dossier terminé, parmi les vôtres et ceux des RCP dont vous êtes membre.",
        "No finished case, among your own and those of the boards that you are a member of.");

    public static readonly Phrase DoesNotChange = new(
        "Cette copie ne change plus et n’appelle pas de réponse. Ce qui vaut est la carte du canal de la RCP, ou celle du clinicien.",
        "This copy does not change any more and asks for no answer. What counts is the card in the board’s channel, or the clinician’s.");

    public static readonly Phrase NotPresented = new("Pas encore présenté à une RCP.", "Not presented to a board yet.");

    public static Phrase CopyOf(LocalDate day) => new($"Copie du {Dates.Long(day, Language.French)}", $"Copy of {Dates.Long(day, Language.English)}");
}
