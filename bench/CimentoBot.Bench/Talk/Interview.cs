using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Bench.Talk;

/// <summary>The tour's typical case over HTTP, one turn at a time: every server is asked the same, and answers with the same cards.</summary>
/// <param name="connector">Where the server answers to.</param>
/// <param name="number">Which conversation, and whose.</param>
internal sealed class Interview(Mailbox connector, int number)
{
    private static readonly ImmutableDictionary<string, string> Facts = TypicalCase.Facts.ToImmutableDictionary()
        .SetItem("plan.procedureAt", Day(14)).SetItem("patient.bloodsOn", Day(-3));

    /// <summary>Who talks, and where.</summary>
    public Person Person { get; } = new()
    {
        Id = FormattableString.Invariant($"user-{number}"),
        ObjectId = new Guid(number, 0, 0, new byte[8]).ToString(),
        Conversation = BotConversation.PersonalChat + number.ToString(CultureInfo.InvariantCulture),
    };

    private JsonObject? card;

    /// <summary>What was answered so far, byte for byte, oldest first.</summary>
    public List<string> Written { get; } = [];

    /// <summary>What the answered card became in each turn; null where none was rewritten.</summary>
    public List<string?> Rewritten { get; } = [];

    /// <summary>The last card has no more questions.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Says <c>nouveau</c>, then answers card after card. Only the request is timed.</summary>
    /// <exception cref="InvalidOperationException">The server refused, or sent nothing.</exception>
    public async Task<TimeSpan> TurnAsync(HttpClient server)
    {
        var before = connector.Sent;
        using var content = new StringContent(Next().ToJsonString(), Encoding.UTF8, "application/json");
        var started = Stopwatch.GetTimestamp();
        using var answer = await server.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (!answer.IsSuccessStatusCode || connector.Sent == before)
        {
            throw new InvalidOperationException($"Turn {Written.Count}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Written.Add(connector.LastOf(Person.Conversation).Written);
        Rewritten.Add(connector.TakeRewritten(Person.Conversation));
        card = CardReading.CardOf(JsonNode.Parse(Written[^1])!.AsObject());
        IsOver = Answer() is null;
        return elapsed;
    }

    /// <summary>Lets go of what was said.</summary>
    public void Forget()
    {
        Written.Clear();
        Rewritten.Clear();
        card = null;
        connector.Forget(Person.Conversation);
    }

    private JsonObject Next()
    {
        var activity = Person.Activity("message", connector.ServiceUrl);
        if (Answer() is not { } action)
        {
            activity["text"] = "nouveau";
            return activity;
        }

        activity["replyToId"] = connector.LastOf(Person.Conversation).Id;
        activity["value"] = CardReading.Data(card!, action, Facts);
        return activity;
    }

    private JsonObject? Answer() => card is null ? null : CardReading.Action(card, "Action.Submit", "answer");

    private static string Day(int fromToday) =>
        LocalDatePattern.Iso.Format(LocalDate.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).PlusDays(fromToday));
}
