using CimentoBot.Eligibility.Facts;
using Ical.Net;
using static CimentoBot.Conversation.Tests.Paper.PaperOfTheTest;

namespace CimentoBot.Conversation.Tests.Paper;

/// <summary>What somebody typed is a text in the file, and nothing else.</summary>
public sealed class CalendarInjectionTests
{
    public static TheoryData<string> Typed =>
    [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil",
        "x\nEND:VEVENT\nBEGIN:VEVENT",
        "x\rATTENDEE:mailto:a@b.example",
        "x\u2028BEGIN:VEVENT\u2029END:VCALENDAR",
        "x\u0085BEGIN:VEVENT\u000bEND:VCALENDAR\u000cUID:evil\u001cUID:evil\0\u0007\u001b[2J",
        "x\\nEND:VEVENT\\nBEGIN:VEVENT",
        "x; y, z: \"t\" \\ \\; \\, \\\\ ",
        "BEGIN:VEVENT",
        "DESCRIPTION;ALTREP=\"http://evil.example\":x",
        new('é', 400),
        string.Concat(Enumerable.Repeat("😀", 100)),
        new(';', 200),
    ];

    [Theory]
    [MemberData(nameof(Typed))]
    public void ATypedDrugInjectsNothing(string typed)
    {
        var file = IcsFile.Read(Calendar().Of(Typical.With(new Medication("Plavix"), new Medication(typed))));

        HoldsTwoEventsOf(file);
        Assert.Contains(Seen(typed) + " — Nom non reconnu", IcsFile.Text(file.Find("procedure")["DESCRIPTION"]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void NeitherALabelNorADecisionInjectsAnything(string typed)
    {
        var file = IcsFile.Read(Calendar().Of(Typical with { Facts = Typical.Facts.With(Vocabulary.Label, typed), Decision = Phrase.Same(typed) }));

        HoldsTwoEventsOf(file);
        Assert.All(file.Events, one => Assert.StartsWith(
            $"CB-7F3K · {Seen(typed)}\n{Seen(typed)}\n", IcsFile.Text(one["DESCRIPTION"]), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void AnotherReaderFindsTheSameTwoEvents(string typed)
    {
        var read = Ical.Net.Calendar.Load(Calendar().Of(Typical.With(new Medication("Plavix"), new Medication(typed)))!)!;

        Assert.Equal(["cb-7f3k-clopidogrel@cimentobot", "cb-7f3k-procedure@cimentobot"], read.Events.Select(one => one.Uid));
        Assert.Equal(CalendarMethods.Publish, read.Method);
        Assert.All(read.Events, one => Assert.Empty(one.Attendees));
    }

    /// <summary>Control characters become spaces; nothing else changes.</summary>
    private static string Seen(string typed) =>
        string.Concat(typed.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private static void HoldsTwoEventsOf(IcsFile file)
    {
        string[] known = ["CLASS", "DESCRIPTION", "DTSTAMP", "DTSTART", "DTSTART;VALUE=DATE", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"];
        Assert.Equal(["cb-7f3k-clopidogrel@cimentobot", "cb-7f3k-procedure@cimentobot"], file.Uids);
        Assert.All(file.Events, one => Assert.Subset(known.ToHashSet(StringComparer.Ordinal), one.Keys.ToHashSet(StringComparer.Ordinal)));
        Assert.Equal(["METHOD", "PRODID", "VERSION"], file.Head.Keys.Order(StringComparer.Ordinal));
    }
}
