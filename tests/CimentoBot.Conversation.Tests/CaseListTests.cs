using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Tests;

/// <summary>What <c>dossiers</c> says of each case: where it stands, and how old it is.</summary>
public sealed class CaseListTests : IDisposable
{
    private readonly Clinic clinic = new();
    private readonly ChannelOfTheTest channel = new();

    [Theory]
    [InlineData(0, "commencé aujourd’hui (", "begun today (")]
    [InlineData(1, "commencé hier (", "begun yesterday (")]
    [InlineData(2, "commencé il y a 2 jours (", "begun 2 days ago (")]
    [InlineData(13, "commencé il y a 13 jours (", "begun 13 days ago (")]
    [InlineData(14, "commencé il y a 2 semaines (", "begun 2 weeks ago (")]
    [InlineData(59, "commencé il y a 8 semaines (", "begun 8 weeks ago (")]
    [InlineData(60, "commencé il y a 2 mois (", "begun 2 months ago (")]
    public void AnAgeIsSaidInWords(int days, string fr, string en)
    {
        var today = new LocalDate(2026, 11, 30);
        var age = CaseListWords.Age(today.PlusDays(-days), today);
        Assert.StartsWith(fr, age.In(Language.French), StringComparison.Ordinal);
        Assert.StartsWith(en, age.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseIsListedInEachOfItsStatesInTheLanguageOfTheWord()
    {
        await clinic.SayAsync("nouveau");
        Assert.Contains("entretien en cours — commencé aujourd’hui", await ListAsync("dossiers"), StringComparison.Ordinal);
        Assert.Contains("interview under way — begun today", await ListAsync("cases"), StringComparison.Ordinal);

        await clinic.SayAsync("terminer");
        var file = Assert.Single(await clinic.Desk.Files.ListAsync(clinic.User, CancellationToken.None));
        Assert.Contains("entretien terminé — Indéterminé", await ListAsync("dossiers"), StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await clinic.SayAsync($"présenter {file.Code} séance=2026-12-03");
        await clinic.SenderTo(channel).SendDueAsync(CancellationToken.None);
        Assert.Contains("devant la RCP — Indéterminé — commencé hier", await ListAsync("dossiers"), StringComparison.Ordinal);

        var closing = new Closing("user2", clinic.Clock.GetUtcNow(), BoardDecision.Refused, null, "", null, new(2026, 12, 3), 1, 3, Quorum: true);
        await clinic.Boards.ChangeAsync(
            file.Code, board => board! with { Stage = BoardStage.Closed, Closings = [closing] }, _ => [], CancellationToken.None);
        var english = await ListAsync("cases");
        Assert.Contains("closed: Refused — Undetermined — begun yesterday", english, StringComparison.Ordinal);
        Assert.Contains("Presented to", english, StringComparison.Ordinal);
    }

    public void Dispose() => clinic.Dispose();

    private async Task<string> ListAsync(string word) => Clinic.Shown(Assert.Single(await clinic.SayAsync(word)));
}
