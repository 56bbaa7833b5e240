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
    public void WithinAValueADateTimeIsADateAndADateAloneIsText()
    {
        var activity = JsonConvert.DeserializeObject<Activity>("""{"value":{"at":"2026-11-30T08:00:00Z","on":"2026-11-30"}}""")!;

        var value = (JObject)activity.Value;

        Assert.Equal((JTokenType.Date, JTokenType.String), (value["at"]!.Type, value["on"]!.Type));
    }

    [Fact]
    public void ATypeNameAtTheTopOfAValueIsDroppedAndOneBelowIsPlainData()
    {
        var activity = JsonConvert.DeserializeObject<Activity>("""{"value":{"$type":"System.Uri, System","data":{"$type":"System.Uri, System"}}}""")!;

        var value = Assert.IsType<JObject>(activity.Value);

        Assert.Null(value["$type"]);
        Assert.Equal("System.Uri, System", Assert.IsType<JObject>(value["data"]).Value<string>("$type"));
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
        activity.Entities = [new Mention { Type = "mention", Mentioned = activity.Recipient, Text = "<at>Bot</at>" }];
        var read = JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(activity))!;

        Assert.Equal("avis CB-7F3K", read.RemoveRecipientMention());
        Assert.Equal("avis CB-7F3K", read.Text);
    }

    [Fact]
    public void ChannelDataIsReadAsTeamsData()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(
            """{"channelData":{"channel":{"id":"ch"},"team":{"id":"t","aadGroupId":"g"},"tenant":{"id":"x"},"new":1}}""")!;

        var data = activity.GetChannelData<TeamsChannelData>();

        Assert.Equal(("ch", "t", "g", "x"), (data.Channel.Id, data.Team.Id, data.Team.AadGroupId, data.Tenant.Id));
        Assert.Equal(1L, data.AdditionalProperties["new"]);
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void AnAttachmentContentGoesThroughJsonBothWays()
    {
        var attachment = new Attachment { ContentType = "application/json", Content = new { a = 1, b = new[] { "x" } } };

        var read = JsonConvert.DeserializeObject<Attachment>(JsonConvert.SerializeObject(attachment))!;

        Assert.Equal("""{"a":1,"b":["x"]}""", Assert.IsType<JObject>(read.Content).ToString(Formatting.None));
    }

    [Fact]
    public void ContentThatWasLoadedWithoutDatesKeepsTheirText()
    {
        using var reader = new JsonTextReader(new StringReader("""{"text":"2026-11-30T08:00:00+01:00"}""")) { DateParseHandling = DateParseHandling.None };
        var attachment = new Attachment { Content = JObject.Load(reader) };

        Assert.Contains("2026-11-30T08:00:00+01:00", JsonConvert.SerializeObject(attachment), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void ACardObjectAsContentIsRefused()
    {
        Skip.IfNot(Surface.SurfaceFile.IsOfStandIns, "The official converter overflows the stack on it and ends the process.");
        var attachment = new Attachment { Content = new AdaptiveCards.AdaptiveCard("1.5") };

        Assert.Throws<InvalidOperationException>(() => JsonConvert.SerializeObject(attachment));
    }
}
