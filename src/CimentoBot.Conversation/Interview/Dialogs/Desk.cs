using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>What the dialogs work with: the case files, the guideline, what the hospital configured and what was noted.</summary>
public sealed class Desk(ICaseStore store, INotebook notebook, BotSettings settings, TimeProvider clock)
{
    public CaseFiles Files { get; } = new(store, settings, clock);

    public BotSettings Settings { get; } = settings;

    public Assessor Assessor { get; } = new(Guideline.Current, settings.Zone);

    /// <summary>The guideline and today.</summary>
    public Bedside Bedside => new(Assessor, Files.Today) { Suspended = Settings.Suspended };

    /// <summary>Who speaks: the Entra object id where the channel gives one.</summary>
    public static string UserOf(IActivity activity) => UserIds.Of(activity.From);

    /// <summary>Whether a conversation is between the bot and one person.</summary>
    public static bool IsPrivate(IActivity activity) =>
        activity.Conversation is { IsGroup: not true, ConversationType: not ("channel" or "groupChat") };

    /// <summary>The case that this person works on in this conversation, or null.</summary>
    public async Task<CaseFile?> ActiveAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        await notebook.FindAsync(ActiveKey(turn.Activity), cancellationToken) is { Length: > 0 } code
            ? await FindAsync(turn, code, cancellationToken)
            : null;

    /// <summary>A case as this turn knows it.</summary>
    /// <exception cref="CaseUnreadableException">It is there, but cannot be read.</exception>
    public async Task<CaseFile?> FindAsync(ITurnContext turn, string code, CancellationToken cancellationToken)
    {
        if (KnownCase.Of(turn, code) is { } known)
        {
            return known;
        }

        var file = await Files.FindAsync(code, cancellationToken);
        if (file is not null)
        {
            KnownCase.Keep(turn, file);
        }

        return file;
    }

    /// <summary>Saves a case in a turn.</summary>
    /// <inheritdoc cref="CaseFiles.SaveAsync"/>
    public async Task<CaseFile> SaveAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken, params IReadOnlyList<string> messages)
    {
        KnownCase.Forget(turn);
        file = await Files.SaveAsync(file, cancellationToken, messages);
        KnownCase.Keep(turn, file);
        return file;
    }

    public Task SetActiveAsync(ITurnContext turn, string code, CancellationToken cancellationToken) =>
        notebook.SetAsync(ActiveKey(turn.Activity), code, cancellationToken);

    /// <summary>Opens a case for this person in this conversation: one for a message, however often it is delivered.</summary>
    public Task<CaseFile> OpenAsync(ITurnContext turn, Language language, CancellationToken cancellationToken) => Files.AddAsync(
        turn.Activity.Id is { Length: > 0 } id ? Deliveries.Digest(turn.Activity.ChannelId, turn.Activity.Conversation.Id, id) : "",
        code => new()
        {
            Code = code,
            Owner = UserOf(turn.Activity),
            Conversation = turn.Activity.Conversation.Id,
            ServiceUrl = turn.Activity.ServiceUrl ?? "",
            ChannelId = turn.Activity.ChannelId ?? "",
            Language = language,
            StartedAt = default,
        },
        cancellationToken);

    /// <summary>The language: the user's choice, then the word that was typed, then the case's, then the activity's locale, then the configured one.</summary>
    public async Task<Language> LanguageAsync(ITurnContext turn, CaseFile? file, Language? typed, CancellationToken cancellationToken)
    {
        if (await notebook.FindAsync(LanguageKey(turn.Activity), cancellationToken) is { } chosen)
        {
            return Enum.Parse<Language>(chosen);
        }

        return typed ?? file?.Language ?? (turn.Activity.Locale?[..Math.Min(2, turn.Activity.Locale.Length)].ToLowerInvariant() switch
        {
            "fr" => Language.French,
            "en" => Language.English,
            _ => Settings.DefaultLanguage,
        });
    }

    public Task ChooseLanguageAsync(ITurnContext turn, Language language, CancellationToken cancellationToken) =>
        notebook.SetAsync(LanguageKey(turn.Activity), language.ToString(), cancellationToken);

    /// <summary>True the first time that a conversation is welcomed; clients announce the same arrival more than once.</summary>
    public Task<bool> IsFirstContactAsync(IActivity activity, CancellationToken cancellationToken) =>
        notebook.TryAddAsync($"welcomed:{activity.ChannelId}:{activity.Conversation.Id}", "1", cancellationToken);

    /// <summary>What the verdict of a case says today.</summary>
    /// <param name="file">The case.</param>
    /// <param name="language">The language.</param>
    /// <param name="isAgreed">Whether the board and both signatories have agreed to the holds of an assessment; nobody has where it is not given.</param>
    /// <exception cref="InvalidOperationException">The guideline is suspended: whoever asks has to say so instead.</exception>
    internal (CaseAssessment Assessment, VerdictView View) Judge(CaseFile file, Language language, Func<CaseAssessment, bool>? isAgreed = null)
    {
        var bedside = Bedside;
        if (bedside.IsSuspended)
        {
            throw new InvalidOperationException("The guideline is suspended.");
        }

        var assessment = Assessor.Assess(file.Facts, bedside.Today);
        return (assessment, new(file, assessment, Assessor.ChangesFor(file.Facts, bedside.Today), bedside.Today, language, isAgreed?.Invoke(assessment) ?? false));
    }

    private static string ActiveKey(Activity activity) => $"active:{activity.ChannelId}:{activity.Conversation.Id}:{UserOf(activity)}";

    private static string LanguageKey(Activity activity) => $"language:{UserOf(activity)}";
}
