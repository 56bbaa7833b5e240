using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Recall;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Conversation;

public static class ServiceCollectionExtensions
{
    /// <summary>The conversation. The host brings the ports (<see cref="ICaseStore"/>, <see cref="INotebook"/>), an <see cref="IStorage"/>, a <see cref="BotAdapter"/> and a clock.</summary>
    public static IServiceCollection AddCimentoConversation(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<OutboxBell>()
        .AddSingleton<Desk>()
        .AddSingleton<CaseDesk>()
        .AddSingleton<CimentoBotDialog>()
        .AddSingleton<BoardPoster>()
        .AddSingleton<Refusals>()
        .AddSingleton<Deliveries>()
        .AddSingleton<RuleRecall>()
        .AddSingleton<HoldCalendar>()
        .AddSingleton<PrintPage>()
        .AddSingleton<ConversationState>()
        .AddTransient<IBot, CimentoBotActivityHandler>();
}
