using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>No identity in any stored byte; no identity and no answer in any log, trace or metric.</summary>
public sealed class PlantedIdentityTests
{
    /// <summary>Those whose level appsettings.json sets.</summary>
    private static readonly string[] Categories = ["Default", "Microsoft", "Microsoft.Hosting.Lifetime", "System.Net.Http.HttpClient"];

    [Fact]
    public async Task NoNameStandsInAnyStoredByteAndTheIdsThatStandThereAreEntras()
    {
        await using var planted = await PlantedTeam.StartAsync();
        await PlantedStory.PlayAsync(planted);

        await NoneIsStoredAsync(planted, [.. PlantedTeam.Everybody.SelectMany(person => person.Names), PlantedStory.Patient]);
        foreach (var person in PlantedTeam.Everybody)
        {
            Assert.True(await planted.Team.StoresAsync(person.ObjectId), person.Word);
        }
    }

    [Fact]
    public async Task WhatIsLoggedAtEveryLevelNamesNobodyAndRepeatsNoAnswer()
    {
        await using var planted = await PlantedTeam.StartAsync(
            [.. Categories.Select(category => ($"Logging:LogLevel:{category}", "Trace")), ("Bot:PublicUrl", "http://cimentobot.example")]);
        await PlantedStory.PlayAsync(planted);
        await planted.Chat(PlantedTeam.Clinician).SendTextAsync("exporter");
        await planted.Chat(PlantedTeam.Owner).SendTextAsync("oublier oui");

        var lines = planted.Team.Host.Log.Lines.ToList();
        Assert.All(["Trace ", "Debug "], level => Assert.Contains(lines, line => line.StartsWith(level, StringComparison.Ordinal)));
        None(lines);
    }

    [Fact]
    public async Task WhatIsTracedAndMeasuredNamesNobodyAndRepeatsNoAnswer()
    {
        var spans = new List<Activity>();
        var measured = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured[Line(instrument, tags)] = true);
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => measured[Line(instrument, tags)] = true);
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured[Line(instrument, tags)] = true);
        meters.Start();

        // Traces are made only where they are sent somewhere; nothing listens there.
        await using var planted = await PlantedTeam.StartAsync(
            services => services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans)),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            ("Bot:PublicUrl", "http://cimentobot.example"));
        await PlantedStory.PlayAsync(planted);
        using var paper = await planted.Team.Host.GetAsync("/c/token-zorglub/print");
        planted.Team.Host.Services.GetRequiredService<TracerProvider>().Shutdown();
        meters.RecordObservableInstruments();

        Assert.Contains(spans, span => span.DisplayName == "turn");
        Assert.Contains(spans, span => span.DisplayName.StartsWith("POST", StringComparison.Ordinal));
        None(spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
            .Concat(span.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"))
            .Append(span.DisplayName).Append(span.StatusDescription ?? "")));
        Assert.Contains(measured.Keys, line => line.StartsWith("cimentobot.verdicts", StringComparison.Ordinal));
        None(measured.Keys);
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        instrument.Name + " " + string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private static void None(IEnumerable<string> lines)
    {
        string[] wanted =
        [
            .. PlantedTeam.Everybody.SelectMany(person => person.Names.Append(person.ObjectId).Append(person.Chat)), .. PlantedStory.Answers, PlantedStory.Patient, "zorglub",
        ];
        var found = lines.Where(line => wanted.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Take(10)));
    }

    private static async Task NoneIsStoredAsync(PlantedTeam planted, IReadOnlyList<string> words)
    {
        var stored = new List<string>();
        foreach (var word in words)
        {
            if (await planted.Team.StoresAsync(word))
            {
                stored.Add(word);
            }
        }

        Assert.True(stored.Count == 0, string.Join('\n', stored));
    }
}
