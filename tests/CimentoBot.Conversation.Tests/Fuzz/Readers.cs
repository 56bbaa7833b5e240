using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Tests.Fuzz;

/// <summary>Everything that reads what people type, on any text. Nothing throws, and what is understood reads back as it was understood.</summary>
internal static class Readers
{
    public static readonly LocalDate Today = new(2026, 11, 30);

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The facts that a question of their own asks for.</summary>
    public static readonly Fact[] Facts = [.. Vocabulary.All.Where(fact => fact is not (MedicationsFact or ProcedureFact))];

    private static readonly BoardRules Rules = new("RCP os", Language.French, Quorum.Usual, OwnersClose: true, "0 14 * * 4", RemindsThread: false);

    private static readonly BoardChannel[] Boards = [new("19:rcp@thread.tacv2", "RCP os")];

    private static readonly CommandKind[] Typed =
        [CommandKind.Opinion, CommandKind.SignOff, CommandKind.Close, CommandKind.Reopen, CommandKind.Show, CommandKind.Seen];

    private static readonly IReadOnlyList<Field>[] Steps =
        [Facts.Select(Fields.For).ToList(), [Fields.Medications, Fields.OtherDrugs, Fields.AspirinDose, Fields.ProcedureDate, Fields.ProcedureTime]];

    /// <summary>Gives a text to every reader, as the answer to the question for one fact.</summary>
    public static void Take(string text, Fact fact)
    {
        ReadFact(text, fact);
        ReadDates(text);
        ReadDrugs(text);
        ReadCommands(text);
        ReadForms(text);
        foreach (var line in TypedLines.Read(text, Steps))
        {
            Said(line.Field is null ? line.Problem : line.Field.Label);
        }
    }

    private static void ReadFact(string text, Fact fact)
    {
        if (ValueOf(FactReader.Read(fact, text, Today)) is { } value)
        {
            var printed = Itinerary.All.SelectMany(section => section.Known(Case.Empty.With(fact, value))).First(known => known.Key == fact.Path).Value;
            Assert.Equal(Json(fact, value), Json(fact, ValueOf(FactReader.Read(fact, printed, Today))));
        }
    }

    private static void ReadDates(string text)
    {
        if (ValueOf(DateReader.Read(text)) is LocalDate day)
        {
            Assert.Equal(day, ValueOf(DateReader.Read(LocalDatePattern.Iso.Format(day))));
        }

        if (ValueOf(DateReader.ReadTime(text)) is LocalTime time)
        {
            Assert.Equal(time, ValueOf(DateReader.ReadTime(LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(time))));
        }

        ValueOf(DateReader.ReadProcedure(text, "08:00", Today, Zone).Answer);
        ValueOf(DateReader.ReadProcedure("2026-12-14", text, Today, Zone).Answer);
    }

    private static void ReadDrugs(string text)
    {
        ValueOf(NumberReader.ReadAspirinDose(text, confirmed: false));
        ValueOf(NumberReader.ReadAspirinDose(text, confirmed: true));
        NumberReader.WithUnit(text, "G/L");
        var drugs = DrugListReader.Split(text);
        Assert.All(drugs, drug => Assert.NotEqual("", drug.Typed));
        if (DrugListReader.FirstDoubt(drugs, new HashSet<string>()) is not { } doubt)
        {
            return;
        }

        Said(doubt.Ask.Message);
        foreach (var option in doubt.Ask.Question.Options)
        {
            DrugListReader.Resolve(text, new HashSet<string>(), option.Id);
        }
    }

    private static void ReadCommands(string text)
    {
        Command.SplitNext(text);
        if (Command.Read(text) is { } command)
        {
            Command.LanguageIn(command.Argument);
        }

        foreach (var kind in Typed)
        {
            TypedBoard.Read(kind, text);
        }

        KeyValues.Find(text, KeyValues.SessionKeys);
        KeyValues.Before(text);
        CaseCode.In(text);
        if (IdentityGuard.Find(text) is { } identity)
        {
            Said(identity);
        }
    }

    private static void ReadForms(string text)
    {
        SettingsRequest.Of(SettingsRequest.Read(text)).Read(Rules);
        var submission = CardSubmission.Read(new Microsoft.Bot.Schema.AdaptiveCardInvokeAction
        {
            Verb = text,
            Data = new JObject(Inputs.Append("case").Append("step").Append("revision").Append("section").Select(id => new JProperty(id, text))),
        });
        OpinionRequest.Read(submission);
        SignOffRequest.Read(submission);
        ClosingRequest.Read(submission, Today);
        PostRequest.Of(submission).Read(Boards, "", Today);
        SettingsRequest.Of(submission).Read(Rules);
    }

    private static readonly string[] Inputs =
    [
        OpinionRequest.ValueId, OpinionRequest.SpecialtyId, OpinionRequest.CommentId, SignOffRequest.RoleId, SignOffRequest.OutcomeId, SignOffRequest.ReasonId,
        ClosingRequest.DecisionId, ClosingRequest.TextId, ClosingRequest.PlannedAtId, PostRequest.BoardId, PostRequest.SessionId, PostRequest.QuestionId,
        SettingsRequest.NameId, SettingsRequest.LanguageId, SettingsRequest.QuorumId, SettingsRequest.ClosersId, SettingsRequest.DayId, SettingsRequest.HourId, SettingsRequest.RemindersId,
    ];

    /// <summary>What was understood; what was not says so in both languages.</summary>
    private static object? ValueOf(Answer answer)
    {
        if (answer is Answer.Bad bad)
        {
            Said(bad.Message);
        }
        else if (answer is Answer.Ask ask)
        {
            Said(ask.Message);
            Assert.NotEmpty(ask.Question.Options);
        }

        return (answer as Answer.Understood)?.Value;
    }

    private static void Said(Phrase phrase) => Assert.True(phrase.Fr.Length > 0 && phrase.En.Length > 0);

    private static string Json(Fact fact, object? value) => CaseWriter.Write(Case.Empty.With(fact, value)).ToJsonString();
}
