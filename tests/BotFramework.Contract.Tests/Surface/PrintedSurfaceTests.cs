namespace BotFramework.Contract.Tests.Surface;

/// <summary>The file is printed from the stand-ins, and all that it says must be true of the official packages.</summary>
public class PrintedSurfaceTests
{
    [Fact]
    public void TheFileSaysWhatTheStandInsDeclareAndTheOfficialPackagesDeclareAllOfIt()
    {
        if (SurfaceFile.IsOfStandIns)
        {
            PrintedPage.Check(SurfaceFile.Path, SurfaceFile.Print());
        }

        var told = SurfaceFile.Read(PrintedPage.LinesOf(SurfaceFile.Path)).ToList();
        var absent = Absent(told).ToList();

        Assert.NotEmpty(told);
        Assert.True(absent.Count == 0, string.Join('\n', absent));
    }

    [Fact]
    public void WhatNobodyDeclaresIsFound()
    {
        string[] file =
        [
            "namespace Microsoft.Bot.Schema;", "public class ResourceResponse", "{", "    public ResourceResponse();",
            "    [Json \"id\"] public string Ident { get; set; }", "}", "public class Mention : Entity, IDisposable", "public class Nobody",
        ];

        Assert.Equal(
            [
                "public class ResourceResponse: [Json \"id\"] public string Ident { get; set; }",
                "public class Mention : Entity, IDisposable",
                "public class Nobody",
            ],
            Absent(SurfaceFile.Read(file)));
    }

    [Fact]
    public void AFileIsReadAsTypesWithTheirLines()
    {
        var types = SurfaceFile.Read(["// ======== P ========", "", "namespace N;", "public enum E { A = 0 }", "public class C", "{", "    public C();", "}"]).ToList();

        Assert.Equal([("N", "public enum E { A = 0 }"), ("N", "public class C")], types.Select(type => (type.Namespace, type.Header)));
        Assert.Equal(["public C();"], types[1].Lines);
    }

    /// <summary>What is told and not declared by the assemblies of this flavour.</summary>
    private static IEnumerable<string> Absent(IEnumerable<(string Namespace, string Header, IReadOnlyList<string> Lines)> told)
    {
        var declared = SurfaceFile.Types.ToLookup(type => (type.Namespace, type.Header));
        return told.SelectMany(type => declared[(type.Namespace, type.Header)].SingleOrDefault() is not { } known
            ? [type.Header]
            : type.Lines.Except(known.Lines(), StringComparer.Ordinal).Select(line => $"{type.Header}: {line}"));
    }
}
