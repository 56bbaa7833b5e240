using System.Globalization;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Xunit.Abstractions;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>
/// Two members act on one case in the same instant, each at another instance: nothing of what was answered with 200 is lost or kept twice,
/// and whoever came too late is told. <c>CIMENTOBOT_PAIRS=n</c> does so many times, on each database.
/// </summary>
public sealed class PairsTests(ITestOutputHelper output)
{
    private const int Pairs = 100;

    private static readonly string[] Names = ["oncologist", "radiologist"];

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task OfTwoAtOnceNothingIsLostAndWhoCameTooLateIsTold(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var first = await instances.Team.PresentedAsync(instances.Team.Chat("clinician"));
        var people = Names.Select(name => instances.Team.InThread(name, "owner")).ToList();
        foreach (var person in people)
        {
            // Both are known from now on, and the clock stands.
            Assert.Equal(200, (await person.InvokeValueAsync("board.show", new() { ["case"] = first })).ReplyStatus);
        }

        var pairs = int.TryParse(Environment.GetEnvironmentVariable("CIMENTOBOT_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Pairs;
        var told = 0;
        var code = "";
        for (var pair = 0; pair < pairs; pair++)
        {
            var step = pair % Steps.Length;
            code = step == 0 ? await CopyAsync(instances, first, pair / Steps.Length) : code;
            var acts = Steps[step](pair);
            var answers = await Task.WhenAll(
                Task.Run(() => ActAsync(instances, instances.First, people[0], code, acts[0])),
                Task.Run(() => ActAsync(instances, instances.Second, people[1], code, acts[1])));

            var board = (await Boards(instances.First).FindAsync(code, CancellationToken.None))!;
            Assert.All(answers, answer => Assert.True(answer.Status is 200 || (answer.Status is 409 && answer.Refusal != default), $"pair {pair}: {answer}"));
            Assert.Equal(
                answers.Zip(acts).Select((both, one) => (both.Second.Verb, both.First.Status is 200 ? 1 : 0)),
                acts.Select((act, one) => (act.Verb, Kept(board, act, "object-" + Names[one]))));
            Assert.InRange(answers.Count(answer => answer.Status is 200), step is 2 or 3 ? 1 : acts.Any(act => act.Verb == "board.close") ? 1 : 2, step is 2 or 3 ? 1 : 2);
            told += answers.Count(answer => answer.Status is 409);
        }

        output.WriteLine($"{pairs} pairs on {provider}: {told} times somebody came too late and was told");
        Assert.True(told >= pairs / Steps.Length, $"{told} of {pairs} came too late");
    }

    /// <summary>What the two do, one pair after the other on one case; words tell whose it is.</summary>
    private static readonly Func<int, Act[]>[] Steps =
    [
        pair => [Opinion(pair, "favourable"), Opinion(pair, "unfavourable")],
        pair => [new("board.signoff", pair, ("role", "anaesthesia"), ("outcome", "agreed")), new("board.signoff", pair, ("role", "prescriber"), ("outcome", "corrected"))],
        pair => [Close(pair, "refused"), Close(pair, "otherTreatment")],
        pair => [new("board.reopen", pair), new("board.reopen", pair)],
        pair => [Opinion(pair, "moreInformation"), Close(pair, "refused")],
    ];

    private static Act Opinion(int pair, string opinion) => new("board.opinion", pair, ("opinion", opinion), ("specialty", "oncology"));

    private static Act Close(int pair, string decision) => new("board.close", pair, ("decision", decision));

    private static int Kept(BoardCase board, Act act, string by) => act.Verb switch
    {
        "board.opinion" => board.Opinions.Count(opinion => opinion.By == by && opinion.Comment == act.Words),
        "board.signoff" => board.SignOffs.Count(signed => signed.By == by && signed.Reason == act.Words),
        "board.close" => board.Closings.Count(closing => closing.By == by && closing.Text == act.Words),
        _ => board.Reopenings.Count(reopened => reopened.By == by),
    };

    private static async Task<CaseAnswer> ActAsync(TwoInstances instances, RunningHost instance, BotConversation person, string code, Act act)
    {
        var activity = JsonConvert.DeserializeObject<Activity>(person.Person.Activity("invoke", instances.Team.Connector.ServiceUrl).ToJsonString())!;
        using var turn = new TurnContext(instance.Services.GetRequiredService<BotAdapter>(), activity);
        return await instance.Services.GetRequiredService<BoardDesk>().AnswerAsync(turn, new CardSubmission(act.Verb, code, "", -1, "", act.Inputs), CancellationToken.None);
    }

    /// <summary>Another case, before the same board.</summary>
    private static async Task<string> CopyAsync(TwoInstances instances, string first, int number)
    {
        const string letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        var code = "CB-" + string.Concat(Enumerable.Range(0, 4).Select(place => letters[(number >> (5 * place)) % letters.Length]));
        var (cases, boards) = (instances.First.Services.GetRequiredService<ICaseStore>(), instances.First.Services.GetRequiredService<IBoardStore>());
        var board = (await boards.FindAsync(first, CancellationToken.None))!;
        Assert.True(await cases.TryAddAsync((await cases.FindAsync(first, CancellationToken.None))! with { Code = code, Version = 0 }, CancellationToken.None));
        Assert.True(await boards.TrySaveAsync(board with { Code = code, Version = 0, Body = board.Body.Replace(first, code, StringComparison.Ordinal) }, [], CancellationToken.None));
        return code;
    }

    private static BoardCases Boards(RunningHost instance) => instance.Services.GetRequiredService<BoardCases>();

    /// <summary>What somebody does.</summary>
    private sealed class Act(string verb, int pair, params (string Id, string Value)[] inputs)
    {
        public string Verb => verb;

        public string Words { get; } = string.Create(CultureInfo.InvariantCulture, $"words {pair}");

        public IReadOnlyDictionary<string, string> Inputs => inputs
            .Append(verb switch { "board.opinion" => ("comment", Words), "board.signoff" => ("reason", Words), _ => ("text", Words) })
            .Append(verb == "board.close" ? ("reason", "patientWish") : ("", ""))
            .ToDictionary(input => input.Item1, input => input.Item2, StringComparer.Ordinal);
    }
}
