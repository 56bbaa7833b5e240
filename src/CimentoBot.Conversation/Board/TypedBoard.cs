using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// The typed forms of the board's verbs: <c>avis CB-7F3K favorable d’accord si radiothérapie spécialité=oncologie</c>. A word, then free
/// text, then what else the form has as <c>clé=valeur</c>.
/// </summary>
internal static class TypedBoard
{
    private static readonly string[] SpecialtyKeys = ["specialite", "specialty"];
    private static readonly string[] ReasonKeys = ["motif", "reason"];
    private static readonly string[] PlannedKeys = ["prevu", "planned", .. KeyValues.SessionKeys];
    private static readonly string[] CommentKeys = ["commentaire", "comment", "texte", "text"];

    /// <summary>What a card would have sent; null where no case is named.</summary>
    public static CardSubmission? Read(CommandKind kind, string argument)
    {
        if (CaseCode.In(argument) is not { } code)
        {
            return null;
        }

        var (word, free) = Parts(KeyValues.Before(argument), code);
        var text = KeyValues.Find(argument, CommentKeys) ?? free;
        return kind switch
        {
            CommandKind.Opinion => Submission(Verbs.BoardOpinion, code, (OpinionRequest.ValueId, word), (OpinionRequest.CommentId, text), (OpinionRequest.SpecialtyId, Value(argument, SpecialtyKeys))),
            CommandKind.SignOff => SignOff(code, word, text, argument),
            CommandKind.Close => Submission(
                Verbs.BoardClose,
                code,
                (ClosingRequest.DecisionId, word.Length == 0 ? "?" : word),
                (ClosingRequest.TextId, text),
                (ClosingRequest.ReasonId, Value(argument, ReasonKeys)),
                (ClosingRequest.PlannedAtId, Value(argument, PlannedKeys))),
            CommandKind.Reopen => Submission(Verbs.BoardReopen, code),
            CommandKind.Show => Submission(Verbs.BoardShow, code),
            CommandKind.Seen => Submission(Verbs.CaseSeen, code),
            _ => null,
        };
    }

    /// <summary>How a verb is typed, with an example of each of its words.</summary>
    public static Phrase HowTo(CommandKind kind) => kind switch
    {
        CommandKind.Opinion => new(
            "avis CB-XXXX favorable | conditions | défavorable | infos, puis un commentaire ; spécialité=oncologie",
            "opinion CB-XXXX favourable | conditions | unfavourable | info, then a comment; specialty=oncology"),
        CommandKind.SignOff => new(
            "signer CB-XXXX anesthésie | prescripteur, puis accord | correction | refus ; motif=…",
            "sign CB-XXXX anaesthesia | prescriber, then agreed | corrected | refused; reason=…"),
        CommandKind.Close => new(
            "clore CB-XXXX accepté | conditions | refusé | reporté | autre, puis un texte ; motif=comorbidité prévu=aaaa-mm-jj séance=aaaa-mm-jj",
            "close CB-XXXX accepted | conditions | refused | postponed | other, then a text; reason=comorbidity planned=yyyy-MM-dd session=yyyy-MM-dd"),
        CommandKind.Show => new("voir CB-XXXX", "show CB-XXXX"),
        CommandKind.Seen => new("vu CB-XXXX", "seen CB-XXXX"),
        _ => new("rouvrir CB-XXXX", "reopen CB-XXXX"),
    };

    /// <summary>A signature without a word is one that agrees; what follows a word is its reason.</summary>
    private static CardSubmission SignOff(string code, string role, string text, string argument)
    {
        var (outcome, reason) = FirstWord(text);
        var said = BoardChoices.Outcomes.Find(outcome);
        var given = Value(argument, ReasonKeys);
        return Submission(
            Verbs.BoardSignOff,
            code,
            (SignOffRequest.RoleId, role),
            (SignOffRequest.OutcomeId, text.Length == 0 ? nameof(SignOutcome.Agreed) : said is null ? outcome : said.Value.ToString()),
            (SignOffRequest.ReasonId, given.Length > 0 ? given : reason));
    }

    private static string Value(string argument, string[] keys) => KeyValues.Find(argument, keys) ?? "";

    private static (string Word, string Free) Parts(string text, string code)
    {
        var at = text.IndexOf(code, StringComparison.OrdinalIgnoreCase);
        return FirstWord(at < 0 ? text : text[(at + code.Length)..]);
    }

    private static (string Word, string Then) FirstWord(string text)
    {
        var words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words.Length > 0 ? words[0].TrimEnd(',', ';', ':', '.') : "", words.Length > 1 ? words[1] : "");
    }

    private static CardSubmission Submission(string verb, string code, params (string Id, string Value)[] inputs) =>
        new(verb, code, "", -1, "", inputs.ToDictionary(input => input.Id, input => input.Value, StringComparer.Ordinal));
}
