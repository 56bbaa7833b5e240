using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Contract.Tests;

public class TestAdapterTests
{
    [Fact]
    public async Task TheTestAdapterSpeaksAsUser1ToBotOnTheTestChannelInEnglish()
    {
        var adapter = new TestAdapter();
        Activity? seen = null;

        await adapter.SendTextToBotAsync("hi", (turn, _) => Task.FromResult(seen = turn.Activity), CancellationToken.None);

        Assert.Equal(
            ("test", "user1", "bot", "Conversation1", "convo1", "https://test.com", "en-us"),
            (seen!.ChannelId, seen.From.Id, seen.Recipient.Id, seen.Conversation.Id, seen.Conversation.ConversationType, seen.ServiceUrl, seen.Locale));
        Assert.Equal("1", seen.Id);
        Assert.NotNull(seen.Timestamp);
    }
}
