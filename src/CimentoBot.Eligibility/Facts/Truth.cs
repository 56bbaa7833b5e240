namespace CimentoBot.Eligibility.Facts;

/// <summary>What is known of a statement: it fails in every completion of the case, in some, or in none.</summary>
public enum Truth
{
    No,
    Unknown,
    Yes,
}
