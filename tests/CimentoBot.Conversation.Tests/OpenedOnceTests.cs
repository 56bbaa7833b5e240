using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Tests;

/// <summary>The bot may end after it opened a case and before it has remembered the message: Teams then delivers it again.</summary>
public sealed class OpenedOnceTests
{
    [Fact]
    public async Task AMessageThatIsDeliveredAgainAfterARestartOpensNoSecondCase()
    {
        using var clinic = new Clinic();
        var first = await OpenAsync(clinic, "1");
        clinic.Restart();

        Assert.Equal(first, await OpenAsync(clinic, "1"));
        Assert.Single(await clinic.Store.ListAsync(clinic.User, 10, CancellationToken.None));
    }

    [Theory]
    [InlineData("2", "chat")]
    [InlineData("1", "another")]
    [InlineData("", "chat")]
    public async Task AnotherMessageOpensAnother(string id, string conversation)
    {
        using var clinic = new Clinic();
        var first = await OpenAsync(clinic, id.Length == 0 ? id : "1");

        Assert.NotEqual(first, await OpenAsync(clinic, id, conversation));
    }

    private static async Task<string> OpenAsync(Clinic clinic, string id, string conversation = "chat")
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message)
        {
            Id = id,
            ChannelId = "msteams",
            Conversation = new ConversationAccount(id: conversation),
            From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User },
        });
        return (await clinic.Desk.OpenAsync(turn, Language.French, CancellationToken.None)).Code;
    }
}
