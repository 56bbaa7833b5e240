using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

public class SchemaTests
{
    [Fact]
    public void AMemberThatActivityDoesNotKnowIsKeptAndPrintedAgain()
    {
        var activity = JsonConvert.DeserializeObject<Activity>("""{"type":"message","somethingNew":{"a":1}}""")!;

        Assert.Equal(1, activity.Properties["somethingNew"]!["a"]!.Value<int>());
        Assert.Contains("somethingNew", JsonConvert.SerializeObject(activity), StringComparison.Ordinal);
    }

    [Fact]
    public void PropertiesArePrintedInTheOrderOfTheSchema()
    {
        var json = JsonConvert.SerializeObject(
            new Activity { Value = 1, Text = "t", Type = "message", Id = "1", Entities = [] },
            new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });

        Assert.Equal("""{"type":"message","id":"1","text":"t","entities":[],"value":1}""", json);
    }

    [Theory]
    [InlineData("""{"a":1}""", typeof(JObject))]
    [InlineData("[1]", typeof(JArray))]
    [InlineData("3", typeof(long))]
    [InlineData("1.5", typeof(double))]
    [InlineData("true", typeof(bool))]
    [InlineData("\"x\"", typeof(string))]
    [InlineData("\"2026-11-30\"", typeof(string))]
    [InlineData("\"2026-11-30T08:00:00Z\"", typeof(DateTime))]
    public void AValueIsReadAsWhatItsJsonIs(string json, Type type)
    {
        var activity = JsonConvert.DeserializeObject<Activity>($$"""{"value":{{json}}}""")!;

        Assert.IsType(type, activity.Value);
    }

    [Fact]
    public void AReplyGoesFromTheRecipientToTheSenderWithEmptyLists()
    {
        var activity = SilentAdapter.Message();
        activity.Conversation.TenantId = "t1";
        activity.Locale = "fr-FR";

        var reply = activity.CreateReply("yes");

        Assert.Equal(("b1", "u1", "m1", "yes", "fr-FR"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Text, reply.Locale));
        Assert.Null(reply.Conversation.TenantId);
        Assert.Empty(reply.Attachments);
        Assert.Empty(reply.Entities);
        Assert.NotNull(reply.Timestamp);
    }

    [Theory]
    [InlineData("msteams", "m1")]
    [InlineData("directline", null)]
    [InlineData("WebChat", null)]
    public void AConversationUpdateOfDirectLineCannotBeRepliedTo(string channel, string? id)
    {
        var activity = SilentAdapter.Message();
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.ChannelId = channel;

        Assert.Equal(id, activity.GetConversationReference().ActivityId);
    }

    [Fact]
    public void AReferenceAddressesOutgoingActivitiesAsRepliesAndKeepsTheirLocale()
    {
        var reference = SilentAdapter.Message().GetConversationReference();
        reference.Locale = "fr-FR";

        var outgoing = new Activity { Locale = "en-US" }.ApplyConversationReference(reference);
        var incoming = new Activity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("b1", "u1", "m1", "en-US"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Locale));
        Assert.Equal(("u1", "b1", "m1", "fr-FR"), (incoming.From.Id, incoming.Recipient.Id, incoming.Id, incoming.Locale));
        Assert.Null(incoming.ReplyToId);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/card", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void TypesCompareWithoutCaseAndASlashBeginsASubtype(string? type, bool isMessage)
    {
        Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() != null);
    }

    [Fact]
    public void AContinuationIsAnEventWithAnIdOfItsOwn()
    {
        var reference = SilentAdapter.Message().GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (activity.Type, activity.Name));
        Assert.True(Guid.TryParse(activity.Id, out _));
        Assert.Same(reference, activity.RelatesTo);
        Assert.Equal(("u1", "b1"), (activity.From.Id, activity.Recipient.Id));
    }

    [Fact]
    public void AMentionIsTakenOutOfTheTextByItsTextOrByItsName()
    {
        var activity = SilentAdapter.Message("<at>Bot</at> avis CB-7F3K");
        activity.Entities = [new Mention(activity.Recipient, "<at>Bot</at>")];
        var read = JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(activity))!;

        Assert.True(read.MentionsRecipient());
        Assert.Equal("avis CB-7F3K", read.RemoveRecipientMention());
        Assert.Equal("avis CB-7F3K", read.Text);
    }

    [Fact]
    public void ChannelDataIsReadAsTeamsDataAndUnreadableDataIsFalseToTheTryingReader()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(
            """{"channelData":{"channel":{"id":"ch"},"team":{"id":"t","aadGroupId":"g"},"tenant":{"id":"x"},"new":1}}""")!;

        var data = activity.GetChannelData<TeamsChannelData>();

        Assert.Equal(("ch", "t", "g", "x"), (data.Channel.Id, data.Team.Id, data.Team.AadGroupId, data.Tenant.Id));
        Assert.Equal(1L, data.AdditionalProperties["new"]);
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
    }

    [Fact]
    public void AnAttachmentContentGoesThroughJsonBothWays()
    {
        var attachment = new Attachment("application/json", content: new { a = 1, b = new[] { "x" } });

        var read = JsonConvert.DeserializeObject<Attachment>(JsonConvert.SerializeObject(attachment))!;

        Assert.Equal("""{"a":1,"b":["x"]}""", Assert.IsType<JObject>(read.Content).ToString(Formatting.None));
    }

    [Fact]
    public void EntitiesAreEqualWhenTheirJsonIs()
    {
        var entity = new Entity("clientInfo") { Properties = new JObject { ["country"] = "FR" } };
        var same = new Entity();
        same.SetAs(new { type = "clientInfo", country = "FR" });

        Assert.True(entity.Equals(same));
        Assert.Equal("FR", same.GetAs<JObject>().Value<string>("country"));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(" ", null, false)]
    [InlineData("x", null, true)]
    [InlineData(null, "s", true)]
    public void ThereIsContentWhenThereIsTextOrASummary(string? text, string? summary, bool expected)
    {
        Assert.Equal(expected, new Activity { Text = text, Summary = summary, Attachments = [] }.HasContent());
    }
}
