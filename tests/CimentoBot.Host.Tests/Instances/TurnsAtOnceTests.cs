using CimentoBot.Conversation.Ports;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>Two turns of one conversation come to two instances at once.</summary>
public sealed class TurnsAtOnceTests
{
    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task TheSecondWaitsForTheFirstAndGoesOnFromThere(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = await InterviewedAsync(instances);
        var gate = instances.Hold(IsReply);

        var first = here.SendTextAsync("site : L3");
        await gate.Reached;
        var second = there.SendTextAsync("libellé : dôme de L3");
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(200)));
        Assert.False(second.IsCompleted);
        await NobodyHoldsATransactionAsync(provider, instances);
        gate.Open();
        await first;
        await instances.PassAsync(second);

        var body = (await CaseAsync(instances)).Body;
        Assert.Contains("L3", body, StringComparison.Ordinal);
        Assert.Contains("dôme de L3", System.Text.RegularExpressions.Regex.Unescape(body), StringComparison.Ordinal);
        Assert.DoesNotContain(there.Received, IsRefusal);
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task TheSecondIsToldToComeAgainWhereTheFirstTakesTooLongAndThenItIsTaken(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = await InterviewedAsync(instances);
        var before = (await CaseAsync(instances)).Version;
        var gate = instances.Hold(IsReply);
        var first = here.SendTextAsync("site : L3");
        await gate.Reached;

        var message = there.Person.Activity("message", instances.Team.Connector.ServiceUrl);
        message["text"] = "libellé : dôme de L3";
        var refused = await instances.PassAsync(there.PostAsync(message));
        Assert.Equal(200, refused.Status);
        Assert.Single(refused.Deliveries, IsRefusal);
        gate.Open();
        await first;

        Assert.InRange((await CaseAsync(instances)).Version, before + 1, before + 2);
        Assert.NotEmpty((await there.PostAsync(message)).Deliveries);
        Assert.Contains("dôme de L3", System.Text.RegularExpressions.Regex.Unescape((await CaseAsync(instances)).Body), StringComparison.Ordinal);
    }

    private static async Task<(BotConversation Here, BotConversation There)> InterviewedAsync(TwoInstances instances)
    {
        var here = instances.Team.Chat("clinician");
        await here.SendTextAsync("nouveau");
        var quiet = instances.Team.At(instances.First, here);
        return (quiet, instances.Team.At(instances.Second, here));
    }

    private static bool IsReply(HttpRequest request) => request.Method == "POST" && request.Path.Value!.Contains("/activities", StringComparison.Ordinal);

    private static bool IsRefusal(Delivery delivery) => delivery.Text?.StartsWith("Un autre message de cette conversation", StringComparison.Ordinal) is true;

    /// <summary>Not while Teams is called.</summary>
    private static async Task NobodyHoldsATransactionAsync(StorageProvider provider, TwoInstances instances)
    {
        if (provider is not StorageProvider.Postgres)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(instances.Database + ";Pooling=False");
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND xact_start < clock_timestamp() - INTERVAL '150 ms'",
            connection);
        Assert.Equal(0L, await ask.ExecuteScalarAsync());
    }

    private static async Task<StoredCase> CaseAsync(TwoInstances instances) =>
        Assert.Single(await instances.First.Services.GetRequiredService<ICaseStore>().ListAfterAsync("", 100, CancellationToken.None));
}
