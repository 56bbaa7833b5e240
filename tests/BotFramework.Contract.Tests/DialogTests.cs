using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

public class DialogTests
{
    private readonly List<string> log = [];

    [Fact]
    public async Task AWaterfallGoesOnWithTheTextOfAMessageAndEndsWithTheResultOfItsLastStep()
    {
        var client = new DialogTestClient("msteams", new WaterfallDialog("w",
        [
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"options {step.Options}", cancellationToken: token);
                step.Values["name"] = "v";
                return Dialog.EndOfTurn;
            },
            (step, token) => step.NextAsync($"{step.Result}/{step.Reason}/{step.Index}/{step.Values["name"]}", token),
            (step, token) => step.EndDialogAsync(step.Result, token),
        ]), initialDialogOptions: "o");

        var reply = await client.SendActivityAsync<IMessageActivity>("hi");
        await client.SendActivityAsync<IMessageActivity>("Anna");

        Assert.Equal("options o", reply.Text);
        Assert.Equal((DialogTurnStatus.Complete, "Anna/ContinueCalled/1/v"), (client.DialogTurnResult.Status, client.DialogTurnResult.Result));
    }

    [Theory]
    [InlineData("invoke")]
    [InlineData("event")]
    [InlineData("conversationUpdate")]
    public async Task AnActivityThatIsNoMessageLeavesAnActiveWaterfallWaiting(string type)
    {
        var client = new DialogTestClient("msteams", Waterfall("w", "one", "two"));
        await client.SendActivityAsync<IActivity>("hi");

        await client.SendActivityAsync<IActivity>(new Activity(type) { Name = "adaptiveCard/action" });

        Assert.Equal(["one"], log);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    [Fact]
    public async Task ASubmittedCardAdvancesAWaterfallWithANullResult()
    {
        object? result = "unset";
        var client = new DialogTestClient("msteams", new WaterfallDialog("w",
        [
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
            (step, token) =>
            {
                result = step.Result;
                return step.EndDialogAsync(step.Context.Activity.Value, token);
            },
        ]));
        await client.SendActivityAsync<IActivity>("hi");

        await client.SendActivityAsync<IActivity>(new Activity(ActivityTypes.Message) { Value = new JObject { ["verb"] = "answer" } });

        Assert.Null(result);
        Assert.Equal("answer", ((JObject)client.DialogTurnResult.Result).Value<string>("verb"));
    }

    [Fact]
    public async Task NextMayBeCalledOnlyOnceAStep()
    {
        var client = new DialogTestClient("msteams", new WaterfallDialog("w",
        [
            async (step, token) =>
            {
                await step.NextAsync(null, token);
                return await step.NextAsync(null, token);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
        ]));

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendActivityAsync<IActivity>("hi"));

        Assert.Equal("WaterfallStepContext.NextAsync(): method already called for dialog and step 'w[0]'.", e.Message);
    }

    [Fact]
    public async Task AComponentKeepsItsOwnStackAndItsVersionInItsStateAndEndsWithItsInnerResult()
    {
        var component = new Component(log);
        component.AddDialog(Waterfall("w", "one", "two"));
        var client = new DialogTestClient("msteams", component);

        await client.SendActivityAsync<IActivity>("hi");
        var instance = Assert.Single(client.DialogContext.Stack);
        var inner = Assert.IsType<DialogState>(instance.State["dialogs"]);
        await client.SendActivityAsync<IActivity>("a");
        await client.SendActivityAsync<IActivity>("b");

        Assert.Equal("Component", instance.Id);
        Assert.Equal("w", Assert.Single(inner.DialogStack).Id);
        Assert.Equal(component.Dialogs.GetVersion(), instance.Version);
        Assert.Equal(["begin", "one", "continue", "two", "continue"], log);
        Assert.Equal((DialogTurnStatus.Complete, "b"), (client.DialogTurnResult.Status, client.DialogTurnResult.Result));
    }

    [Fact]
    public async Task AComponentWhoseStepsChangedGoesOnAtItsOldStep()
    {
        var storage = new MemoryStorage();
        var before = new Component(log);
        before.AddDialog(Waterfall("w", "zero", "one"));
        await new DialogTestClient("msteams", before, conversationState: new ConversationState(storage)).SendActivityAsync<IActivity>("hi");
        log.Clear();
        var after = new Component(log);
        after.AddDialog(Waterfall("w", "new", "step1", "step2"));
        var client = new DialogTestClient(new TestAdapter("msteams", sendTraceActivity: true), after, conversationState: new ConversationState(storage));

        var trace = await client.SendActivityAsync<IActivity>("go");

        Assert.Equal(["continue", "step1"], log);
        Assert.Equal("Unhandled dialog event: versionChanged. Active Dialog: Component", ((Activity)trace).Name);
    }

    [Fact]
    public async Task ADialogThatWasBegunGivesItsResultToTheOneThatBeganIt()
    {
        var component = new Component(log);
        component.AddDialog(new WaterfallDialog("outer",
        [
            (step, token) => step.BeginDialogAsync("inner", null, token),
            (step, token) => step.EndDialogAsync($"{step.Result}/{step.Reason}", token),
        ]));
        component.AddDialog(new WaterfallDialog("inner", [(step, token) => step.EndDialogAsync("from inner", token)]));
        var client = new DialogTestClient("msteams", component);

        await client.SendActivityAsync<IActivity>("hi");

        Assert.Equal("from inner/EndCalled", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task AReplacedDialogEndsWithoutResumingWhatIsBelow()
    {
        var component = new Component(log);
        component.AddDialog(new WaterfallDialog("outer",
        [
            (step, token) => step.BeginDialogAsync("first", null, token),
            (step, token) => step.EndDialogAsync(step.Result, token),
        ]));
        component.AddDialog(new WaterfallDialog("first", [(step, token) => step.ReplaceDialogAsync("second", "o", token)]));
        component.AddDialog(new WaterfallDialog("second", [(step, token) => step.EndDialogAsync("second " + step.Options, token)]));
        var client = new DialogTestClient("msteams", component);

        await client.SendActivityAsync<IActivity>("hi");

        Assert.Equal("second o", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task CancellingAllEmptiesTheStack()
    {
        var component = new Component(log);
        component.AddDialog(Waterfall("w", "one"));
        var client = new DialogTestClient("msteams", component);
        await client.SendActivityAsync<IActivity>("hi");

        var result = await client.DialogContext.CancelAllDialogsAsync();
        var again = await client.DialogContext.CancelAllDialogsAsync();

        Assert.Equal((DialogTurnStatus.Cancelled, DialogTurnStatus.Empty), (result.Status, again.Status));
        Assert.Empty(client.DialogContext.Stack);
    }

    [Fact]
    public async Task AnUnknownDialogIsAnErrorThatSaysSoAndTellsTheStack()
    {
        var client = new DialogTestClient("msteams", new WaterfallDialog("w", [(step, token) => step.BeginDialogAsync("nobody", null, token)]));

        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.SendActivityAsync<IActivity>("hi"));

        Assert.StartsWith("DialogContext.BeginDialogAsync(): A dialog with an id of 'nobody' wasn't found.", e.Message, StringComparison.Ordinal);
        var told = Assert.IsType<Dictionary<string, object>>(e.Data["DialogContext"], exactMatch: false);
        Assert.Equal("w", told["ActiveDialog"]);
        Assert.Equal(["w"], (List<string>)told["Stack"]);
    }

    [Fact]
    public void ASecondDialogOfTheSameIdGetsANumberAndTheVersionChanges()
    {
        var set = new DialogSet();
        set.Add(Waterfall("w"));
        var version = set.GetVersion();

        set.Add(Waterfall("w")).Add(Waterfall("w"));

        Assert.All(["w", "w2", "w3"], id => Assert.Equal(id, set.Find(id).Id));
        Assert.NotEqual(version, set.GetVersion());
        Assert.Null(set.Find("absent"));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task RunningOnAnEmptyStackBeginsTheDialogForAnyActivity(string type)
    {
        var adapter = new TestAdapter();
        await adapter.ProcessActivityAsync(new Activity(type), Running(Waterfall("w", "one")));

        Assert.Equal(["one"], log);
    }

    [Fact]
    public async Task RunningATurnTracesItsStateAndASecondRunInTheSameTurnIsAnError()
    {
        var adapter = new TestAdapter(sendTraceActivity: true);
        var run = Running(Waterfall("w", "one", "two"));

        await adapter.ProcessActivityAsync(new Activity(), run);
        var trace = NextReply(adapter);
        await Assert.ThrowsAsync<ArgumentException>(() => adapter.ProcessActivityAsync(new Activity(), async (turn, token) =>
        {
            await run(turn, token);
            await run(turn, token);
        }));

        Assert.Equal(("trace", "BotState", "Bot State"), (trace.Type, trace.Name, trace.Label));
        Assert.Equal("https://www.botframework.com/schemas/botState", trace.ValueType);
    }

    [Fact]
    public async Task AnErrorOfADialogIsThrownAsItIs()
    {
        var component = new Component(log);
        component.AddDialog(new WaterfallDialog("w", [(_, _) => throw new FormatException()]));
        var adapter = new TestAdapter();

        await Assert.ThrowsAsync<FormatException>(() => adapter.ProcessActivityAsync(new Activity(), Running(component)));
    }

    private static BotCallbackHandler Running(Dialog dialog)
    {
        var stack = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("stack");
        return (turn, token) => dialog.RunAsync(turn, stack, token);
    }

    private WaterfallDialog Waterfall(string id, params string[] steps) => new(id, steps.Select(name => (WaterfallStep)((_, _) =>
    {
        log.Add(name);
        return Task.FromResult(Dialog.EndOfTurn);
    })));

    private sealed class Component(List<string> log) : ComponentDialog
    {
        protected override Task<DialogTurnResult> OnBeginDialogAsync(
            DialogContext innerDc, object options, CancellationToken cancellationToken = default)
        {
            log.Add("begin");
            return base.OnBeginDialogAsync(innerDc, options, cancellationToken);
        }

        protected override Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            log.Add("continue");
            return base.OnContinueDialogAsync(innerDc, cancellationToken);
        }
    }

    private static Activity NextReply(TestAdapter adapter) => (Activity)adapter.GetNextReply();
}
