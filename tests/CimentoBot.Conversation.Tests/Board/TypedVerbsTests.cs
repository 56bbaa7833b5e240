using System.Text.RegularExpressions;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>A button that cannot be pressed on somebody's phone can be typed, and the help says how.</summary>
public sealed partial class TypedVerbsTests
{
    /// <summary>With these begins what stands behind a command's word.</summary>
    private static readonly string[] Arguments = ["CB-", "séance=", "session="];

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void EveryVerbOfTheBoardIsTypedAndTheHelpSaysHow(Language language)
    {
        var shown = Gallery.All()
            .SelectMany(card => JObject.Parse(card.Json).SelectTokens("$..verb"))
            .Select(verb => (string)verb!)
            .Where(Verbs.IsForBoards)
            .ToHashSet();
        Assert.Superset(new HashSet<string> { Verbs.BoardOpinion, Verbs.BoardSettings, Verbs.BoardShow }, shown);

        var typed = Lines(Say.HelpInAChannel.In(language))
            .Select(line => Read(line, language))
            .Where(command => command.IsForBoards)
            .Select(VerbOf)
            .OfType<string>()
            .ToHashSet();
        Assert.Equal(shown.Order(), typed.Order());
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void TheHelpInAChannelNamesEveryCommandThatIsTakenThereWithASentence(Language language)
    {
        var told = Lines(Say.HelpInAChannel.In(language)).Select(line => Read(line, language).Kind).Order();
        var taken = Enum.GetValues<CommandKind>()
            .Where(kind => new Command(kind, language, "").IsForChannels && kind is not (CommandKind.Help or CommandKind.Hello))
            .Order();
        Assert.Equal(taken, told);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void ThePrivateHelpNamesThemToo(Language language)
    {
        var named = Say.Help.In(language).Split(['·', '—', ';', '\n']).Select(part => Fold.Text(part.Split('(')[0])).ToList();
        Assert.All(
            Lines(Say.HelpInAChannel.In(language)).Select(line => Fold.Text(Typed(line).Split(Arguments, StringSplitOptions.TrimEntries)[0])),
            word => Assert.Contains(word, named));
    }

    private static List<string> Lines(string help) => [.. help.Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal))];

    private static Command Read(string line, Language language)
    {
        Assert.Matches(@"\*\* — \p{L}", line);
        var command = Command.Read(Typed(line));
        Assert.NotNull(command);
        Assert.Equal(language, command.Language);
        return command;
    }

    private static string Typed(string line) => Bold().Match(line).Groups["typed"].Value;

    /// <summary>The verb that a command is the typed form of; null for one that no button has.</summary>
    private static string? VerbOf(Command command) => command.Kind is CommandKind.Settings
        ? SettingsRequest.Read(command.Argument).Verb
        : ChannelDesk.Takes(command.Kind) ? null : TypedBoard.Read(command.Kind, command.Argument)!.Verb;

    [GeneratedRegex(@"\*\*(?<typed>.+?)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();
}
