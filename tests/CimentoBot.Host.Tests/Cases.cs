namespace CimentoBot.Host.Tests;

/// <summary>Cases that several tests send.</summary>
internal static class Cases
{
    /// <summary>A painful L3 metastasis, everything known, nothing against cement.</summary>
    public const string L3 =
        """
        {
          "lesion": {
            "site": "vertebra", "label": "L3", "matrix": "lytic", "extent": "small", "fracture": "none",
            "compressionFractureRisk": false, "posteriorWall": "intact", "canal": "clear", "radiculopathy": false
          },
          "pain": {
            "distribution": "localised", "intensity": 7, "lesionIsSource": true, "control": "poorlyControlled", "opioidIntolerance": []
          },
          "plan": {
            "aims": ["painRelief", "stabilisation"], "surgicalCandidate": false, "reirradiationPossible": true,
            "procedureAt": "PROCEDURE"
          },
          "patient": {
            "systemicInfection": false, "punctureSiteInfection": false, "severeCoagulopathy": false, "cementAllergy": false,
            "immunosuppressed": false, "plateletsPerMm3": 150000, "prothrombinRatioPercent": 85
          },
          "medications": MEDICATIONS
        }
        """;

    public static string Request(string subject, string asOf = "2026-03-20") => $$"""{ "case": {{subject}}, "asOf": "{{asOf}}" }""";

    public static string L3With(string medications, string procedureAt = "2026-03-30T08:00") => L3
        .Replace("PROCEDURE", procedureAt, StringComparison.Ordinal)
        .Replace("MEDICATIONS", medications, StringComparison.Ordinal);
}
