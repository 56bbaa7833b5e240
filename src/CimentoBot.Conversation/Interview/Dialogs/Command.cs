using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>What can be asked for at any point.</summary>
public enum CommandKind
{
    New,
    Help,
    Hello,
    Back,
    Next,
    Finish,
    Edit,
    Restart,
    Cancel,
    Resume,
    Cases,
    Text,
    ChooseLanguage,
    Post,
    Why,
    Opinion,
    SignOff,
    Close,
    Reopen,
    Show,
    Agenda,
    Minutes,
    Settings,
    Seen,
    Export,
    Forget,
}

/// <summary>A command as it was typed: the language of its word, and what stands behind it.</summary>
public sealed record Command(CommandKind Kind, Language Language, string Argument)
{
    private static readonly (CommandKind Kind, string[] French, string[] English, bool TakesArgument)[] Table =
    [
        (CommandKind.New, ["nouveau dossier", "nouveau", "nouvelle"], ["new case", "new"], true),
        (CommandKind.Help, ["aide"], ["help"], false),
        (CommandKind.Hello, ["bonjour", "salut", "bonsoir"], ["hello", "hi"], false),
        (CommandKind.Back, ["retour"], ["back"], false),
        (CommandKind.Next, ["suite"], ["next"], false),
        (CommandKind.Finish, ["terminer"], ["finish"], false),
        (CommandKind.Edit, ["modifier"], ["edit"], true),
        (CommandKind.Restart, ["recommencer"], ["restart"], false),
        (CommandKind.Cancel, ["annuler"], ["cancel"], false),
        (CommandKind.Resume, ["reprendre"], ["resume"], true),
        (CommandKind.Cases, ["dossiers"], ["cases"], false),
        (CommandKind.Text, ["texte"], ["text"], false),
        (CommandKind.ChooseLanguage, ["langue"], ["language"], true),
        (CommandKind.Post, ["présenter"], ["post"], true),
        (CommandKind.Why, ["pourquoi", "pourquoi?"], ["why", "why?"], true),
        (CommandKind.Opinion, ["avis"], ["opinion"], true),
        (CommandKind.SignOff, ["signer"], ["sign"], true),
        (CommandKind.Close, ["clore"], ["close"], true),
        (CommandKind.Reopen, ["rouvrir"], ["reopen"], true),
        (CommandKind.Show, ["voir"], ["show"], true),
        (CommandKind.Agenda, ["ordre du jour"], ["agenda"], true),
        (CommandKind.Minutes, ["compte rendu", "compte-rendu"], ["minutes"], true),
        (CommandKind.Settings, ["réglages"], ["settings"], true),
        (CommandKind.Seen, ["vu"], ["seen"], true),
        (CommandKind.Export, ["exporter"], ["export"], false),
        (CommandKind.Forget, ["oublier"], ["forget"], true),
    ];

    /// <summary>What can be asked for in a channel; everything else is for the private chat.</summary>
    public bool IsForChannels => Kind is CommandKind.Help or CommandKind.Hello or CommandKind.Post || IsForBoards;

    /// <summary>The typed forms of the board's verbs, and what is asked of a board.</summary>
    public bool IsForBoards => ChannelDesk.Takes(Kind)
        || Kind is CommandKind.Opinion or CommandKind.SignOff or CommandKind.Close or CommandKind.Reopen or CommandKind.Show or CommandKind.Seen;

    /// <summary>The command that a message is, or null. Case and accents mean nothing.</summary>
    public static Command? Read(string text)
    {
        var folded = Fold.Text(text).TrimEnd('.', '!', ' ');
        foreach (var (kind, french, english, takesArgument) in Table)
        {
            if (Match(folded, french, takesArgument) is { } fr)
            {
                return new(kind, Language.French, Tail(text, fr));
            }

            if (Match(folded, english, takesArgument) is { } en)
            {
                return new(kind, Language.English, Tail(text, en));
            }
        }

        return null;
    }

    /// <summary>The language that is named, in either language, or null.</summary>
    public static Language? LanguageIn(string argument) => Fold.Text(argument) switch
    {
        "francais" or "french" or "fr" => Language.French,
        "anglais" or "english" or "en" => Language.English,
        _ => null,
    };

    /// <summary>A message whose last line says to go on: the lines before it, and whether it does.</summary>
    public static (string Lines, bool GoOn) SplitNext(string text)
    {
        var end = text.TrimEnd().LastIndexOf('\n');
        return end > 0 && Read(text[(end + 1)..].Trim()) is { Kind: CommandKind.Next } ? (text[..end], true) : (text, false);
    }

    private static string? Match(string folded, string[] words, bool takesArgument) => words.Select(Fold.Text).FirstOrDefault(word =>
        folded == word || (takesArgument && folded.StartsWith(word + " ", StringComparison.Ordinal)));

    private static string Tail(string text, string word) => string.Join(' ', text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Skip(word.Split(' ').Length));
}
