using System.IO.Compression;
using System.Reflection;
using CimentoBot.Configuration;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Host.Tests.Deployment;

/// <summary>The core as a package for other products: packed, restored from a folder into a project that knows nothing of this repository, and run.</summary>
public sealed class EligibilityPackageTests : IDisposable
{
    private const string Version = "0.0.0-packed";

    private static readonly string Project = Path.Combine(MsBuild.Root, "src", "CimentoBot.Eligibility");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-package-");

    [Fact]
    public async Task TheExampleOfItsReadmeRunsInAFreshProjectFromThePackageAlone()
    {
        Pack();
        var consumer = folder.CreateSubdirectory("consumer").FullName;
        var readme = await File.ReadAllTextAsync(Path.Combine(Project, "README.md"));
        await File.WriteAllTextAsync(Path.Combine(consumer, "Program.cs"), readme.Split("```csharp\n")[1].Split("```")[0]);
        await File.WriteAllTextAsync(Path.Combine(consumer, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <RestoreSources>{folder.FullName}</RestoreSources>
                <RestorePackagesPath>{Path.Combine(folder.FullName, "restored")}</RestorePackagesPath>
                <RestoreFallbackFolders>{NuGetFolder}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CimentoBot.Eligibility" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);

        var said = MsBuild.Run("run", "--project", consumer);

        Assert.Equal($"0 errors. Contraindicated. Edition {Guideline.Edition}, {Guideline.Current.Hash}.", said.Trim());
    }

    [Fact]
    public async Task ItCarriesItsReadmeItsDocumentationAndSymbolsAndDependsOnNodaTimeAlone()
    {
        Pack();
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(folder.FullName, $"CimentoBot.Eligibility.{Version}.nupkg"));
        await using var symbols = await ZipFile.OpenReadAsync(Path.Combine(folder.FullName, $"CimentoBot.Eligibility.{Version}.snupkg"));
        string[] expected = ["README.md", "lib/net10.0/CimentoBot.Eligibility.dll", "lib/net10.0/CimentoBot.Eligibility.xml"];
        Assert.Equal(expected.Order(), package.Entries.Select(entry => entry.FullName).Where(name => expected.Contains(name) || name.StartsWith("lib/", StringComparison.Ordinal)).Order());
        Assert.Contains(symbols.Entries, entry => entry.FullName == "lib/net10.0/CimentoBot.Eligibility.pdb");

        await using var nuspec = await package.Entries.Single(entry => entry.Name == "CimentoBot.Eligibility.nuspec").OpenAsync();
        var ids = System.Xml.Linq.XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string?)element.Attribute("id"));
        Assert.Equal(["NodaTime"], ids);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Where the packages lie that this build itself was restored into: the test asks no registry.</summary>
    private static string NuGetFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Pack() => MsBuild.Run(
        "pack",
        Project,
        "--no-build",
        "-v",
        "q",
        "-c",
        typeof(Product).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        $"-p:BotFramework={Product.BotFramework}",
        $"-p:ArtifactsPath={Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."))}",
        $"-p:PackageVersion={Version}",
        "-o",
        folder.FullName);
}
