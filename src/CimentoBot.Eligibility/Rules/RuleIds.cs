namespace CimentoBot.Eligibility.Rules;

/// <summary>Ids of the rules that others speak of by name; stable, as <see cref="Rule.Id"/> is.</summary>
public static class RuleIds
{
    /// <summary>Too few platelets.</summary>
    public const string Platelets = "deferred.platelets";

    /// <summary>Prothrombin activity too low.</summary>
    public const string Prothrombin = "deferred.prothrombin";

    /// <summary>A drug can no longer be stopped in time for the planned day.</summary>
    public const string MissedHold = "deferred.hold-window";

    /// <summary>A drug is to be stopped.</summary>
    public const string MedicationHold = "condition.medication-hold";

    /// <summary>A drug that the source has no rule for.</summary>
    public const string NotCovered = "condition.medication-not-covered";
}
