namespace CimentoBot.Eligibility.Facts;

/// <summary>What is known of a statement: it fails in every completion of the case, in some, or in none.</summary>
#pragma warning disable CA1028 // Some two hundred are written for each case that is looked at.
public enum Truth : byte
#pragma warning restore CA1028
{
    No,
    Unknown,
    Yes,
}
