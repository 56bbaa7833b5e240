using CimentoBot.Conversation.Board.Agenda;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>Long texts in several messages: nothing is lost, nothing is too long, no paragraph is torn that fits.</summary>
public sealed class ParagraphsTests
{
    [Fact]
    public void ParagraphsThatFitShareAMessage() => Assert.Equal(["un\n\ndeux\n\ntrois"], Paragraphs.InMessages(["un", "deux", "trois"]));

    [Fact]
    public void AParagraphThatDoesNotFitAnyMoreBeginsTheNextMessage()
    {
        var half = new string('a', Paragraphs.LongestMessage / 2);
        Assert.Equal([half, half + "\n\nb"], Paragraphs.InMessages([half, half, "b"]));
        var exact = new string('a', Paragraphs.LongestMessage - 3);
        Assert.Equal([exact + "\n\nb", "c"], Paragraphs.InMessages([exact, "b", "c"]));
    }

    [Fact]
    public void AParagraphLongerThanAMessageIsPartedBetweenWords()
    {
        var words = Enumerable.Range(0, 9_000).Select(number => FormattableString.Invariant($"mot{number}")).ToList();
        var messages = Paragraphs.InMessages(["avant", string.Join(' ', words), "après"]);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, Paragraphs.LongestMessage));
        Assert.Equal(["avant", .. words, "après"], messages.SelectMany(message => message.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void AWordLongerThanAMessageIsPartedToo()
    {
        var word = new string('a', Paragraphs.LongestMessage * 2 + 1);
        Assert.Equal([Paragraphs.LongestMessage, Paragraphs.LongestMessage, 1], Paragraphs.InMessages([word]).Select(message => message.Length));
    }
}
