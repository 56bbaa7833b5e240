using System.Globalization;
using System.Text;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Tests;

/// <summary>The page on the board says what the code does.</summary>
public sealed class PrintedBoardTests
{
    private static readonly CommandKind[] Typed = [CommandKind.Opinion, CommandKind.SignOff, CommandKind.Close, CommandKind.Reopen, CommandKind.Show, CommandKind.Seen];

    [Fact]
    public void ThePageOnTheBoardIsPrintedFromItsMachineAndItsWords() => PrintedPage.Check("docs/board.md", Page());

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("""
            # The tumour board

            A case lives in the board's channel from its presentation to its decision. What the board saw is frozen, presentation by presentation; opinions,
            signatures and decisions are added and never rewritten. This page is printed from the code: a test fails when they differ.

            ## Its life

            ```mermaid

            """);
        page.Append(BoardLife.Diagram().ReplaceLineEndings("\n").Trim()).Append("\n```\n\n");
        page.Append("| stage | as the card says it | en |\n| --- | --- | --- |\n");
        foreach (var stage in Enum.GetValues<BoardStage>())
        {
            var words = BoardWords.StageOf(stage);
            page.Append(CultureInfo.InvariantCulture, $"| `{stage}` | {words.Fr} | {words.En} |\n");
        }

        page.Append("\n## What is typed\n\nIn the thread, after a mention of the bot.\n\n");
        foreach (var kind in Typed)
        {
            var words = TypedBoard.HowTo(kind);
            page.Append(CultureInfo.InvariantCulture, $"- `{words.Fr}`\n- `{words.En}`\n");
        }

        page.Append("\n## When a decision asks for a reason\n\n| verdict |");
        foreach (var decision in BoardChoices.Decisions)
        {
            page.Append(CultureInfo.InvariantCulture, $" {decision.Title.Fr} |");
        }

        page.Append("\n| --- |" + string.Concat(Enumerable.Repeat(" --- |", BoardChoices.Decisions.Length)) + "\n");
        foreach (var verdict in Enum.GetValues<Effect>().Select(effect => (Effect?)effect).Append(null))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {(verdict?.Label() ?? Verdicts.Undetermined).Fr} |");
            foreach (var decision in BoardChoices.Decisions)
            {
                page.Append(Deviation.NeedsAReason(decision.Value, verdict) ? " motif |" : " – |");
            }

            page.Append('\n');
        }

        page.Append("\nReasons: " + string.Join(" · ", BoardChoices.Reasons.Select(reason => $"{reason.Title.Fr} (`{reason.Id}`)")) + ".\n");
        page.Append("""

            *Accepté*, with or without conditions, is refused where a hold can no longer be met on the planned day, and without conditions where the prescriber refused
            to stop a drug. Three specialties whose opinion is about what the board sees now make a board (*RCP*); fewer are a staff meeting (`Board:Quorum`).

            """);
        return page.ToString();
    }
}
