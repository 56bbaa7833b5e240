using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Privacy;
using CimentoBot.Conversation.Recall;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation;

public static class ServiceCollectionExtensions
{
    /// <summary>The conversation. The host brings the ports' stores, an <see cref="IStorage"/>, a <see cref="BotAdapter"/> and a clock.</summary>
    public static IServiceCollection AddCimentoConversation(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<OutboxBell>()
        .AddSingleton<Desk>()
        .AddSingleton<CaseDesk>()
        .AddSingleton<CimentoBotDialog>()
        .AddSingleton<BoardCases>()
        .AddSingleton<BoardDirectory>()
        .AddSingleton<BoardEvents>()
        .AddSingleton<BoardRoster>()
        .AddSingleton<BoardDesk>()
        .AddSingleton<BoardSettingsDesk>()
        .AddSingleton<BoardAgenda>()
        .AddSingleton<BoardMinutes>()
        .AddSingleton<ChannelDesk>()
        .AddSingleton<CaseSharing>()
        .AddSingleton<BoardThread>()
        .AddSingleton<ISheets, BoardSheets>()
        .AddSingleton<PaperLinks>()
        .AddSingleton<BoardKeeper>()
        .AddSingleton<ReminderDesk>()
        .AddSingleton<IOutboxHandler, BoardPoster>()
        .AddSingleton<IOutboxHandler, AgendaPoster>()
        .AddSingleton<IOutboxHandler, AgeTeller>()
        .AddSingleton<IOutboxHandler, AgreementTeller>()
        .AddSingleton<IOutboxHandler, ReminderPoster>()
        .AddSingleton(services => new OutboxSender(
            services.GetRequiredService<Desk>(),
            services.GetRequiredService<BoardKeeper>(),
            services.GetRequiredService<IOutbox>(),
            services.GetServices<IOutboxHandler>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<OutboxSender>>()))
        .AddSingleton<Refusals>()
        .AddSingleton<Deliveries>()
        .AddSingleton<RuleRecall>()
        .AddSingleton<OwnData>()
        .AddSingleton<RetentionKeeper>()
        .AddSingleton<HoldCalendar>()
        .AddSingleton<PrintPage>()
        .AddSingleton<ConversationState>()
        .AddTransient<IBot, CimentoBotActivityHandler>();
}
