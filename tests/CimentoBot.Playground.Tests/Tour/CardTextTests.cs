using CimentoBot.Playground.Tour;

namespace CimentoBot.Playground.Tests.Tour;

public class CardTextTests
{
    [Theory]
    [InlineData("**Éligible** sous _conditions_", "Éligible sous conditions")]
    [InlineData("clopidogrel _(question 4 [122, 123])_", "clopidogrel (question 4 [122, 123])")]
    [InlineData(@"Aile \*G\* \[12\]", "Aile *G* [12]")]
    [InlineData("180 000/mm³ · J−5", "180 000/mm³ · J−5")]
    [InlineData("snake_case_name", "snake_case_name")]
    public void Marks_are_taken_off_and_words_kept(string markdown, string plain) => Assert.Equal(plain, CardText.Plain(markdown));

    [Fact]
    public void What_is_folded_is_shown_only_when_asked_for()
    {
        var card = ScriptedBot.Card("""
            { "body": [
              { "type": "TextBlock", "text": "Éligible", "style": "heading" },
              { "type": "ColumnSet", "columns": [
                { "type": "Column", "items": [{ "type": "TextBlock", "text": "J−5" }] },
                { "type": "Column", "items": [{ "type": "TextBlock", "text": "clopidogrel" }] } ] },
              { "type": "ActionSet", "actions": [{ "type": "Action.ToggleVisibility", "title": "Sources" }] },
              { "type": "Container", "isVisible": false, "items": [{ "type": "TextBlock", "text": "[122] Jaffe" }] } ] }
            """);
        Assert.Equal(["", "Éligible", "J−5 · clopidogrel"], CardText.Lines(card, unfolded: false));
        Assert.Equal(["", "Éligible", "J−5 · clopidogrel", "", "Sources", "[122] Jaffe"], CardText.Lines(card, unfolded: true));
    }

    [Fact]
    public void An_answer_reads_as_label_and_titles()
    {
        var input = ScriptedBot.Card("""
            { "id": "plan.aims", "label": "Objectifs", "choices": [
              { "title": "Soulager", "value": "painRelief" }, { "title": "Stabiliser", "value": "stabilisation" } ] }
            """);
        Assert.Equal("Objectifs : Soulager, Stabiliser", CardText.Answer(input, "painRelief,stabilisation"));
    }
}
