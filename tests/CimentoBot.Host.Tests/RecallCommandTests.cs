using System.Diagnostics;
using CimentoBot.Commands;
using CimentoBot.Configuration;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests;

/// <summary><c>recall &lt;rule id&gt;</c> over a real SQLite file.</summary>
public sealed class RecallCommandTests
{
    private const string Rule = "deferred.platelets";

    [Fact]
    public async Task OnlyOpenCasesThatTheRuleTouchesAreListedAndNobodyIsNamed()
    {
        await using var host = await RunningHost.StartAsync();
        var decided = await AddAsync(host, CaseStatus.Finished, Decided(Rule));
        var undecided = await AddAsync(host, CaseStatus.Open, null, platelets: 40_000);
        var edited = await AddAsync(host, CaseStatus.Open, Decided("deferred.prothrombin"), platelets: 40_000);
        var cancelled = await AddAsync(host, CaseStatus.Cancelled, Decided(Rule));
        var untouched = await AddAsync(host, CaseStatus.Finished, Decided("deferred.prothrombin"), platelets: 40_000);
        await AddAsync(host, CaseStatus.Open, null, platelets: 180_000);

        var (code, output, errors) = await RunAsync(host, Rule);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains($"{decided}\tterminé\t2026-11-02\tÀ reporter\t2025.9 (0123abcd)", output, StringComparison.Ordinal);
        Assert.Contains($"{undecided}\tentretien en cours\t", output, StringComparison.Ordinal);
        Assert.Contains("aucun verdict gardé", output, StringComparison.Ordinal);
        Assert.Contains(edited, output, StringComparison.Ordinal);
        Assert.DoesNotContain(cancelled, output, StringComparison.Ordinal);
        Assert.DoesNotContain(untouched, output, StringComparison.Ordinal);
        Assert.EndsWith("3 sur 5.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("dr.exemple", output, StringComparison.Ordinal);
        Assert.DoesNotContain("L3", output, StringComparison.Ordinal);
        Assert.DoesNotContain("40", output.Replace("2026", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPageOfTheStoreIsRead()
    {
        await using var host = await RunningHost.StartAsync();
        var codes = new List<string>();
        for (var number = 0; number < 45; number++)
        {
            codes.Add(await AddAsync(host, CaseStatus.Finished, Decided(Rule)));
        }

        var (_, output, _) = await RunAsync(host, Rule);

        Assert.All(codes, code => Assert.Contains(code, output, StringComparison.Ordinal));
        Assert.EndsWith("45 sur 45.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleThatWasWithdrawnSinceIsFoundByTheCasesThatItDecided()
    {
        await using var host = await RunningHost.StartAsync();
        var code = await AddAsync(host, CaseStatus.Finished, Decided("deferred.withdrawn"));

        var (exit, output, _) = await RunAsync(host, "deferred.withdrawn");

        Assert.Equal(0, exit);
        Assert.Contains(code, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deferred.plaquettes", Rule)]
    [InlineData("platelets", Rule)]
    [InlineData("zzz", "GET /api/guideline")]
    public async Task ARuleThatIsNoneIsAnErrorThatHelps(string id, string named)
    {
        await using var host = await RunningHost.StartAsync();

        var (code, output, errors) = await RunAsync(host, id);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Contains("GET /api/guideline", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutARuleTheUsageIsSaid()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Contains("recall <", (await RunAsync(host)).Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(host, "a", "b")).Code);
    }

    [Fact]
    public void OnlyRecallIsACommandAndSettingsAreNoRules()
    {
        Assert.Null(RecallCommand.Read([]));
        Assert.Null(RecallCommand.Read(["--urls=http://127.0.0.1:0", "recall"]));
        Assert.Equal([Rule], RecallCommand.Read(["recall", "--Bot:DefaultLocale=en-GB", Rule]));
    }

    [Fact]
    public async Task TheProgramItselfRecallsAndEnds()
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-recall-");
        var start = new ProcessStartInfo("dotnet", [typeof(Product).Assembly.Location, "recall", "deferred.platelets"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Bot__DefaultLocale"] = "en-GB";
        using var process = Process.Start(start)!;

        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("case\tstatus\tday\tverdict then\tedition", said, StringComparison.Ordinal);
        Assert.Contains("Open cases concerned: 0 of 0.", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(RunningHost host, params string[] asked)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await RecallCommand.RunAsync(host.Services, asked, output, errors);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }

    private static Decision Decided(string rule) =>
        new("2025.9", "0123abcd", new(2026, 11, 2), Effect.Deferred, Effect.Deferred, [rule]);

    private static async Task<string> AddAsync(RunningHost host, CaseStatus status, Decision? decision, decimal? platelets = null)
    {
        var files = new CaseFiles(host.Services.GetRequiredService<ICaseStore>(), host.Services.GetRequiredService<BotSettings>(), TimeProvider.System);
        var file = await files.AddAsync(
            request: "",
            code => new()
            {
                Code = code,
                Owner = "dr.exemple",
                Conversation = "chat",
                StartedAt = default,
                Status = status,
                Decision = decision,
                Facts = Case.Empty.With(Vocabulary.Label, "L3").With(Vocabulary.Platelets, platelets),
            },
            CancellationToken.None);
        return file.Code;
    }
}
