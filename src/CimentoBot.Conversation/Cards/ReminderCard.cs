using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Cards;

/// <summary>
/// A reminder: a plain instruction once the board and both signatories have agreed, and before that a draft that says first that nothing
/// is to be stopped.
/// </summary>
internal static class ReminderCard
{
    public static AdaptiveCard Of(ReminderView view, Language language)
    {
        var card = CardKit.Card(view.Case.File, language, Summary(view, language) + ".");
        card.Body.Add(CardKit.Title(ReminderWords.Title(view.Reminder?.Topic).In(language)));
        card.Body.Add(CardKit.Note($"{view.Case.Verdict.Label} · {view.Case.Verdict.CaseLine}"));
        card.Body.AddRange(Says(view, language));
        if (view.Seen is { } seen)
        {
            card.Body.Add(CardKit.Box(AdaptiveContainerStyle.Accent, CardKit.Text(ReminderWords.SeenLine(seen).In(language))));
        }
        else
        {
            card.Actions.Add(CardKit.Execute(
                ReminderWords.MarkSeen, Verbs.CaseSeen, view.Case.File, language, new JObject { [ReminderDesk.ReminderId] = view.Name }));
        }

        card.Body.Add(CardKit.Note($"{view.Case.Verdict.Edition}. {Say.BoardDecides.In(language)}"));
        return card;
    }

    /// <summary>What the notification shows: a draft never reads like an instruction.</summary>
    public static string Summary(ReminderView view, Language language)
    {
        var says = view.Reminder switch
        {
            null => ReminderWords.NoLongerHolds,
            { Hold: { } hold } => view.State is not ReminderState.Agreed ? State(view)
                : CorrectionsOf(view.Case, language).Any() ? ReminderWords.AsCorrected(Instruction(hold)) : Instruction(hold),
            { Topic: ReminderTopic.SignOff } => ReminderWords.ToSign(Roles(view)),
            _ => ReminderWords.ToComplete(view.Case.Board.Session),
        };
        var label = view.Case.File.Facts.Find(Vocabulary.Label) is { } known ? $" ({CardKit.Plain(known)})" : "";
        var title = ReminderWords.Title(view.Reminder?.Topic).In(language);
        return $"{title} — {view.Case.File.Code}{label} — {says.In(language).Replace("**", "", StringComparison.Ordinal).TrimEnd('.')}";
    }

    private static IEnumerable<AdaptiveElement> Says(ReminderView view, Language language) => view.Reminder switch
    {
        null => [CardKit.Text(ReminderWords.NoLongerHolds.In(language))],
        { Hold: { } hold } => Stop(view, hold, language),
        { Topic: ReminderTopic.SignOff } => Signatures(view, language),
        _ => Results(view, language),
    };

    private static IEnumerable<AdaptiveElement> Stop(ReminderView view, Hold hold, Language language)
    {
        var instruction = CardKit.Text($"{Instruction(hold).In(language)} _({VerdictView.Sourced([hold.Citation], hold.Reading, language)})_");
        if (view.State is ReminderState.Agreed)
        {
            yield return CardKit.Box(AdaptiveContainerStyle.Good, [instruction, .. Corrections(view, language)]);
            yield return CardKit.Note(ReminderWords.Agreed.In(language));
        }
        else
        {
            yield return CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(State(view).In(language)));
            yield return CardKit.Note(ReminderWords.IfAgreed.In(language) + (language == Language.French ? " :" : ":"));
            yield return instruction;
            foreach (var correction in Corrections(view, language))
            {
                yield return correction;
            }
        }

        if (view.Case.Assessment.Verdict is null)
        {
            yield return CardKit.Text(HoldWords.StopNothingYet.In(language));
        }

        if (view.Case.Board.Standing is { } closing)
        {
            yield return CardKit.Note(BoardWords.DecisionLine(closing).In(language));
        }

        if (view.Case.Verdict.Schedule.Procedure is { } procedure)
        {
            yield return CardKit.Note(procedure);
        }
    }

    /// <summary>A signature with a correction changes what is to be done: it stands beside the instruction.</summary>
    internal static IEnumerable<string> CorrectionsOf(BoardView view, Language language) => BoardChoices.Roles
        .Select(role => (role.Title, Signed: view.Board.SignOffOf(role.Value, view.Holds)))
        .Where(role => role.Signed?.Outcome is SignOutcome.Corrected)
        .Select(role => $"**{ReminderWords.Correction.In(language)} — {role.Title.In(language)}**{Colon(language)}{CardKit.Plain(role.Signed!.Reason)}");

    private static IEnumerable<AdaptiveElement> Corrections(ReminderView view, Language language) => CorrectionsOf(view.Case, language).Select(CardKit.Text);

    private static IEnumerable<AdaptiveElement> Signatures(ReminderView view, Language language)
    {
        yield return CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(ReminderWords.ToSign(Roles(view)).In(language)));
        if (view.Case.Verdict.Schedule.First is { } first && view.Case.Assessment.Verdict is not null)
        {
            yield return CardKit.Note(ReminderWords.IfAgreed.In(language) + Colon(language) + first);
        }

        yield return CardKit.Note(ReminderWords.HowToSign.In(language));
    }

    private static IEnumerable<AdaptiveElement> Results(ReminderView view, Language language) =>
    [
        CardKit.Box(
            AdaptiveContainerStyle.Warning,
            CardKit.Text($"**{ReminderWords.ToComplete(view.Case.Board.Session).In(language)}**{Colon(language)}{string.Join(" · ", view.Case.Verdict.Missing)}")),
    ];

    private static Phrase State(ReminderView view) => view.State switch
    {
        ReminderState.Draft => ReminderWords.Draft,
        ReminderState.Overtaken => ReminderWords.Overtaken,
        _ => ReminderWords.Unsigned(Roles(view)),
    };

    /// <summary>«Clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026 (J−5).»</summary>
    private static Phrase Instruction(Hold hold) => new($"{Sentence.Capital(hold.Name.Fr)} — {hold.Statement.Fr}", $"{Sentence.Capital(hold.Name.En)} — {hold.Statement.En}");

    private static Phrase Roles(ReminderView view)
    {
        var titles = view.Unsigned.Select(role => BoardChoices.Roles.TitleOf(role)).ToList();
        return new(string.Join(", ", titles.Select(title => title.Fr)), string.Join(", ", titles.Select(title => title.En)));
    }

    private static string Colon(Language language) => language == Language.French ? " : " : ": ";
}
