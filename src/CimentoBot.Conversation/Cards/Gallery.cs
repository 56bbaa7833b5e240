using System.Collections.Immutable;
using System.Text.Json;
using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Cards;

/// <summary>A card as the bot sends it.</summary>
public sealed record GalleryCard(string Name, Language Language, string Json);

/// <summary>Every card that the bot can send, on cases of no real patient: what reviewers look at, and screenshot tests.</summary>
public static class Gallery
{
    private static readonly LocalDate Today = new(2026, 11, 30);

    private static readonly BotSettings Settings = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Boards = [new("19:rcp@thread.tacv2", "RCP os"), new("19:rachis@thread.tacv2", "RCP rachis")],
    };

    private static readonly NextMeeting[] Meetings = [new(Settings.Boards[0].Id, Settings.Boards[0].Name, new LocalDateTime(2026, 12, 3, 14, 0))];

    private static readonly Bedside Bedside = new(new Assessor(Guideline.Current, Settings.Zone), Today);

    /// <summary>All of them, in both languages.</summary>
    public static IReadOnlyList<GalleryCard> All() =>
        [.. from language in Enum.GetValues<Language>() from card in Cards(language) select new GalleryCard(card.Name, language, card.Card.ToJson())];

    /// <summary>A verdict as a card and as text.</summary>
    internal static (Newtonsoft.Json.Linq.JObject Card, string Text) VerdictOf(string name, Language language)
    {
        var file = File(GalleryCases.All.First(known => known.Name == name).Facts, language);
        return (CardKit.Json(Verdict(file, null, language)), VerdictText.Of(View(file, language), null, language));
    }

    private static IEnumerable<(string Name, AdaptiveCard Card)> Cards(Language language) =>
    [
        .. StepCards(language),
        .. Verdicts(language),
        .. BoardCards(language),
        .. GallerySettings.Cards(language),
        .. GalleryReminders.Cards(board => View(File(board.Current.Facts, language), board, language), language),
    ];

    private static IEnumerable<(string Name, AdaptiveCard Card)> StepCards(Language language)
    {
        var empty = File(Case.Empty, language);
        var whole = File(GalleryCases.Typical, language);
        foreach (var section in Itinerary.All.Where(section => section != Itinerary.LastDoses))
        {
            yield return ($"step-{section.Id}", Step(section == Itinerary.Lesion ? empty : whole with { Facts = whole.Facts.With(Vocabulary.Extent, LesionExtent.Large) }, section, language));
        }

        var suspended = Bedside with { Suspended = "seuil des plaquettes à revoir" };
        yield return ("step-suspended", SectionCard.Of(empty with { Step = Itinerary.Lesion.Id }, Interviewer.FormFor(empty, Itinerary.Lesion, suspended), suspended, language));
        yield return ("step-after-one-passed", Step(File(GalleryCases.NothingToSpecify, language), Itinerary.Patient, language));
        yield return ("step-lastDoses", Step(File(GalleryCases.WindowMissed, language), Itinerary.LastDoses, language));
        yield return ("step-patient-asks-back", Step(Drafted(whole, ("patient.plateletsPerMm3", "800"), ("patient.prothrombinRatioPercent", "1,1"), ("patient.bloodsOn", "2027-01-01")), Itinerary.Patient, language));
        yield return ("step-medicines-asks-back", Step(Drafted(whole, ("medications.other", "Plavixx"), ("aspirin.dailyDoseMg", "3000"), ("plan.procedureAt", "2026-11-01")), Itinerary.Medicines, language));
        yield return ("recap-lesion", RecapCard.Of(whole, Itinerary.Lesion, Bedside, language));
        yield return ("recap-medicines", RecapCard.Of(File(GalleryCases.EveryHold, language), Itinerary.Medicines, Bedside, language));
        yield return ("recap-review", RecapCard.Acknowledged(whole with { Step = Itinerary.Review }, Bedside, language));
        yield return ("review-sixty-drugs", ReviewCard.Of(File(GalleryCases.SixtyDrugs, language) with { Step = Itinerary.Review }, Bedside, language));
        yield return ("replaced", RecapCard.Replaced(whole, language));
        var early = File(GalleryCases.Contraindicated, language) with { Step = Itinerary.Early };
        yield return ("early-decision", EarlyDecisionCard.Of(early, Bedside.Assessor.Assess(early.Facts, Today), language));
        yield return ("review", ReviewCard.Of(File(GalleryCases.Inconsistent, language) with { Step = Itinerary.Review }, Bedside, language));
        yield return ("review-missing", ReviewCard.Of(File(GalleryCases.PlateletsUnknown, language) with { Step = Itinerary.Review }, Bedside, language));
    }

    private static IEnumerable<(string Name, AdaptiveCard Card)> Verdicts(Language language)
    {
        foreach (var (name, facts) in GalleryCases.All)
        {
            yield return ($"verdict-{name}", Verdict(File(facts, language), null, language));
        }

        var posted = File(GalleryCases.Typical, language) with { Post = Post("Une vertébroplastie est-elle raisonnable avant la radiothérapie ?") };
        var decided = new Decision("2025.9", "0123456789ab", new(2026, 11, 2), Effect.Deferred, Effect.Deferred, []);
        yield return ("verdict-rules-changed", Verdict(File(GalleryCases.Typical, language) with { Decision = decided }, null, language));
        yield return ("verdict-posted", Verdict(posted, BoardWords.Where(posted.Post!, Settings.Boards[0].Name).In(language), language));
        var unanswered = posted.Post! with { Conversation = null, Message = null, Unanswered = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero) };
        yield return ("verdict-unanswered", Verdict(posted with { Post = unanswered }, BoardWords.Where(unanswered, Settings.Boards[0].Name).In(language), language));
        var refused = posted.Post! with { Refused = Refused.NotInRoster };
        yield return ("verdict-not-posted", Verdict(posted with { Post = refused }, BoardWords.Where(refused, Settings.Boards[0].Name).In(language), language));
    }

    private static IEnumerable<(string Name, AdaptiveCard Card)> BoardCards(Language language)
    {
        var file = File(GalleryCases.Typical, language);
        var post = Post("Une vertébroplastie est-elle raisonnable avant la radiothérapie ?");
        foreach (var (name, board) in GalleryBoards.All)
        {
            yield return ($"board-{name}", BoardCard.Of(View(file, board, language), papers: [], language));
        }

        foreach (var (name, board) in new[] { ("discussed", GalleryBoards.Discussed), ("closed", GalleryBoards.Closed) })
        {
            yield return ($"board-suspended-{name}", SuspendedBoardCard.Of(file, board.SuspendedBy(SuspensionCause.Guideline), "seuil des plaquettes à revoir", language));
        }

        yield return ("board-moved", MovedCard.Of(file, BoardWords.Moved(file.Code, "RCP os", post.Session).In(language), language));
        var discussed = View(file, GalleryBoards.Discussed, language);
        yield return ("board-sign", BoardForms.SignOff(discussed, language));
        yield return ("board-close", BoardForms.Closing(discussed, language));
        yield return ("post-form", PostCards.Form(file, new("", "", "", ""), new Dictionary<string, Phrase>(), Settings.Boards, Meetings, language));
        var bad = new PostRequest("", "2026-01-01", "", PostRequest.PreviewStage);
        yield return ("post-form-errors", PostCards.Form(file, bad, bad.Read(Settings.Boards, "", Today).Errors, Settings.Boards, Meetings, language));
        yield return ("shared-own", SharedCard.Of(file, View(file, language), Today, language));
        yield return ("shared-closed", SharedCard.Of(View(file, GalleryBoards.Closed, language), Today, language));
        yield return ("post-preview", PostCards.Preview(file, BoardCard.Preview(file, View(file, language), post, language), post, language));
    }

    private static AdaptiveCard Step(CaseFile file, Section section, Language language) =>
        SectionCard.Of(file with { Step = section.Id }, Interviewer.FormFor(file, section, Bedside), Bedside, language);

    private static AdaptiveCard Verdict(CaseFile file, string? where, Language language) =>
        VerdictCard.Of(file with { Step = Itinerary.Verdict }, View(file, language), where, papers: [], canPost: true, language);

    private static VerdictView View(CaseFile file, Language language, bool agreed = false) => new(
        file, Bedside.Assessor.Assess(file.Facts, Today), Bedside.Assessor.ChangesFor(file.Facts, Today), Today, language, agreed);

    private static BoardView View(CaseFile file, BoardCase board, Language language)
    {
        var seen = file with { Facts = board.Current.Facts, Decision = board.Current.Decision };
        var assessment = Bedside.Assessor.Assess(seen.Facts, Today);
        return new(seen, board, View(seen, language, board.IsAgreed(assessment)), assessment, HoldsToSign.Fingerprint(assessment));
    }

    private static BoardPost Post(string question) => new("19:rcp@thread.tacv2", new(2026, 12, 3), question, "https://smba.example", "19:rcp;messageid=1", "1")
    {
        Facts = "posted",
        Shown = "posted",
    };

    private static CaseFile Drafted(CaseFile file, params (string Id, string Raw)[] draft) =>
        file with { Draft = file.Draft.SetItems(draft.Select(pair => KeyValuePair.Create(pair.Id, pair.Raw))) };

    private static CaseFile File(Case facts, Language language) => new()
    {
        Code = "CB-7F3K",
        Owner = "",
        Conversation = "",
        StartedAt = default,
        Language = language,
        Revision = 1,
        Facts = facts,
    };
}

/// <summary>The gallery's cases.</summary>
internal static class GalleryCases
{
    private const string TypicalJson = """
        {
          "lesion": { "site": "vertebra", "label": "L3", "matrix": "lytic", "extent": "small", "fracture": "none",
            "compressionFractureRisk": true, "posteriorWall": "intact", "canal": "clear", "radiculopathy": false },
          "pain": { "distribution": "localised", "intensity": 7, "lesionIsSource": true, "control": "poorlyControlled", "opioidIntolerance": [] },
          "plan": { "aims": ["painRelief", "stabilisation"], "surgicalCandidate": false, "reirradiationPossible": true, "procedureAt": "2026-12-14T08:00" },
          "patient": { "systemicInfection": false, "punctureSiteInfection": false, "severeCoagulopathy": false, "cementAllergy": false,
            "immunosuppressed": false, "plateletsPerMm3": 180000, "prothrombinRatioPercent": 92, "bloodsOn": "2026-11-27" },
          "medications": [{ "drug": "clopidogrel" }, { "drug": "aspirin", "dailyDoseMg": 75 }]
        }
        """;

    public static readonly Case Typical = Read(TypicalJson);

    public static readonly Case Eligible = Typical.With(Vocabulary.Medications, NoDrugs);

    public static readonly Case Deferred = Typical
        .With(Vocabulary.Platelets, 42_000m).With(Vocabulary.ProthrombinRatio, 48m).With(Vocabulary.Medications, NoDrugs);

    public static readonly Case WindowMissed = Typical.With(Vocabulary.ProcedureAt, new PlannedProcedure(new(2026, 12, 2), new(8, 0)));

    public static readonly Case Urgent = Typical
        .With(Vocabulary.SpinalCanal, Canal.Epiduritis).With(Vocabulary.Radiculopathy, true).With(Vocabulary.Fractured, Fracture.Unstable)
        .With(Vocabulary.CompressionFractureRisk, null).With(Vocabulary.Wall, PosteriorWall.Retropulsed);

    public static readonly Case NotIndicated = Typical.With(Vocabulary.LesionIsSource, false);

    public static readonly Case Contraindicated = Urgent.With(Vocabulary.SystemicInfection, true);

    public static readonly Case PlateletsUnknown = Typical.With(Vocabulary.Platelets, null).With(Vocabulary.ProthrombinRatio, null);

    public static readonly Case Inconsistent = Typical
        .With(Vocabulary.Control, PainControl.Controlled).With(Vocabulary.Intensity, 9m).With(Vocabulary.WeightBearing, true);

    public static readonly Case EveryHold = Typical.With(Vocabulary.Medications, (IReadOnlyList<Medication>)
    [
        new("DuoPlavin"), new("Kardégic"), new("Xarelto 20 mg"), new("Previscan"), new("Lovenox"), new("Praxbind"), new("5-ASA"),
    ]);

    public static readonly Case SixtyDrugs = Typical.With(
        Vocabulary.Medications, (IReadOnlyList<Medication>)[.. Enumerable.Range(1, 60).Select(number => new Medication($"médicament {number}a")), .. EveryHold.Find(Vocabulary.Medications)!]);

    public static readonly Case NothingToSpecify = Case.Empty
        .With(Vocabulary.Site, LesionSite.Rib).With(Vocabulary.Label, "K8").With(Vocabulary.Extent, LesionExtent.Small)
        .With(Vocabulary.Pain, PainDistribution.None).With(Vocabulary.Aims, ImmutableArray.Create(Aim.Histology));

    public static readonly Case LargeWing = Typical
        .With(Vocabulary.Site, LesionSite.IliacWing).With(Vocabulary.Label, "Aile iliaque gauche *G*").With(Vocabulary.Extent, LesionExtent.Large)
        .With(Vocabulary.WideSoftTissueExtension, true).With(Vocabulary.JointBreach, true).With(Vocabulary.NeuralStructure, true)
        .With(Vocabulary.Matrix, LesionMatrix.Sclerotic);

    public static IReadOnlyList<(string Name, Case Facts)> All { get; } =
    [
        ("eligible", Eligible), ("conditions", Typical), ("deferred-bloods", Deferred), ("deferred-window", WindowMissed),
        ("board-urgent", Urgent), ("board-large-wing", LargeWing), ("not-indicated", NotIndicated), ("contraindicated", Contraindicated),
        ("undetermined", PlateletsUnknown), ("undetermined-empty", Case.Empty), ("every-hold", EveryHold), ("sixty-drugs", SixtyDrugs),
    ];

    private static IReadOnlyList<Medication> NoDrugs => [];

    private static Case Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CaseReader.Read(document.RootElement, new(2026, 11, 30), DateTimeZoneProviders.Tzdb["Europe/Paris"]).Case;
    }
}
