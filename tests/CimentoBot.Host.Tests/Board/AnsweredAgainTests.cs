using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>A section that is answered again has all its answers from the start: it ends with a new one, not with a line that nobody understood.</summary>
public sealed class AnsweredAgainTests
{
    [Fact]
    public async Task ALineThatIsNotUnderstoodLeavesTheCardOpenAndOneThatIsEndsIt()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await TeamOfTheTest.InterviewAsync(clinician);
        await clinician.SendTextAsync("modifier intensité");
        var card = clinician.CardWith("answer")!;

        Assert.Contains("pas compris", Assert.Single((await clinician.SendTextAsync("hmm")).Replies).Text, StringComparison.Ordinal);
        Assert.Equal(card.ToJsonString(), clinician.CardWith("answer")!.ToJsonString());
        await clinician.SubmitAsync("answer", new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal) { ["pain.intensity"] = "4" });
        Assert.Contains("4", RemindedTeam.Shown(clinician.Messages.Last(message => message.Summary?.StartsWith("Répondu", StringComparison.Ordinal) is true)), StringComparison.Ordinal);

        await clinician.SendTextAsync("modifier intensité");
        Assert.NotNull(clinician.CardWith("answer"));
        await clinician.SendTextAsync("EVA 5");
        Assert.Contains("5", RemindedTeam.Shown(clinician.Messages.Last(message => message.Summary?.StartsWith("Répondu", StringComparison.Ordinal) is true)), StringComparison.Ordinal);
    }
}
