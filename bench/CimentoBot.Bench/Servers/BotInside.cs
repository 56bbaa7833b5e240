using System.Diagnostics;
using CimentoBot.Api;
using CimentoBot.Configuration;
using CimentoBot.Conversation;
using CimentoBot.Messages;
using CimentoBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Bench.Servers;

/// <summary>The bot in this process, wired as its program wires it: only from inside can what it keeps be weighed to the byte.</summary>
internal sealed class BotInside : IServer, IAsyncDisposable
{
    private readonly WebApplication app;

    private BotInside(WebApplication app)
    {
        this.app = app;
        Client = new() { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public TimeSpan Cpu => Process.GetCurrentProcess().TotalProcessorTime;

    public static async Task<BotInside> StartAsync(string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Storage:ConnectionString"] = $"Data Source={database}";
        var settings = BotSettingsReader.Read(builder.Configuration, development: false, Product.BotFramework);
        builder.AddCimentoHost(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddCimentoStorage(settings.Storage);
        builder.Services.AddCimentoApi(settings);
        builder.Services.AddBotMessages();
        builder.Services.AddCimentoConversation(settings.Bot);
        var built = builder.Build();
        built.UseCimentoHost(settings);
        built.MapCimentoApi();
        built.MapBotMessages();
        await built.StartAsync();
        return new(built);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
