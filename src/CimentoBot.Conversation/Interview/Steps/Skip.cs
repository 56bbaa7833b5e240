using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>What is not asked, and the one reason for it.</summary>
/// <param name="What">What would have been asked.</param>
/// <param name="Why">The answer that makes it needless, or that it could change nothing.</param>
public sealed record Skip(IReadOnlyList<Phrase> What, Phrase Why)
{
    public string In(Language language) => $"{string.Join(" · ", What.Select(what => what.In(language)))} — {Why.In(language)}";
}

/// <summary>Says why a fact is not asked.</summary>
internal static class SkipReasons
{
    private const int MostNamed = 3;

    private static readonly Phrase NothingToChange = new("ne changerait aucun constat", "would change no finding");
    private static readonly Phrase NotRead = new("aucune règle en jeu ne lit cette réponse", "no rule in play reads this answer");

    /// <param name="fact">What is not asked.</param>
    /// <param name="known">What is known.</param>
    /// <param name="outlook">What that leaves open.</param>
    /// <param name="bedside">The guideline and today.</param>
    public static Phrase ForNotAsking(Fact fact, Case known, Outlook outlook, Bedside bedside) => outlook.Concerns(fact) switch
    {
        Truth.Yes => NothingToChange,
        Truth.No => fact.Concern.Facts.FirstOrDefault(other => RulesOut(other, fact, known, bedside)) is { } decisive ? Said(decisive, known) : NotRead,
        Truth.Unknown => WaitsFor(fact, known),
    };

    /// <summary>Whether what is known of one fact is enough for another not to concern the case.</summary>
    private static bool RulesOut(Fact other, Fact fact, Case known, Bedside bedside) =>
        known.Value(other) is { } value && bedside.Assessor.Concerns(Case.Empty.With(other, value), fact, bedside.Today) is Truth.No;

    private static Phrase Said(Fact fact, Case known)
    {
        var value = Recap.ValueOf(fact, known);
        return new($"{fact.Label.Fr} : {value.Fr}", $"{fact.Label.En}: {value.En}");
    }

    private static Phrase WaitsFor(Fact fact, Case known)
    {
        var unknown = fact.Concern.Facts.Where(other => !known.Knows(other)).ToList();
        var named = unknown.Take(MostNamed).ToList();
        var more = unknown.Count > MostNamed ? ", …" : "";
        return new(
            $"dépend de ce qui n’est pas encore connu : {string.Join(", ", named.Select(other => other.Label.Fr))}{more}",
            $"depends on what is not known yet: {string.Join(", ", named.Select(other => other.Label.En))}{more}");
    }
}
