using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;
using Debugger = System.Diagnostics.Debugger;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares what was expected with what came; throws when they differ.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>
/// A conversation said and expected, in order. Each call gives a new flow that starts when the one before it has ended;
/// the last one's <see cref="StartTestAsync"/> ends with the first that failed.
/// </summary>
public class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;
    private readonly Task soFar;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        this.adapter = adapter;
        this.callback = callback;
        soFar = Task.CompletedTask;
    }

    public TestFlow(Task task, TestFlow flow)
    {
        soFar = task ?? Task.CompletedTask;
        callback = flow.callback;
        adapter = flow.adapter;
    }

    public TestFlow(Func<Task> getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow)
    {
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public Task StartTestAsync() => soFar;

    public TestFlow Send(string userSays)
    {
        if (userSays == null)
        {
            throw new ArgumentNullException(nameof(userSays), "You have to pass a userSays parameter");
        }

        return Then(() => adapter.SendTextToBotAsync(userSays, callback, CancellationToken.None));
    }

    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(adapter.Conversation.User);
        return adapter.ProcessActivityAsync(update, callback, CancellationToken.None);
    });

    public TestFlow Send(IActivity userActivity)
    {
        if (userActivity == null)
        {
            throw new ArgumentNullException(nameof(userActivity), "You have to pass an Activity");
        }

        return Then(() => adapter.ProcessActivityAsync((Activity)userActivity, callback, CancellationToken.None));
    }

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            var text = reply.AsMessageActivity()?.Text;
            if (reply.AsMessageActivity() == null || !text.Contains(expected, StringComparison.Ordinal))
            {
                throw Different(description, expected, text ?? "Not a Message Activity");
            }
        },
        description,
        timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(expected, equalityComparer: null, description, timeout);

    public TestFlow AssertReply(
        IActivity expected, IEqualityComparer<IActivity> equalityComparer, [CallerMemberName] string description = null,
        uint timeout = 3000) => AssertReply(
        reply =>
        {
            var about = description ?? expected.AsMessageActivity()?.Text.Trim();
            if (expected.Type != reply.Type)
            {
                throw new InvalidOperationException($"{about}: Type should match");
            }

            if (equalityComparer != null)
            {
                if (!equalityComparer.Equals(expected, reply))
                {
                    throw new InvalidOperationException($"Expected:{expected}\nReceived:{reply}");
                }
            }
            else if (expected.AsMessageActivity()?.Text?.Trim() != reply.AsMessageActivity()?.Text?.Trim())
            {
                throw Different(about, expected.AsMessageActivity().Text, reply.AsMessageActivity().Text);
            }
        },
        description,
        timeout);

    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () => validateActivity(await NextReplyAsync(Debugger.IsAttached ? uint.MaxValue : timeout)));

    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) => Then(async () =>
    {
        try
        {
            var reply = await NextReplyAsync(timeout);
            if (reply != null)
            {
                throw new InvalidOperationException($"{reply} is responded when waiting for no reply:'{description}'");
            }
        }
        catch (TaskCanceledException)
        {
            // Nothing came, as it should.
        }
    });

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Send(userSays).AssertReply(validateActivity, description, timeout);
    }

    /// <summary>A transcript: what is from the bot is expected, the rest is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Replay(activities, (flow, reply) => flow.AssertReply(reply, description, timeout));

    public TestFlow Test(
        IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string description = null,
        uint timeout = 3000) =>
        Replay(activities, (flow, reply) => flow.AssertReply(actual => validateReply(reply, actual), description, timeout));

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity().Text;
                if (!candidates.Contains(text))
                {
                    throw new InvalidOperationException(
                        description ?? $"Text \"{text}\" does not match one of candidates: {string.Join('\n', candidates)}");
                }
            },
            description,
            timeout);
    }

    private static InvalidOperationException Different(string about, string expected, string received) =>
        new((about == null ? string.Empty : about + ":\n") + $"Expected:{expected}\nReceived:{received}");

    private TestFlow Replay(IEnumerable<IActivity> activities, Func<TestFlow, IActivity, TestFlow> expect)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) =>
            string.Equals("bot", activity.From?.Role, StringComparison.OrdinalIgnoreCase)
                ? expect(flow, activity)
                : flow.Send(activity));
    }

    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        using var patience = new CancellationTokenSource();
        patience.CancelAfter((int)timeout);
        return await adapter.GetNextReplyAsync(patience.Token);
    }

    private TestFlow Then(Func<Task> step)
    {
        return new TestFlow(RunAsync(), this);

        async Task RunAsync()
        {
            await soFar;
            await step();
        }
    }
}
