using System.Diagnostics;
using CimentoBot.Faults.Tests.World;
using CimentoBot.Tests.Shared.Postgres;
using Xunit.Abstractions;

namespace CimentoBot.Faults.Tests;

/// <summary>
/// <c>kill -9</c> at random moments of real interviews, and a start on what is left. <c>CIMENTOBOT_KILLS=n</c> kills as often,
/// <c>CIMENTOBOT_SEED=n</c> at other moments.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 5;

    /// <summary>At most so many things happen between a start and the next kill.</summary>
    private const int MostEvents = 40;

    /// <summary>One in so many kills comes during the start.</summary>
    private const int DuringStart = 100;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task WhatWasAcknowledgedIsThereAfterTheBotWasKilledOnSqlite()
    {
        using var store = new SqliteStore();
        await KillAsync(store, server: null);
    }

    [SkippableFact]
    public async Task WhatWasAcknowledgedIsThereAfterTheBotOrItsServerWasKilledOnPostgres()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        var server = new PostgresCluster();
        using var store = new PostgresStore(server.NewDatabaseHere());
        await KillAsync(store, server);
    }

    private async Task KillAsync(Store store, PostgresCluster? server)
    {
        var (seed, kills) = (Sizes.Of("CIMENTOBOT_SEED", 1), Sizes.Of("CIMENTOBOT_KILLS", Kills));
        await using var clinic = await Clinic.OpenAsync(store, seed);
        var chance = new Chance(seed);
        var began = Stopwatch.GetTimestamp();
        var (ofBot, ofServer, goesOn) = (0, 0, true);
        var playing = Task.CompletedTask;
        BotProcess? bot = null;
        while (ofBot + ofServer < kills)
        {
            var dice = chance.Of(FormattableString.Invariant($"kill {ofBot + ofServer}"));
            if (bot is null)
            {
                bot = BotProcess.Start(store);
                if (ofBot > 0 && dice.Happens(DuringStart))
                {
                    await Task.WhenAny(bot.Exited, Task.Delay(dice.Between(TimeSpan.Zero, LongestStart)));
                    await EndAsync();
                    continue;
                }

                await bot.ListensAsync();
                await store.EndLeasesAsync();
                playing = clinic.PlayAsync(bot, () => goesOn);
            }

            await HappenAsync(clinic, playing, dice);
            clinic.Hit();
            if (server is null || dice.Happens(500))
            {
                await EndAsync();
            }
            else
            {
                server.Kill();
                server.Start();
                await store.EndLeasesAsync();
                ofServer++;
            }
        }

        goesOn = false;
        await using var last = bot ?? BotProcess.Start(store);
        await last.ListensAsync();
        await store.EndLeasesAsync();
        await playing;
        await clinic.PlayAsync(last, () => false);
        var faults = await clinic.FaultsAsync();
        output.WriteLine($"seed {seed}: the bot was killed {ofBot} times, its server {ofServer} times, in {Stopwatch.GetElapsedTime(began)}. {clinic.Ledger}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(clinic.Ledger.Answers > 0, "Interviews in which nothing is answered prove nothing.");

        async Task EndAsync()
        {
            await bot!.KillAsync();
            await playing;
            await bot.DisposeAsync();
            bot = null;
            ofBot++;
        }
    }

    /// <summary>Waits until so many things have happened, and a moment longer: in the middle of something.</summary>
    private static async Task HappenAsync(Clinic clinic, Task playing, Dice dice)
    {
        var (due, events) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 1 + dice.Below(MostEvents));
        clinic.Count();
        clinic.Happened = number =>
        {
            if (number >= events)
            {
                due.TrySetResult();
            }
        };
        await await Task.WhenAny(due.Task, playing);
        await Task.Delay(dice.Between(TimeSpan.Zero, LongestStep));
    }
}
