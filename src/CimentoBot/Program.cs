using CimentoBot.Api;
using CimentoBot.Commands;
using CimentoBot.Configuration;
using CimentoBot.Conversation;
using CimentoBot.Messages;
using CimentoBot.Storage;

try
{
    // The settings lie beside the binaries, wherever the bot is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    if (await EarlyCommands.RunAsync(args, builder, Console.Out, Console.Error) is { } code)
    {
        return code;
    }

    var settings = BotSettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment(), Product.BotFramework);
    builder.AddCimentoHost(settings);
    builder.Services.AddCimentoStorage(settings.Storage);
    builder.Services.AddCimentoApi(settings);
    builder.Services.AddBotMessages();
    builder.Services.AddCimentoConversation(settings.Bot);

    await using var app = builder.Build();
    app.UseCimentoHost(settings);
    app.MapCimentoApi();
    app.MapBotMessages();

    if (BackupCommand.Read(args) is { } copied)
    {
        return await BackupCommand.RunAsync(app.Services, copied, Console.Out, Console.Error);
    }

    await app.Services.PrepareCimentoStorageAsync();
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
