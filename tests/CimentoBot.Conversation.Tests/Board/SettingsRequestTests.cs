using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>What an owner may say of a board, by a card or typed.</summary>
public sealed class SettingsRequestTests
{
    private static readonly BoardRules Before = new("RCP os", Language.French, Quorum.Usual, OwnersClose: true, "0 14 * * 1,4", RemindsThread: false);

    [Theory]
    [InlineData("réglages-sans-clé", "")]
    [InlineData("nom=RCP rachis & bassin (d’Arras), 2/2", "")]
    [InlineData("nom=*RCP*", "name")]
    [InlineData("nom=<at>tous</at>", "name")]
    [InlineData("nom=-- RCP", "name")]
    [InlineData("nom=RCP de Mme Exemple", "name")]
    [InlineData("nom=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghi", "name")]
    [InlineData("langue=latin", "language")]
    [InlineData("quorum=0", "quorum")]
    [InlineData("quorum=9", "quorum")]
    [InlineData("quorum=oncologie, astrologie", "quorum")]
    [InlineData("clôture=personne", "closers")]
    [InlineData("réunion=jeudi", "meetingTime")]
    [InlineData("réunion=jeudi midi", "meetingTime")]
    [InlineData("réunion=demain 14:00", "meetingDay")]
    [InlineData("meeting=Thursday 25:00", "meetingTime")]
    [InlineData("rappels=parfois", "reminders")]
    public void ABadValueIsNamedByItsInput(string typed, string wrong)
    {
        var (rules, errors) = SettingsRequest.Of(SettingsRequest.Read(typed)).Read(Before);
        Assert.Equal(wrong, string.Join(',', errors.Keys));
        Assert.Equal(wrong.Length == 0, rules is not null);
    }

    [Fact]
    public void AnHourWithoutADayAsksForTheDay()
    {
        var (rules, errors) = Of((SettingsRequest.HourId, "14:00")).Read(Before);
        Assert.Null(rules);
        Assert.Equal(SettingsWords.DayToo, errors[SettingsRequest.DayId]);
    }

    [Fact]
    public void WhatIsNotGivenStaysAndAMeetingThatTheFormCannotShowStaysToo()
    {
        Assert.Equal(Before with { OwnersClose = false }, Of((SettingsRequest.ClosersId, "members")).Read(Before).Rules);
        Assert.DoesNotContain(SettingsRequest.DayId, SettingsRequest.Standing(Before).Inputs.Keys);
        Assert.Equal("", Of((SettingsRequest.DayId, "none")).Read(Before).Rules!.Meeting);
    }

    [Fact]
    public void WhatStandsIsTakenAsItStands()
    {
        BoardRules[] all =
        [
            Before,
            Before with { Meeting = "" },
            new("RCP rachis", Language.English, new(2, [Specialty.Oncology, Specialty.PainMedicine]), OwnersClose: false, "30 8 * * 0", RemindsThread: true),
        ];
        Assert.All(all, rules =>
        {
            var read = SettingsRequest.Standing(rules).Read(rules with { Name = "x" }).Rules!;
            Assert.Equal(rules with { Quorum = read.Quorum }, read);
            Assert.Equal(rules.Quorum.Required.AsEnumerable(), read.Quorum.Required);
        });
    }

    private static SettingsRequest Of(params (string Id, string Value)[] inputs) =>
        new(inputs.ToDictionary(input => input.Id, input => input.Value, StringComparer.Ordinal));
}
