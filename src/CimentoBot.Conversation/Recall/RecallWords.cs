using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Recall;

/// <summary>The words of a recall.</summary>
public static class RecallWords
{
    public static readonly Phrase Usage = new(
        "Usage : dotnet run --project src/CimentoBot -- recall <identifiant de règle>, par exemple deferred.platelets (liste : GET /api/guideline).",
        "Usage: dotnet run --project src/CimentoBot -- recall <rule id>, for example deferred.platelets (list: GET /api/guideline).");

    internal static readonly Phrase Head = new("dossier\tétat\tjour\tverdict rendu\tédition", "case\tstatus\tday\tverdict then\tedition");
    internal static readonly Phrase Open = new("entretien en cours", "interview under way");
    internal static readonly Phrase Finished = new("terminé", "finished");
    internal static readonly Phrase Illegible = new("illisible, à vérifier à la main", "cannot be read, to be checked by hand");
    internal static readonly Phrase NoVerdictKept = new("aucun verdict gardé", "no verdict kept");

    internal static Phrase Count(int touched, int read) => new(
        $"Dossiers ouverts concernés : {touched} sur {read}.", $"Open cases concerned: {touched} of {read}.");

    internal static Phrase NoSuchRule(string id, IReadOnlyList<string> near)
    {
        var list = string.Join(", ", near);
        return new(
            $"Aucune règle ne s’appelle « {id} ».{(near.Count > 0 ? $" Proches : {list}." : "")} Toutes les règles : GET /api/guideline.",
            $"No rule is called “{id}”.{(near.Count > 0 ? $" Near ones: {list}." : "")} All rules: GET /api/guideline.");
    }
}
