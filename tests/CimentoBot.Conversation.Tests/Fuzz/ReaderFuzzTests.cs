using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using CsCheck;
using NodaTime;

namespace CimentoBot.Conversation.Tests.Fuzz;

/// <summary>What people may send, mutilated: every reader answers, with what it understood or with why it did not.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly string[] Seeds =
    [
        "L3", "7", "150 G/L", "180 000", "180 × 10^9/L", "INR 1,1", "92 %", "85,5", "30/11/2026", "2026-11-27", "30 novembre 2026", "1er décembre 2026", "8h30", "08:00", "vertèbre", "mal contrôlée",
        "painRelief,stabilisation", "soulager et stabiliser", "aucun", "pas encore connu", "oui", "Plavix ; Kardégic 75 mg/j", "clopidogrel, aspirine 2,5 mg a day", "Plavixx et ancien Plavix",
        "AVK", "antiagrégants plaquettaires oraux", "DuoPlavin 75 mg/100 mg cp", "plaquettes : 150 G/L\nTP 85\nEVA 7", "Clopidogrel : jour de la dernière prise : 24/11/2026",
        "avis CB-7F3K favorable d’accord si radiothérapie spécialité=oncologie", "signer CB-7F3K prescripteur refus motif=stent posé", "présenter CB-7F3K séance=2026-12-03 question=faut-il ?",
        "clore CB-7F3K reporté motif=comorbidité prévu=14/12/2026", "réglages nom=RCP os quorum=3 réunion=jeudi 14:00 rappels=oui", "nouveau", "suite", "langue anglais", "modifier plaquettes", "pourquoi ?",
        "voir le Dr Exemple au 06 00 00 00 00", "née le 3 mars 1950, dossier n° 1234567", "exemple@hopital.example", "Métastase T12-L1 gauche",
    ];

    private static readonly Fact[] OneOfEachKind =
        [Vocabulary.Site, Vocabulary.Label, Vocabulary.Aims, Vocabulary.Platelets, Vocabulary.ProthrombinRatio, Vocabulary.BloodsOn, Vocabulary.CementAllergy];

    private static readonly Bedside Bedside = new(new Assessor(Guideline.Current, Readers.Zone), Readers.Today);

    private static readonly Gen<string> Any = Texts.From(Seeds);

    [Fact]
    public void NoTextMakesAReaderFail() => Gen.Select(Any, Gen.OneOf(Readers.Facts)).Sample(
        (text, fact) => Readers.Take(text, fact), iter: Rounds.Of(2_000), print: seen => $"{seen.Item2.Path} ← {Newtonsoft.Json.JsonConvert.ToString(seen.Item1)}");

    [Theory]
    [MemberData(nameof(CorpusOfTexts.All), MemberType = typeof(CorpusOfTexts))]
    public void NoTextOfTheCorpusMakesAReaderFail(string name)
    {
        var text = CorpusOfTexts.Read(name);
        Assert.All(OneOfEachKind, fact => Readers.Take(text, fact));
    }

    /// <summary>A whole interview of mutilated answers: typed, submitted, shown, and kept as the store keeps them.</summary>
    [Fact]
    public void NoAnswersMakeTheInterviewFail() => Gen.Select(Any.Array[1, 4], Gen.OneOf([.. Itinerary.All]), Gen.Bool).Sample(
        (given, section, french) =>
        {
            // As they come off the wire, where no half of a character is let in.
            var texts = given.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))).ToList();
            var file = File(french ? Language.French : Language.English) with { Step = section.Id };
            file = Interviewer.Type(file, texts[0], Bedside).File;
            var fields = section.FieldsFor(file, Bedside);
            var answers = fields.Index().ToDictionary(field => field.Item.Id, field => texts[field.Index % texts.Count], StringComparer.Ordinal);
            (file, _) = Interviewer.Submit(file, section, answers, Bedside);
            Assert.All(file.Draft.Values, kept => Assert.Equal(kept, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(kept))));
            var form = Interviewer.FormFor(file, section, Bedside);
            CardKit.Json(SectionCard.Of(file, form, Bedside, file.Language));
            StepText.Of(file, form, Bedside, file.Language);
            CardKit.Json(ReviewCard.Of(file, Bedside, file.Language));
            Bedside.Assessor.Assess(file.Facts, Readers.Today);
        },
        iter: Rounds.Of(150),
        print: seen => $"{seen.Item2.Id} ← {Newtonsoft.Json.JsonConvert.SerializeObject(seen.Item1)}");

    [Fact]
    public void NoCaseMakesItsReaderFailAndWhatIsReadIsWrittenAndReadTheSame() =>
        Gen.Select(Gen.OneOf([.. GalleryCases.All.Select(known => known.Facts)]), JsonWound.With(Any).Array[0, 4]).Sample(
            (known, wounds) => ReadCase(JsonWound.Wounded(CaseWriter.Write(known), wounds.Select(wound => wound with { Times = Math.Min(wound.Times, 50) }))),
            iter: Rounds.Of(1_000));

    private static void ReadCase(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return;
        }

        using (document)
        {
            if (!JsonIsWhole(document.RootElement))
            {
                return;
            }

            var (read, errors) = CaseReader.Read(document.RootElement, Readers.Today, Readers.Zone);
            Assert.All(errors, error => Assert.True(error.Message.Fr.Length > 0 && error.Message.En.Length > 0));
            Bedside.Assessor.Assess(read, Readers.Today);
            Bedside.Assessor.ChangesFor(read, Readers.Today);
            if (errors.Count == 0)
            {
                var written = CaseWriter.Write(read);
                using var again = JsonDocument.Parse(written.ToJsonString());
                var (same, none) = CaseReader.Read(again.RootElement, Readers.Today, Readers.Zone);
                Assert.Empty(none);
                Assert.True(JsonNode.DeepEquals(written, CaseWriter.Write(same)), json);
            }
        }
    }

    /// <summary>The doors let no string in that holds half a character.</summary>
    private static bool JsonIsWhole(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Object => json.EnumerateObject().All(member => member.Name is not null && JsonIsWhole(member.Value)),
                JsonValueKind.Array => json.EnumerateArray().All(JsonIsWhole),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static CaseFile File(Language language) => new()
    {
        Code = "CB-7F3K",
        Owner = "",
        Conversation = "",
        StartedAt = default,
        Language = language,
        Revision = 1,
        Facts = GalleryCases.WindowMissed,
    };
}
