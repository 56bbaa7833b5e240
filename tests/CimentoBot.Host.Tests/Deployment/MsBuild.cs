using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace CimentoBot.Host.Tests.Deployment;

/// <summary>What the SDK makes of the host's project.</summary>
internal sealed class MsBuild
{
    private readonly JsonNode evaluated;

    private MsBuild(JsonNode evaluated) => this.evaluated = evaluated;

    public static string Root { get; } = typeof(MsBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string Host { get; } = Path.Combine(Root, "src", "CimentoBot", "CimentoBot.csproj");

    /// <summary>The properties and items of the image, and how what is published is compiled.</summary>
    public static MsBuild Evaluate(params string[] options) => new(JsonNode.Parse(Run(
    [
        "msbuild",
        Host,
        "-getProperty:ContainerBaseImage,ContainerRepository,ContainerImageTag,ContainerUser,ContainerWorkingDirectory,Version,PublishReadyToRun,SelfContained,NuGetLockFilePath",
        "-getItem:ContainerPort,ContainerEnvironmentVariable,ContainerLabel",
        .. options,
    ]))!);

    public string Property(string name) => evaluated["Properties"]![name]!.GetValue<string>();

    public string Environment(string name) => Items("ContainerEnvironmentVariable").Single(item => item.Name == name).Item["Value"]!.GetValue<string>();

    public IEnumerable<(string Name, JsonNode Item)> Items(string type) =>
        evaluated["Items"]![type]!.AsArray().Select(item => (item!["Identity"]!.GetValue<string>(), item));

    /// <summary>What <c>dotnet</c> prints; it must end well.</summary>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host's own MSBuild must not be taken for the SDK's; no server of the build is to outlive the test.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return output;
    }
}
