using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What the tests of reminders and of the passing of days share.</summary>
internal static class RemindedTeam
{
    /// <summary>A moment in Paris; the offset is the one of that day.</summary>
    public static DateTimeOffset At(string moment) => DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The reminders in a conversation as they stand, oldest first.</summary>
    public static IReadOnlyList<Delivery> Reminders(this BotConversation conversation) =>
        [.. conversation.Messages.Where(message => message.Summary?.StartsWith("Rappel", StringComparison.Ordinal) is true)];

    /// <summary>Those that are about a stop or a last dose.</summary>
    public static IReadOnlyList<Delivery> Stops(this BotConversation conversation) => [.. conversation.Reminders()
        .Where(message => message.Summary!.StartsWith("Rappel : arrêt", StringComparison.Ordinal) || message.Summary.StartsWith("Rappel : dernière prise", StringComparison.Ordinal))];

    public static string Shown(this Delivery message) => Shown(message.Card!);

    public static string Shown(JsonObject card) => string.Join('\n', CardText.Lines(card, unfolded: true)).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public static async Task<BoardCase> FindAsync(this TeamOfTheTest team, string code) => (await team.Boards.FindAsync(code, CancellationToken.None))!;

    /// <summary>An owner records a decision.</summary>
    public static async Task CloseAsync(this TeamOfTheTest team, string code, string decision, string? plannedAt = null, string reason = "patientWish")
    {
        var turn = await team.InThread("owner", "owner").InvokeValueAsync("board.close", new()
        {
            ["case"] = code,
            ["decision"] = decision,
            ["plannedAt"] = plannedAt,
            ["reason"] = reason,
        });
        Assert.Equal(200, turn.ReplyStatus);
        await team.SettleAsync();
    }

    /// <summary>Anaesthesia and the prescriber say the same of the holds.</summary>
    public static async Task SignAsync(this TeamOfTheTest team, string code, string outcome = "agreed", params string[] roles)
    {
        foreach (var role in roles.Length > 0 ? roles : ["anaesthesia", "prescriber"])
        {
            var turn = await team.InThread("anaesthetist").InvokeValueAsync("board.signoff", new()
            {
                ["case"] = code,
                ["role"] = role,
                ["outcome"] = outcome,
                ["reason"] = outcome == "agreed" ? "" : "Stent posé en septembre.",
            });
            Assert.Equal(200, turn.ReplyStatus);
        }

        await team.SettleAsync();
    }

    /// <summary>A finished case is answered again in one section, to the next verdict.</summary>
    public static async Task EditAsync(this BotConversation clinician, string command, params IEnumerable<(string Id, string Value)> others)
    {
        var facts = new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal);
        foreach (var (id, value) in others)
        {
            facts[id] = value;
        }

        await clinician.SendTextAsync(command);
        for (var cards = 0; clinician.CardWith("answer") is not null; cards++)
        {
            Assert.InRange(cards, 0, 12);
            await clinician.SubmitAsync("answer", facts);
        }
    }

    /// <summary>A case that its board accepted and whose holds both have signed.</summary>
    public static async Task<string> AgreedAsync(this TeamOfTheTest team, BotConversation clinician)
    {
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.SignAsync(code);
        return code;
    }

    public static async Task ReopenAsync(this TeamOfTheTest team, string code)
    {
        Assert.Equal(200, (await team.InThread("owner", "owner").InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        await team.SettleAsync();
    }

    /// <summary>What a presentation sends leaves after it.</summary>
    public static async Task SettleTwiceAsync(this TeamOfTheTest team)
    {
        await team.SettleAsync();
        await team.SettleAsync();
    }

    /// <summary>What a clinician was told of what is agreed.</summary>
    public static IReadOnlyList<string> ToldOfAgreement(this BotConversation clinician) =>
        [.. clinician.Messages.Select(message => message.Text).OfType<string>().Select(text => text.Replace('\u00a0', ' ')).Where(text => text.Contains("Contrordre", StringComparison.Ordinal) || text.Contains("convenus, à ce jour", StringComparison.Ordinal))];
}
