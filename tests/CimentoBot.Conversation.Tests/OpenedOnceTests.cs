using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Steps;
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

    [Fact]
    public async Task ALineThatIsDeliveredAgainTakesNoCorrectionBack()
    {
        using var clinic = new Clinic();
        var quick = new QuickStart(clinic.Desk);
        var line = quick.Read("T8 lytique EVA 8 plaquettes 180");
        using var turn = Turn(clinic, "1", "chat");
        var (opened, understood) = await quick.OpenAsync(turn, line, Language.French, CancellationToken.None);
        Assert.NotNull(understood);
        var corrected = await clinic.Desk.Files.SaveAsync(
            opened with { Step = Itinerary.Lesion.Id, Revision = 1, Facts = opened.Facts.With(Vocabulary.Intensity, 3m) }, CancellationToken.None);

        using var again = Turn(clinic, "1", "chat");
        var (now, more) = await quick.OpenAsync(again, line, Language.French, CancellationToken.None);
        Assert.Equal((corrected.Code, corrected.FactsFingerprint), (now.Code, now.FactsFingerprint));
        Assert.Null(more);
    }

    private static async Task<string> OpenAsync(Clinic clinic, string id, string conversation = "chat")
    {
        using var turn = Turn(clinic, id, conversation);
        return (await clinic.Desk.OpenAsync(turn, Language.French, CancellationToken.None)).Code;
    }

    private static TurnContext Turn(Clinic clinic, string id, string conversation) => new(new TestAdapter(), new Activity(ActivityTypes.Message)
    {
        Id = id,
        ChannelId = "msteams",
        Conversation = new ConversationAccount(id: conversation),
        From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User },
    });
}
