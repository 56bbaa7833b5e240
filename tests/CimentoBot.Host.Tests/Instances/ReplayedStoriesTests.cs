using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>
/// Every written conversation, and a board from the first opinion to a decision that is reopened, played with each activity delivered
/// once, twice, three times, and all of them once more a day later: the store holds the same, row by row.
/// </summary>
public sealed partial class ReplayedStoriesTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>What differs between two runs of one story: when its schema was made, and keys that are random.</summary>
    private static readonly string[] NotCompared = ["SchemaVersions", "link_keys"];

    [Fact]
    public async Task WhatIsDeliveredTwiceOrThreeTimesLeavesWhatItLeavesOnce()
    {
        var (once, sent) = await PlayAsync(1);

        Assert.True(sent > 100, $"{sent} activities");
        foreach (var times in new[] { 2, 3 })
        {
            var (often, sentOften) = await PlayAsync(times);
            Assert.Equal(sent, sentOften);
            var differ = once.Split('\n').Zip(often.Split('\n')).Where(rows => rows.First != rows.Second).Select(rows => $"once:  {rows.First}\noften: {rows.Second}");
            Assert.True(once == often, $"{times} times:\n{string.Join('\n', differ.Take(5))}");
        }

        output.WriteLine($"{sent} activities, {once.Split('\n').Length} rows");
    }

    /// <summary>Plays all of it, then delivers each message and action once more a day later.</summary>
    /// <returns>What is stored, and how many activities were sent.</returns>
    private static async Task<(string Stored, int Sent)> PlayAsync(int times)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        team.Times = times;
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
        {
            await TranscriptAsync(team, file);
        }

        await BoardAsync(team);
        var sent = team.Sent.ToList();
        await team.UntilAsync(team.Clock.GetUtcNow().AddDays(1));
        var stored = await StoredAsync(team);
        team.Times = 1;
        var anybody = team.InThread("anybody", passesTime: false);
        foreach (var activity in sent.Select(text => JsonNode.Parse(text)!.AsObject()).Where(activity => activity.Text("type") is "message" or "invoke"))
        {
            Assert.Equal(200, (await anybody.PostAsync(activity)).Status);
        }

        Assert.Equal(stored, await StoredAsync(team));
        return (stored, sent.Count);
    }

    /// <summary>One conversation, with somebody of its own: what is typed, and what is pressed.</summary>
    private static async Task TranscriptAsync(TeamOfTheTest team, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var person = team.Chat(name);
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            switch (line.Split(' ')[0])
            {
                case ">":
                    await person.SendTextAsync(line[2..].Replace("\\n", "\n", StringComparison.Ordinal));
                    break;
                case ">>":
                    await PressAsync(person, line[3..]);
                    break;
                case "@restart":
                    await team.RestartAsync();
                    person = team.Chat(name);
                    break;
                case "@suspend":
                    await team.RestartAsync(("Guideline:Suspended", line["@suspend".Length..].Trim()));
                    person = team.Chat(name);
                    break;
            }
        }
    }

    /// <summary><c>answer lesion.site=vertebra | lesion.label=L3</c>, or <c>edit details</c>, on the newest card that has the button.</summary>
    private static Task<Turn> PressAsync(BotConversation person, string line)
    {
        var (verb, rest) = (line.Split(' ')[0], line[line.Split(' ')[0].Length..].Trim());
        var inputs = rest.Split(" | ").Where(pair => pair.Contains('=', StringComparison.Ordinal)).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
        var (message, action) = person.Messages.Reverse().Where(message => message.Card is not null)
            .Select(message => (message, Action: CardReading.Actions(message.Card!).FirstOrDefault(action =>
                CardReading.VerbOf(action) == verb && (inputs.Count > 0 || rest.Length == 0 || action["data"]!.AsObject().Text("section") == rest))))
            .First(found => found.Action is not null);
        var data = CardReading.Data(message.Card!, action!, inputs);
        return action!.Text("type") == "Action.Execute" ? person.InvokeValueAsync(verb, data, message.ActivityId) : person.SubmitValueAsync(data, message.ActivityId);
    }

    private static async Task BoardAsync(TeamOfTheTest team)
    {
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        foreach (var (name, specialty) in new[] { ("oncologist", "oncology"), ("radiologist", "radiology"), ("radiotherapist", "radiotherapy") })
        {
            await team.InThread(name).InvokeAsync("board.opinion", new Dictionary<string, string> { ["opinion"] = "favourable", ["specialty"] = specialty, ["comment"] = name });
        }

        await team.InThread("anaesthetist").InvokeValueAsync("board.signoff", new() { ["case"] = code, ["role"] = "anaesthesia", ["outcome"] = "agreed" });
        var owner = team.InThread("owner", "owner");
        foreach (var text in new[] { $"signer {code} prescripteur", $"avis {code} défavorable attendre spécialité=orthopédie", "réglages quorum=2", "ordre du jour", $"clore {code} reporté prévu=2026-12-10", $"rouvrir {code}" })
        {
            await owner.SendTextAsync(text);
        }

        await team.SettleAsync();
        await owner.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "acceptedWithConditions", ["text"] = "après les rayons", ["plannedAt"] = "2026-12-14", ["reason"] = "other" });
        await clinician.SendTextAsync("modifier plaquettes");
        await clinician.SubmitAsync("answer", new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "42 000" });
        await clinician.SendTextAsync("terminer");
        await clinician.SendTextAsync($"présenter {code} séance=2026-12-10");
        await team.SettleAsync();
        await team.UntilAsync(new(2026, 12, 9, 9, 0, 0, TimeSpan.FromHours(1)));
        await clinician.SendTextAsync($"vu {code}");
        Assert.Equal(4, (await team.FindAsync(code)).Opinions.Length);
    }

    /// <summary>
    /// Every row of every table, in the order in which they were made; what is random is numbered as it comes. Days are compared and hours
    /// are not: the clock of the test goes on while a call is waited for.
    /// </summary>
    private static async Task<string> StoredAsync(TeamOfTheTest team)
    {
        await using var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False");
        var text = new StringBuilder();
        foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            if (NotCompared.Contains(table))
            {
                continue;
            }

#pragma warning disable CA2100 // The name of a table, from the database itself.
            foreach (var row in await connection.QueryAsync($"SELECT * FROM {table} ORDER BY rowid"))
#pragma warning restore CA2100
            {
                text.Append(table).AppendJoin('|', ((IDictionary<string, object?>)row).Select(field => $" {field.Key}={field.Value}")).AppendLine();
            }
        }

        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return Random().Replace(Hour().Replace(text.Replace(team.Connector.ServiceUrl.ToString(), "service:").ToString(), "T"), found =>
        {
            numbers.TryAdd(found.Value, numbers.Count.ToString(CultureInfo.InvariantCulture));
            return $"#{numbers[found.Value]}";
        });
    }

    [GeneratedRegex(@"T[0-9]{2}:[0-9]{2}:[0-9.]+(Z|(\\u002B|\+|-)[0-9]{2}:[0-9]{2})?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hour();

    [GeneratedRegex("CB-[2-9A-Z]{4}|P-[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,64}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Random();
}
