using System.Collections.Immutable;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Tests;

/// <summary>What is not asked could change nothing, and it is said why.</summary>
public sealed class SkipTests
{
    private static readonly Bedside Bedside = new(new Assessor(Guideline.Current, DateTimeZoneProviders.Tzdb["Europe/Paris"]), new(2026, 11, 30));

    private static readonly ImmutableArray<Aim>[] Aims = [[Aim.PainRelief], [Aim.Stabilisation], [Aim.TumourControl], [Aim.Histology], [Aim.PainRelief, Aim.Stabilisation]];

    [Fact]
    public void AStepIsPassedOnlyWhereNoAnswerToItCouldChangeAFindingAndThenSaysWhy()
    {
        var passed = Lesions().Where(facts => Itinerary.Details.FieldsFor(File(facts), Bedside).Count == 0).ToList();
        Assert.Contains(passed, facts => facts.Find(Vocabulary.Site) is LesionSite.LongBoneShaft);
        Assert.All(passed, facts =>
        {
            Assert.NotEmpty(Itinerary.Details.SkippedFor(File(facts), Bedside));
            foreach (var fact in Vocabulary.All.OfType<BooleanFact>().Where(fact => IsOfDetails(fact) && Concerns(facts, fact)))
            {
                Assert.Equal(Findings(facts), Findings(facts.With(fact, true)));
                Assert.Equal(Findings(facts), Findings(facts.With(fact, false)));
            }
        });
    }

    [Fact]
    public void ADecidedVerdictAlonePassesNothing()
    {
        var refused = Case.Empty.With(Vocabulary.Site, LesionSite.Vertebra).With(Vocabulary.Pain, PainDistribution.Diffuse);
        Assert.All(
            new[] { Itinerary.Details, Itinerary.Patient, Itinerary.Medicines }, section => Assert.NotEmpty(section.FieldsFor(File(refused), Bedside)));
    }

    [Fact]
    public void WhatWasAnsweredStaysToBeReadAndChanged()
    {
        var shaft = Case.Empty.With(Vocabulary.Site, LesionSite.LongBoneShaft).With(Vocabulary.Pain, PainDistribution.None)
            .With(Vocabulary.Aims, ImmutableArray.Create(Aim.Histology));
        Assert.Equal([], Itinerary.Details.FieldsFor(File(shaft), Bedside).Select(field => field.Id));
        Assert.Equal(["lesion.weightBearing"], Itinerary.Details.FieldsFor(File(shaft.With(Vocabulary.WeightBearing, true)), Bedside).Select(field => field.Id));
    }

    /// <summary>What is asked of a case is remembered: for another guideline it is asked anew.</summary>
    [Fact]
    public void AnotherGuidelineAsksForItselfAboutTheSameCase()
    {
        var file = File(Case.Empty.With(Vocabulary.Site, LesionSite.Vertebra));
        var nothing = Bedside with { Assessor = new Assessor(new Guideline([]), Bedside.Assessor.Zone) };
        Assert.NotEmpty(Itinerary.Details.FieldsFor(file, Bedside));
        Assert.Empty(Itinerary.Details.FieldsFor(file, nothing));
        Assert.NotEmpty(Itinerary.Details.FieldsFor(file, Bedside));
    }

    [Fact]
    public void EveryQuestionIsEitherAskedOrToldWhyNot()
    {
        foreach (var facts in Lesions())
        {
            var sections = Itinerary.All.OfType<FactSection>().ToList();
            var asked = sections.SelectMany(section => section.FieldsFor(File(facts), Bedside)).Select(field => field.Label);
            var told = sections.SelectMany(section => section.SkippedFor(File(facts), Bedside)).SelectMany(skip => skip.What);
            var known = facts.Said.Select(fact => fact.Label);
            var all = Vocabulary.All.Where(fact => fact is not MedicationsFact and not ProcedureFact).Select(fact => fact.Label);
            Assert.Empty(all.Except(asked.Concat(told).Concat(known)));
        }
    }

    [Theory]
    [InlineData("[]", null, "aucun médicament à arrêter")]
    [InlineData("clopidogrel", null, "date du geste pas encore connue")]
    [InlineData("clopidogrel", "2026-12-14", "aucune date d’arrêt n’est atteinte")]
    [InlineData("clopidogrel", "2026-12-03", null)]
    [InlineData(null, "2026-12-03", "liste des médicaments pas encore connue")]
    public void WhyLastDosesAreNotAskedIsSaid(string? drug, string? planned, string? why)
    {
        var facts = Case.Empty
            .With(Vocabulary.Medications, drug is null ? null : (IReadOnlyList<Medication>)(drug == "[]" ? [] : [new(drug)]))
            .With(Vocabulary.ProcedureAt, planned is null ? null : new PlannedProcedure(NodaTime.Text.LocalDatePattern.Iso.Parse(planned).Value));
        Assert.Equal(why, Itinerary.LastDoses.SkippedFor(File(facts), Bedside).SingleOrDefault()?.Why.Fr);
    }

    private static bool Concerns(Case facts, Fact fact) => Bedside.Assessor.Concerns(facts, fact, Bedside.Today) is Truth.Yes;

    private static bool IsOfDetails(Fact fact) => fact.Path is "lesion.weightBearing" or "lesion.jointBreach" or "lesion.radiculopathy"
        or "lesion.wideSoftTissueExtension" or "lesion.compressionFractureRisk" or "pain.lesionIsSource" or "plan.otherTechniquesExhausted";

    private static string Findings(Case facts)
    {
        var assessment = Bedside.Assessor.Assess(facts, Bedside.Today);
        return string.Join(',', assessment.Findings.Select(finding => finding.Rule.Id)) + "|" + string.Join(',', assessment.Open.Select(rule => rule.Id));
    }

    private static IEnumerable<Case> Lesions() =>
        from site in Enum.GetValues<LesionSite>()
        from pain in Enum.GetValues<PainDistribution>()
        from extent in Enum.GetValues<LesionExtent>()
        from aims in Aims
        select Case.Empty.With(Vocabulary.Site, site).With(Vocabulary.Pain, pain).With(Vocabulary.Extent, extent)
            .With(Vocabulary.Aims, aims).With(Vocabulary.Fractured, Fracture.None).With(Vocabulary.Matrix, LesionMatrix.Lytic);

    private static CaseFile File(Case facts) => new() { Code = "CB-7F3K", Owner = "", Conversation = "", StartedAt = default, Facts = facts };
}
