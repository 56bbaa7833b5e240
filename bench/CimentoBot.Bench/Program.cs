using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CimentoBot.Bench;
using CimentoBot.Bench.Measures;

var size = args.Contains("--small") ? Size.Small : Size.Usual with { Portable = !args.Contains("--ahead") };
switch (args.FirstOrDefault())
{
    case "rules":
        await RulesMeasure.RunAsync(size);
        break;
    case "growth":
        await GrowthMeasure.RunAsync(size);
        break;
    case "start":
        await StartMeasure.RunAsync(size);
        break;
    case "turns":
        await TurnsMeasure.RunAsync(size);
        break;
    case "all":
        await RulesMeasure.RunAsync(size);
        await TurnsMeasure.RunAsync(size);
        await StartMeasure.RunAsync(size);
        await GrowthMeasure.RunAsync(size);
        break;
    default:
        // In this process: the build writes into a folder of its own choice, which BenchmarkDotNet's generated projects do not know.
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args, config);
        break;
}
