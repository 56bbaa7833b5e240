using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Processes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Playground.Tests.Tour;

/// <summary>
/// Every byte that the typical case sends to Teams, as a page of lengths and hashes: the same whichever Bot Framework is built in. What
/// differs from run to run (case code, port, ids of messages) is left out. The bytes themselves are kept beside the tests.
/// </summary>
public sealed partial class PrintedWireTests
{
    [SkippableFact]
    public async Task The_typical_case_sends_the_same_bytes_whichever_bot_framework_is_built_in()
    {
        Skip.IfNot(File.Exists(BotProgram.BuiltPath), "The bot was not built beside the Playground.");
        var sent = await PlayAsync();
        PrintedPage.Check("tests/CimentoBot.Playground.Tests/Tour/wire.txt", string.Concat(sent.Select((body, place) =>
            string.Create(CultureInfo.InvariantCulture, $"{place + 1:00} {body.Way} {Encoding.UTF8.GetByteCount(body.Text)} {Hash(body.Text)}\n"))));
    }

    private static async Task<IReadOnlyList<(string Way, string Text)>> PlayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-wire-");
        try
        {
            await using var connector = await FakeConnector.StartAsync();
            await using var bot = await BotProgram.StartAsync(
                new(Ports.Free(), Path.Combine(folder.FullName, "wire.db")) { Today = TypicalCase.Today }, CancellationToken.None);
            await using var output = new StringWriter(CultureInfo.InvariantCulture);
            Assert.True(await TourMode.PlayAsync(bot.Url, connector, output) == 0, output.ToString());

            // Whether a turn is slow enough for a sign of typing is the machine's affair.
            var sent = connector.Deliveries.Where(delivery => delivery.IsMessage).Select(delivery => ($"{delivery.Method} {delivery.Conversation.Split(';')[0]}", Alike(delivery.Written, connector))).ToList();
            await KeepAsync(sent.Select(pair => pair.Item2));
            return sent;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task KeepAsync(IEnumerable<string> sent)
    {
        var kept = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "wire")).FullName;
        var place = 0;
        foreach (var body in sent)
        {
            await File.WriteAllTextAsync(Path.Combine(kept, string.Create(CultureInfo.InvariantCulture, $"{++place:00}.json")), body);
        }
    }

    private static string Alike(string body, FakeConnector connector) =>
        MessageIds().Replace(CaseCode().Replace(body, "CB-0000"), "").Replace(connector.ServiceUrl.Authority, "teams", StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("CB-[0-9A-Z]{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CaseCode();

    [GeneratedRegex("\"(replyToId\":\"[^\"]*|id\":\"1[0-9]{3})\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MessageIds();
}
