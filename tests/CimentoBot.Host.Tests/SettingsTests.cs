using System.Security.Cryptography.X509Certificates;
using CimentoBot.Configuration;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CimentoBot.Host.Tests;

public sealed class SettingsTests
{
    private const string Secret = "s3cret-value";

    [Fact]
    public void TheSettingsThatAreShippedAreGood()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

        var settings = BotSettingsReader.Read(configuration, development: false, "StandIn");

        Assert.Equal("Europe/Paris", settings.Bot.Zone.Id);
        Assert.Equal(Language.French, settings.Bot.DefaultLanguage);
        Assert.Empty(settings.Bot.Boards);
        Assert.Empty(settings.Bot.AllowedTenants);
        Assert.Same(TimeProvider.System, settings.Clock);
    }

    [Theory]
    [InlineData("MicrosoftAppType", "Multitenant ", null)]
    [InlineData("MicrosoftAppType", "Other", "MicrosoftAppType")]
    [InlineData("MicrosoftAppPassword", Secret, "MicrosoftAppId")]
    [InlineData("Storage:Provider", "Postgres", "Storage:ConnectionString")]
    [InlineData("Storage:Provider", "sqlite", null)]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider")]
    [InlineData("Storage:ConnectionString", "", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Data Source=a.db;Mode=Memory", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Host=db;User=me", "Storage:ConnectionString")]
    [InlineData("Bot:TimeZone", "Paris", "Bot:TimeZone")]
    [InlineData("Bot:TimeZone", "America/New_York", null)]
    [InlineData("Bot:DefaultLocale", "de-DE", "Bot:DefaultLocale")]
    [InlineData("Bot:DefaultLocale", "en-GB", null)]
    [InlineData("Board:Locale", "english", "Board:Locale")]
    [InlineData("Bot:AllowedTenants", "a,,b", "Bot:AllowedTenants")]
    [InlineData("Bot:PublicUrl", "bot.example", "Bot:PublicUrl")]
    [InlineData("Bot:PublicUrl", "https://bot.example", null)]
    [InlineData("Bot:Today", "2026-11-30", "Bot:Today")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:5000/", "ToBotFromChannelOpenIdMetadataUrl")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "https://login.example/", null)]
    [InlineData("MicrosoftAppCertificatePath", "bot.pfx", "MicrosoftAppId")]
    [InlineData("Bot:TurnsPerMinute:User", "0", null)]
    [InlineData("Bot:TurnsPerMinute:User", "-1", "Bot:TurnsPerMinute:User")]
    [InlineData("Bot:TurnsPerMinute:User", "1.5", "Bot:TurnsPerMinute:User")]
    [InlineData("Bot:TurnsPerMinute:Tenant", "1000001", "Bot:TurnsPerMinute:Tenant")]
    [InlineData("Bot:TurnsPerMinute:Tenant", "many", "Bot:TurnsPerMinute:Tenant")]
    [InlineData("Board:Channels:0:Name", "RCP", "Board:Channels:0")]
    [InlineData("Board:Channels", "19:a,19:a", "Board:Channels")]
    [InlineData("urls", "localhost 3978", "ASPNETCORE_URLS")]
    [InlineData("Privacy:RetainDays", "30", null)]
    [InlineData("Privacy:RetainDays", "29", "Privacy:RetainDays")]
    [InlineData("Privacy:RetainDays", "3651", "Privacy:RetainDays")]
    [InlineData("Privacy:RetainDays", "a year", "Privacy:RetainDays")]
    [InlineData("Telemetry:MetricsFrom", "10.0.0.0/8, 192.0.2.0/24", null)]
    [InlineData("Telemetry:MetricsFrom", "10.0.0.0/33", "Telemetry:MetricsFrom")]
    [InlineData("Guideline:Suspended", "Erreur au seuil des plaquettes", null)]
    public void AWrongSettingIsNamed(string key, string value, string? named)
    {
        var failure = Record.Exception(() => Read(development: false, (key, value)));

        Assert.Equal(named, (failure as SettingException)?.Key);
        Assert.True(failure is null or SettingException);
        Assert.Equal(1, failure?.Message.Split('\n').Length ?? 1);
        Assert.DoesNotContain(Secret, failure?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void TheReasonOfASuspensionIsOneLineThatFitsOnACard()
    {
        Assert.Equal("", Read(development: false).Bot.Suspended);
        Assert.Equal("Erreur au seuil", Read(development: false, ("Guideline:Suspended", "  Erreur\r\n au\tseuil ")).Bot.Suspended);
        var tooLong = Assert.Throws<SettingException>(() => Read(development: false, ("Guideline:Suspended", new string('x', 501))));
        Assert.Equal("Guideline:Suspended", tooLong.Key);
    }

    [Fact]
    public void PostgresTakesAHostAndADatabaseAndTheLineNamesNoPassword()
    {
        (string, string) postgres = ("Storage:Provider", "Postgres");
        (string, string) To(string connectionString) => ("Storage:ConnectionString", connectionString);

        Assert.Equal(StorageProvider.Sqlite, Read(false).Storage.Provider);
        Assert.Equal(StorageProvider.Postgres, Read(false, postgres, To("Host=db;Database=bot;Username=me")).Storage.Provider);
        var failure = Assert.Throws<SettingException>(() => Read(false, postgres, To($"Host=db;Password={Secret}")));
        Assert.Equal("Storage:ConnectionString", failure.Key);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("30/11/2026")]
    [InlineData("0001-01-01")]
    [InlineData("today")]
    public void ADayThatIsNoneIsRefused(string today) =>
        Assert.Equal("Bot:Today", Assert.Throws<SettingException>(() => Read(development: true, ("Bot:Today", today))).Key);

    [Fact]
    public void AnApplicationNeedsItsSecretAndItsTenant()
    {
        (string, string)[] single = [("MicrosoftAppId", "app"), ("MicrosoftAppType", "SingleTenant")];

        Assert.Equal("MicrosoftAppPassword", Assert.Throws<SettingException>(() => Read(true, single)).Key);
        Assert.Equal("MicrosoftAppTenantId", Assert.Throws<SettingException>(() => Read(true, [.. single, ("MicrosoftAppPassword", Secret)])).Key);
        Assert.Equal("app", Read(true, [.. single, ("MicrosoftAppPassword", Secret), ("MicrosoftAppTenantId", "tenant")]).Bot.AppId);
    }

    [Fact]
    public void AnApplicationProvesItselfByASecretOrByACertificate()
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-settings-");
        using var certificate = LocalHttps.SelfMade("bot");
        var (good, bare) = (Path.Combine(folder.FullName, "bot.pfx"), Path.Combine(folder.FullName, "bare.pfx"));
        File.WriteAllBytes(good, certificate.Export(X509ContentType.Pkcs12, "opens it"));
        File.WriteAllBytes(bare, certificate.Export(X509ContentType.Cert));
        (string, string) With(string path) => ("MicrosoftAppCertificatePath", path);
        (string, string)[] app = [("MicrosoftAppId", "app"), ("MicrosoftAppCertificatePassword", "opens it")];

        Assert.Equal("app", Read(true, [.. app, With(good)]).Bot.AppId);
        Assert.Equal("MicrosoftAppPassword", Assert.Throws<SettingException>(() => Read(true, [.. app, With(good), ("MicrosoftAppPassword", Secret)])).Key);
        Assert.All(
            [[.. app, With(bare)], [.. app, With(good + ".gone")], [app[0], With(good), ("MicrosoftAppCertificatePassword", Secret)]],
            ((string, string)[] settings) =>
            {
                var failure = Assert.Throws<SettingException>(() => Read(true, settings));
                Assert.Equal("MicrosoftAppCertificatePath", failure.Key);
                Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
            });
        folder.Delete(recursive: true);
    }

    [Fact]
    public void TokensAreIssuedByThePublicCloudByAnotherOrByWhoIsNamed()
    {
        (string, string) government = ("ChannelService", "https://botframework.azure.us");

        Assert.Equal("https://api.botframework.com", Read(true).Door.TokenIssuer);
        Assert.Equal("https://api.botframework.us", Read(true, government).Door.TokenIssuer);
        Assert.Equal("https://else.example", Read(true, government, ("ToBotFromChannelTokenIssuer", "https://else.example")).Door.TokenIssuer);
    }

    [Fact]
    public void TurnsAreLimitedOnceTheBotHasAnIdentity()
    {
        var open = Read(true).Door;
        var known = Read(true, ("MicrosoftAppId", "app"), ("MicrosoftAppPassword", Secret)).Door;

        Assert.Equal((0, 0), (open.TurnsOfAUser, open.TurnsOfATenant));
        Assert.Equal((120, 3000), (known.TurnsOfAUser, known.TurnsOfATenant));
    }

    [Fact]
    public void AManagedIdentityNeedsNoSecret() => Assert.Equal("app", Read(
        true, ("MicrosoftAppId", "app"), ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppTenantId", "tenant")).Bot.AppId);

    [Fact]
    public void NobodyOpensABuildOfStandInsToTheNetworkByAccident()
    {
        (string, string)[] identity = [("MicrosoftAppId", "app"), ("MicrosoftAppPassword", Secret)];

        Assert.Equal("Bot:AllowStandIn", Assert.Throws<SettingException>(() => Read(false, identity)).Key);
        Assert.Equal("Bot:AllowStandIn", Assert.Throws<SettingException>(() => Read(false, [.. identity, ("Bot:AllowStandIn", "false")])).Key);
        Assert.Equal("Bot:AllowStandIn", Assert.Throws<SettingException>(() => Read(false, [.. identity, ("Bot:AllowStandIn", "yes")])).Key);
        Assert.Equal("app", Read(false, [.. identity, ("Bot:AllowStandIn", "true")]).Bot.AppId);
        Assert.Equal("app", Read(true, identity).Bot.AppId);
        Assert.Equal("app", BotSettingsReader.Read(Configuration(identity), development: false, "Official").Bot.AppId);
    }

    [Fact]
    public void AConfiguredDayBeginsAtNoonOfTheZone()
    {
        var now = Read(development: true, ("Bot:Today", "2026-11-30")).Clock.GetUtcNow();

        Assert.InRange(now, new(2026, 11, 30, 11, 0, 0, TimeSpan.Zero), new(2026, 11, 30, 11, 5, 0, TimeSpan.Zero));
    }

    [Fact]
    public void AConfiguredDayGoesOnButNeverEnds()
    {
        var real = new FakeTimeProvider();
        var clock = new StandingDay(new DateTimeOffset(2026, 3, 29, 12, 0, 0, TimeSpan.FromHours(2)), real);

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
        real.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 10, 3, 0, TimeSpan.Zero), clock.GetUtcNow());
        real.Advance(TimeSpan.FromDays(30));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 21, 59, 0, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Fact]
    public void TenantsComeAsAListOrAsOneText()
    {
        Assert.Equal(["a", "b"], Read(false, ("Bot:AllowedTenants", "a, b")).Bot.AllowedTenants);
        Assert.Equal(["a", "b"], Read(false, ("Bot:AllowedTenants:0", "a"), ("Bot:AllowedTenants:1", " b")).Bot.AllowedTenants);
    }

    [Fact]
    public void BoardsComeAsIdsAsObjectsOrAsOneText()
    {
        Assert.Equal(
            [("19:a", "RCP 1"), ("19:b", "RCP 2")], Boards(("Board:Channels:0", "19:a"), ("Board:Channels:1", "19:b")));
        Assert.Equal(
            [("19:a", "RCP os"), ("19:b", "RCP 2")],
            Boards(("Board:Channels:0:Id", "19:a"), ("Board:Channels:0:Name", "RCP os"), ("Board:Channels:1:Id", "19:b")));
        Assert.Equal([("19:a", "Tumour board")], Boards(("Board:Channels", " 19:a "), ("Board:Locale", "en-GB")));
        Assert.Equal([("19:a", "RCP")], Boards(("Board:Channels", ""), ("Board:Channels:0", "19:a")));
    }

    [Fact]
    public void TheBoardSpeaksTheBotsLanguageUnlessToldOtherwise()
    {
        Assert.Equal(Language.English, Read(false, ("Bot:DefaultLocale", "en-GB")).Bot.BoardLanguage);
        Assert.Equal(Language.French, Read(false, ("Bot:DefaultLocale", "en-GB"), ("Board:Locale", "fr-FR")).Bot.BoardLanguage);
    }

    private static (string, string)[] Boards(params (string, string)[] settings) =>
        [.. Read(false, settings).Bot.Boards.Select(board => (board.Id, board.Name))];

    private static HostSettings Read(bool development, params (string Key, string Value)[] settings) =>
        BotSettingsReader.Read(Configuration(settings), development, "StandIn");

    private static IConfiguration Configuration((string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Storage:ConnectionString", "Data Source=data/bot.db")])
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
