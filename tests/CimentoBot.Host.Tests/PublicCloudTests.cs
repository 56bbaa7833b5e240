using CimentoBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace CimentoBot.Host.Tests;

public sealed class PublicCloudTests
{
    private const string Metadata = "ToBotFromChannelOpenIdMetadataUrl";

    private static readonly string[] Keys =
    [
        "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "OAuthUrl", Metadata,
        "ToBotFromEmulatorOpenIdMetadataUrl", "CallerId",
    ];

    [Fact]
    public void OnceOneIsSetTheOthersAreThePublicClouds()
    {
        var completed = PublicCloud.Complete(With((Metadata, "https://keys.example/"), ("ToBotFromChannelTokenIssuer", ""), ("MicrosoftAppId", "app")));

        Assert.Equal(
            [
                "https://login.microsoftonline.com/{0}", "https://api.botframework.com", "https://api.botframework.com", "https://api.botframework.com",
                "https://keys.example/", "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration", "urn:botframework:azure",
            ],
            Keys.Select(key => completed[key]));
        Assert.Equal("app", completed["MicrosoftAppId"]);
    }

    [Fact]
    public void WhereNoneIsSetOrAnotherCloudIsNamedNothingIsAdded()
    {
        Assert.All(Keys, key => Assert.Null(PublicCloud.Complete(With(("MicrosoftAppId", "app")))[key]));
        var another = PublicCloud.Complete(With(("ChannelService", "https://botframework.azure.us"), (Metadata, "https://keys.example/")));
        Assert.Equal([Metadata], Keys.Where(key => another[key] is not null));
    }

    [Fact]
    public void ANewReadingOfTheKeysHasAnAddressThatDiffersInItsFragmentAlone()
    {
        Assert.Equal("https://keys.example/#2", PublicCloud.ReadingKeysAnew(With((Metadata, "https://keys.example/")), 2)[Metadata]);
        Assert.Equal(
            "https://login.botframework.com/v1/.well-known/openidconfiguration#1", PublicCloud.ReadingKeysAnew(With(), 1)[Metadata]);
        Assert.Null(PublicCloud.ReadingKeysAnew(With(), 0)[Metadata]);
        Assert.Null(PublicCloud.ReadingKeysAnew(With(("ChannelService", "https://botframework.azure.us")), 1)[Metadata]);
    }

    private static IConfiguration With(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
