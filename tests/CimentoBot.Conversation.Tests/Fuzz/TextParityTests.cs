using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;
using NodaTime;

namespace CimentoBot.Conversation.Tests.Fuzz;

/// <summary>On generated cases: whatever a card says of facts, dates, findings and their places in the source, the text says too, in both languages.</summary>
public sealed partial class TextParityTests
{
    private static readonly Assessor Assessor = new(Guideline.Current, Readers.Zone);

    /// <summary>Beside a refusal the schedule alone says what these rules ask.</summary>
    private static readonly string[] LeftToTheSchedule = ["deferred.hold-window", "condition.medication-hold", "condition.medication-not-covered"];

    private static readonly Gen<(BoardStage Stage, bool Signed, OpinionValue Opinion, BoardDecision Decision)> Boards = Gen.Select(
        Gen.OneOf(BoardStage.Posted, BoardStage.Discussed, BoardStage.Closed, BoardStage.Reopened),
        Gen.Bool,
        Gen.OneOf(Enum.GetValues<OpinionValue>()),
        Gen.OneOf(Enum.GetValues<BoardDecision>()),
        (stage, signed, opinion, decision) => (stage, signed, opinion, decision));

    [Fact]
    public void NoFactDateFindingOrCitationOfACardIsMissingInItsText() => Gen.Select(CaseGenerator.Any, Boards, Gen.OneOf(Enum.GetValues<Language>())).Sample(
        (generated, board, language) =>
        {
            var file = File(generated, language);
            Verdict(file, generated.AsOf, language);
            Review(file, generated.AsOf, language);
            Board(file, Before(file, generated.AsOf, board), generated.AsOf, language);
        },
        iter: Rounds.Of(60),
        print: seen => $"{seen.Item3} {seen.Item2} {seen.Item1}");

    /// <summary>The verdict's card against its text, and both against the assessment itself.</summary>
    private static void Verdict(CaseFile file, LocalDate today, Language language)
    {
        var assessment = Assessor.Assess(file.Facts, today);
        var view = View(file, assessment, today, language);
        var text = Plain(VerdictText.Of(view, null, language));
        SaysAll(VerdictCard.Of(file, view, null, papers: [], canPost: true, language), text);
        var said = assessment.Findings.Where(finding => !assessment.Refused || !LeftToTheSchedule.Contains(finding.Rule.Id)).ToList();
        Says(said.Select(finding => finding.Rule.Statement.In(language)), text);
        Says(said.SelectMany(finding => finding.Citations).Select(citation => citation.In(language)), text);
        Says(assessment.Holds.SelectMany(hold => new[] { hold.Name.In(language), hold.Statement.In(language), hold.Citation.In(language) }), text);
        Says(assessment.NotUsed.Select(fact => fact.Label.In(language)), text);
        if (assessment.EarliestProcedureDate is { } earliest)
        {
            Says([Dates.Long(earliest, language)], text);
        }
    }

    /// <summary>The review and each section's recap against the review in text: labels and values.</summary>
    private static void Review(CaseFile file, LocalDate today, Language language)
    {
        var bedside = new Bedside(Assessor, today);
        var view = ReviewView.Of(file, bedside);
        var text = Plain(StepText.Of(view, bedside, language));
        var acknowledged = file with { Step = Itinerary.Review };
        SaysAll(ReviewCard.Of(file, bedside, language), text, but: [file.Code]);
        SaysAll(RecapCard.Acknowledged(acknowledged, bedside, language), text, but: [file.Code]);
        foreach (var (section, lines) in view.Sections)
        {
            SaysAll(RecapCard.Of(file, section, bedside, language), text, but: [file.Code]);
            Says(lines.Select(line => $"{line.Label.In(language)}{(language == Language.French ? " : " : ": ")}{line.Value.In(language)}"), text);
        }
    }

    /// <summary>The board's card and the reminders that come of it against the board's text.</summary>
    private static void Board(CaseFile file, BoardCase board, LocalDate today, Language language)
    {
        var assessment = Assessor.Assess(board.Current.Facts, today);
        var holds = HoldsToSign.Fingerprint(assessment);
        var view = new BoardView(file, board, View(file, assessment, today, language, board.IsAgreed(assessment)), assessment, holds);
        var text = Plain(BoardLines.TextOf(view, language));
        SaysAll(BoardCard.Of(view, papers: [], language), text, but: NotOnTheTextOfABoard(language));
        foreach (var reminder in ReminderPlan.Of(board, assessment, Readers.Zone))
        {
            var card = CardKit.Json(ReminderCard.Of(new(view, reminder.Name, reminder, null), language));
            var said = Clinic.Texts(card).Select(Plain).ToList();
            Assert.All(said.SelectMany(DatesIn), date => Assert.Contains(date, text, StringComparison.Ordinal));
            if (reminder.Hold is { } hold)
            {
                Says([hold.Name.In(language), hold.Statement.In(language), hold.Citation.In(language)], text);
                Says([hold.Statement.In(language)], string.Join('\n', said));
                Says([hold.Name.In(language)], Plain(ReminderCard.Summary(new(view, reminder.Name, reminder, null), language)), when: board.IsAgreed(assessment));
            }
        }
    }

    /// <summary>Labels of a form that are no fact, and how often an answer was given that nobody gave.</summary>
    private static string[] NotOnTheTextOfABoard(Language language) =>
    [
        .. BoardChoices.Opinions.Select(choice => choice.Title.In(language)), BoardWords.NotSigned.In(language), BoardWords.NoOpinion.In(language), BoardWords.Opinions.In(language),
        BoardWords.Signatures.In(language), .. BoardChoices.Roles.Select(role => role.Title.In(language)), .. BoardChoices.Specialties.Select(one => one.Title.In(language)),
    ];

    /// <summary>Every piece of every line of a card stands in the text.</summary>
    private static void SaysAll(AdaptiveCard card, string text, params string[] but)
    {
        var pieces = CardKit.Json(card)["body"]!.SelectTokens("$..text").SelectMany(line => Plain((string)line!).Split(" · "));
        Says(pieces.Where(piece => piece.Length > 0 && !but.Any(left => piece.Contains(left, StringComparison.Ordinal))), text);
        Says(DatesIn(string.Join('\n', CardKit.Json(card)["body"]!.SelectTokens("$..text").Select(line => Plain((string)line!)))), text);
    }

    private static void Says(IEnumerable<string> pieces, string text, bool when = true)
    {
        var absent = when ? pieces.Where(piece => !text.Contains(Plain(piece).TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).ToList() : [];
        Assert.True(absent.Count == 0, string.Join("\n", absent) + "\n—\n" + text);
    }

    private static IEnumerable<string> DatesIn(string said) => ADate().Matches(said).Select(date => date.Value);

    private static VerdictView View(CaseFile file, CaseAssessment assessment, LocalDate today, Language language, bool agreed = false) =>
        new(file, assessment, Assessor.ChangesFor(file.Facts, today), today, language, agreed);

    private static BoardCase Before(CaseFile file, LocalDate today, (BoardStage Stage, bool Signed, OpinionValue Opinion, BoardDecision Decision) said)
    {
        var assessment = Assessor.Assess(file.Facts, today);
        var now = today.AtMidnight().InZoneLeniently(Readers.Zone).ToDateTimeOffset();
        var holds = HoldsToSign.Fingerprint(assessment);
        return new()
        {
            Code = file.Code,
            Channel = "19:rcp@thread.tacv2",
            Session = today.PlusDays(3),
            Stage = said.Stage,
            Presentations = [new(1, now, file.Facts, Decision.Of(assessment, today), "Avant la *radiothérapie* ?")],
            Opinions = said.Stage is BoardStage.Posted ? [] : [new("one", Specialty.Oncology, said.Opinion, "d’accord si 2 séances", now, 1)],
            SignOffs = said.Signed
                ? [new("two", SignatoryRole.Anaesthesia, SignOutcome.Agreed, "", now, holds), new("three", SignatoryRole.Prescriber, SignOutcome.Corrected, "relais [court]", now, holds)]
                : [],
            Closings = said.Stage is BoardStage.Closed or BoardStage.Reopened
                ? [new("four", now, said.Decision, DeviationReason.Comorbidity, "geste puis rayons", today.PlusDays(9), today.PlusDays(3), 1, 3, Quorum: true)]
                : [],
        };
    }

    private static CaseFile File(GeneratedCase generated, Language language)
    {
        using var json = JsonDocument.Parse(generated.Case.ToJsonString());
        return new()
        {
            Code = "CB-7F3K",
            Owner = "",
            Conversation = "",
            StartedAt = default,
            Language = language,
            Revision = 1,
            Facts = CaseReader.Read(json.RootElement, generated.AsOf, Readers.Zone).Case,
        };
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ')
        .Replace("*", "", StringComparison.Ordinal).Replace("_(", "(", StringComparison.Ordinal).Replace(")_", ")", StringComparison.Ordinal)
        .Replace("\\", "", StringComparison.Ordinal).Replace("✓ ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b\d{1,2}(er)? \p{L}+\.? \d{4}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ADate();
}
