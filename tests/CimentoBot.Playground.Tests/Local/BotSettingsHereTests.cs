using CimentoBot.Playground.Local;

namespace CimentoBot.Playground.Tests.Local;

public class BotSettingsHereTests
{
    [Fact]
    public void An_identity_and_boards_of_another_machine_are_not_inherited()
    {
        var environment = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = "x",
            ["MICROSOFTAPPPASSWORD"] = "x",
            ["Board__Channels__1__Id"] = "x",
            ["Bot__DefaultLocale"] = "en-GB",
        };
        new BotSettingsHere(1234, "/d/x.db") { Today = "2026-11-30" }.ApplyTo(environment);
        Assert.DoesNotContain(environment.Keys, name => name.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Board__Channels__1__Id", environment.Keys);
        Assert.Equal("en-GB", environment["Bot__DefaultLocale"]);
        Assert.Equal("http://127.0.0.1:1234", environment["ASPNETCORE_URLS"]);
        Assert.Equal("Data Source=/d/x.db", environment["Storage__ConnectionString"]);
        Assert.Equal("2026-11-30", environment["Bot__Today"]);
    }
}
