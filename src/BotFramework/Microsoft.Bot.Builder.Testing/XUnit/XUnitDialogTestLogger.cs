using System.Diagnostics;
using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Xunit.Abstractions;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Microsoft.Bot.Builder.Testing.XUnit;

/// <summary>Writes what is said to the test's output.</summary>
public class XUnitDialogTestLogger : IMiddleware
{
    private static readonly JsonSerializerSettings Json = new() { MaxDepth = null, Formatting = Formatting.Indented };

    private readonly string stopwatchKey = $"{nameof(XUnitDialogTestLogger)}.Stopwatch.{Guid.NewGuid()}";

    public XUnitDialogTestLogger(ITestOutputHelper xunitOutputHelper)
    {
        Output = xunitOutputHelper;
    }

    protected ITestOutputHelper Output { get; }

    public async Task OnTurnAsync(ITurnContext context, NextDelegate next, CancellationToken cancellationToken = default)
    {
        context.TurnState[stopwatchKey] = Stopwatch.StartNew();
        await LogIncomingActivityAsync(context, context.Activity, cancellationToken);
        context.OnSendActivities(async (turn, activities, send) =>
        {
            foreach (var activity in activities)
            {
                await LogOutgoingActivityAsync(turn, activity, CancellationToken.None);
            }

            return await send();
        });
        await next(cancellationToken);
    }

    protected virtual Task LogIncomingActivityAsync(ITurnContext context, Activity activity, CancellationToken cancellationToken = default)
    {
        const string Actor = "User: ";
        if (activity.Type == ActivityTypes.Message)
        {
            Output.WriteLine($"\r\n{Actor} {activity.AsMessageActivity().Text}");
        }
        else
        {
            WriteAsJson(Actor, activity);
        }

        Output.WriteLine($"       -> ts: {Now()}");
        return Task.CompletedTask;
    }

    protected virtual Task LogOutgoingActivityAsync(ITurnContext context, Activity activity, CancellationToken cancellationToken = default)
    {
        const string Actor = "Bot:  ";
        if (activity.Type == ActivityTypes.Message)
        {
            var message = activity.AsMessageActivity();
            Output.WriteLine(
                $"\r\n{Actor} Text = {message.Text}\r\n       Speak = {message.Speak}\r\n       InputHint = {message.InputHint}");
        }
        else
        {
            WriteAsJson(Actor, activity);
        }

        var stopwatch = (Stopwatch)context.TurnState[stopwatchKey];
        Output.WriteLine(string.Create(
            CultureInfo.CurrentCulture, $"       -> ts: {Now()} elapsed: {stopwatch.ElapsedMilliseconds:N0} ms"));
        stopwatch.Restart();
        return Task.CompletedTask;
    }

    private static string Now() => TimeProvider.System.GetLocalNow().ToString("hh:mm:ss", CultureInfo.CurrentCulture);

    private void WriteAsJson(string actor, Activity activity)
    {
        Output.WriteLine($"\r\n{actor} Activity = ActivityTypes.{activity.Type}");
        Output.WriteLine(JsonConvert.SerializeObject(activity, Json));
    }
}
