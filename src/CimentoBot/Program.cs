using CimentoBot.Api;
using CimentoBot.Commands;
using CimentoBot.Configuration;
using CimentoBot.Conversation;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Messages;
using CimentoBot.Storage;
using NodaTime;

try
{
    if (await EarlyCommands.RunAsync(args, CreateBuilder) is { } code)
    {
        return code;
    }

    // What takes its time and waits for nothing gets ready beside the host: first time zones, which the settings name, and the rules.
    var rules = Task.Run(() => (DateTimeZoneProviders.Tzdb, Guideline.Current));
    var builder = CreateBuilder();
    var settings = BotSettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment(), Product.BotFramework);
    builder.AddCimentoHost(settings);
    builder.Services.AddCimentoStorage(settings.Storage);
    builder.Services.AddCimentoApi(settings);
    builder.Services.AddBotMessages();
    builder.Services.AddCimentoConversation(settings.Bot);

    await using var app = builder.Build();
    if (BackupCommand.Read(args) is { } copied)
    {
        return await BackupCommand.RunAsync(app.Services, copied, Console.Out, Console.Error);
    }

    var storage = Task.Run(() => app.Services.PrepareCimentoStorageAsync());
    app.UseCimentoHost(settings);
    app.MapCimentoApi();
    app.MapBotMessages();
    await Task.WhenAll(storage, rules);
    if (RecallCommand.Read(args) is { } recalled)
    {
        return await RecallCommand.RunAsync(app.Services, recalled, Console.Out, Console.Error);
    }

    if (AuditCommand.Read(args) is { } since)
    {
        return await AuditCommand.RunAsync(app.Services, since, Console.Out, Console.Error);
    }

    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.LineFor(failure) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}

// The settings lie beside the binaries, wherever the bot is started from.
WebApplicationBuilder CreateBuilder() => WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
