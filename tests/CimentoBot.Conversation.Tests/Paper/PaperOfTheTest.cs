using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CimentoBot.Conversation.Tests.Paper;

/// <summary>Sheets of the gallery's cases, and what makes paper of them on a fixed morning.</summary>
internal static class PaperOfTheTest
{
    public static readonly HoldSheet Typical = SheetOf(GalleryCases.Typical);

    /// <summary>An agreed sheet, evaluated on 30 November 2026.</summary>
    public static HoldSheet SheetOf(Case facts, Language language = Language.French) => new()
    {
        Code = "CB-7F3K",
        Language = language,
        Facts = facts,
        Day = new(2026, 11, 30),
        Agreed = true,
    };

    public static HoldSheet With(this HoldSheet sheet, params IReadOnlyList<Medication> medications) =>
        sheet with { Facts = sheet.Facts.With(Vocabulary.Medications, medications) };

    public static HoldCalendar Calendar(string suspended = "") => new(Settings(suspended), new FakeTimeProvider(Clinic.Morning));

    public static PrintPage Page(string suspended = "") => new(Settings(suspended));

    private static BotSettings Settings(string suspended) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Suspended = suspended,
    };
}
