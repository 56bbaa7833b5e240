using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Playground.Tests;

/// <summary>A program that the launcher takes for the bot: it answers health questions, and does as little else as asked.</summary>
internal static class Program
{
    public const string RefusesToStart = "refuses";
    public const string LastWords = "Board:Channels: takes a list of channels.";

    private static async Task<int> Main(string[] args)
    {
        if (args.Contains(RefusesToStart))
        {
            await Console.Error.WriteLineAsync(LastWords);
            return 1;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/readyz", () => Results.Json(new { status = "ready" }));
        app.MapGet("/healthz", () => Results.Json(new { status = "alive", version = "9.9.9", guideline = "of a test" }));
        app.MapGet("/environment", (string name) => Results.Text(Environment.GetEnvironmentVariable(name) ?? ""));
        app.MapPost("/end", () => Environment.Exit(3));
        await app.RunAsync();
        return 0;
    }
}
