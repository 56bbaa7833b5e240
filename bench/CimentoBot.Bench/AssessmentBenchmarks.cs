using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CimentoBot.Api;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Bench;

/// <summary>What an assessment costs: a whole case, an empty one, and the whole way from JSON to JSON.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class AssessmentBenchmarks
{
    /// <summary>A painful L3 metastasis with every fact known, and three drugs: an antiplatelet, an anticoagulant, aspirin.</summary>
    private const string TypicalCase =
        """
        {
          "lesion": {
            "site": "vertebra", "label": "L3", "matrix": "lytic", "extent": "small", "fracture": "none",
            "compressionFractureRisk": true, "posteriorWall": "intact", "canal": "clear", "radiculopathy": false
          },
          "pain": {
            "distribution": "localised", "intensity": 7, "lesionIsSource": true, "control": "poorlyControlled",
            "opioidIntolerance": ["constipation"]
          },
          "plan": {
            "aims": ["painRelief", "stabilisation"], "surgicalCandidate": false, "reirradiationPossible": true,
            "procedureAt": "2026-11-30T08:00"
          },
          "patient": {
            "systemicInfection": false, "punctureSiteInfection": false, "severeCoagulopathy": false, "cementAllergy": false,
            "immunosuppressed": false, "plateletsPerMm3": 150000, "prothrombinRatioPercent": 85
          },
          "medications": [
            { "drug": "Plavix 75 mg" },
            { "drug": "apixaban", "lastDoseOn": "2026-11-19" },
            { "drug": "Kardégic", "dailyDoseMg": 75 }
          ]
        }
        """;

    private static readonly LocalDate AsOf = new(2026, 11, 20);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private readonly Assessor assessor = new(Guideline.Current, Zone);
    private readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
    private readonly byte[] request = Encoding.UTF8.GetBytes($$"""{ "case": {{TypicalCase}}, "asOf": "2026-11-20" }""");
    private Case typical = Case.Empty;

    [GlobalSetup]
    public void Read()
    {
        CimentoApi.Configure(json);
        using var document = JsonDocument.Parse(TypicalCase);
        (typical, var errors) = CaseReader.Read(document.RootElement, AsOf, Zone);
        if (errors.Count > 0 || assessor.Assess(typical, AsOf).Verdict is null)
        {
            throw new InvalidOperationException("The typical case is not whole.");
        }
    }

    [Benchmark(Baseline = true)]
    public CaseAssessment AssessATypicalWholeCase() => assessor.Assess(typical, AsOf);

    /// <summary>With the outcome of every rule and the facts that settle it.</summary>
    [Benchmark]
    public int AssessATypicalWholeCaseAndSayWhy() => assessor.Assess(typical, AsOf).Reasons.Count;

    [Benchmark]
    public CaseAssessment AssessAnEmptyCase() => assessor.Assess(Case.Empty, AsOf);

    /// <summary>All that the API does with a request, but for the network.</summary>
    [Benchmark]
    public byte[] ReadAssessAndWriteTheApisJson()
    {
        using var body = JsonBody.Parse(request, allowDoubled: true);
        var read = EligibilityRequest.Read(body!.RootElement, Zone);
        var answer = Answers.Of(assessor.Assess(read.Case, read.AsOf), Guideline.Current, Language.French);
        return JsonSerializer.SerializeToUtf8Bytes(answer, json);
    }
}
