using System.Globalization;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;
using Microsoft.Playwright;

namespace CimentoBot.Browser.Tests;

/// <summary>Microsoft's Agents Playground as a person uses it: types, picks from lists, clicks days in a calendar, presses buttons.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    private const float Patience = 30_000;
    private const string MessageRewritten = "\"action\":\"updateMessage\"";

    private TaskCompletionSource rewritten = new();

    /// <summary>The card that came last.</summary>
    public ILocator Card => page.Locator(".ac-adaptiveCard").Last;

    public IPage Page => page;

    public static async Task<PlaygroundPage> OpenAsync(IBrowser browser, Uri url, DateTime today)
    {
        var page = await browser.NewPageAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = 1400, Height = 1500 } });
        page.SetDefaultTimeout(Patience);
        await page.Clock.SetFixedTimeAsync(today);
        var opened = new PlaygroundPage(page);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => opened.Hear(frame);
        await page.GotoAsync(url.ToString());
        return opened;
    }

    /// <summary>Does something that has a message rewritten a moment later, and waits for that: it takes away a form that stands on the message.</summary>
    public async Task UntilRewrittenAsync(Func<Task> act)
    {
        rewritten = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await act();
        await rewritten.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
    }

    public async Task TypeAsync(string text)
    {
        await page.Locator("[data-lexical-editor=true]").ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits for the card with that many before it.</summary>
    public Task CardNumberAsync(int number) => page.Locator(".ac-adaptiveCard").Nth(number - 1).WaitForAsync();

    public Task<int> CardsAsync() => page.Locator(".ac-adaptiveCard").CountAsync();

    /// <summary>Presses a button of the last card and waits for the card that follows.</summary>
    public async Task PressAsync(string title)
    {
        var before = await CardsAsync();
        await Button(title).ClickAsync();
        await CardNumberAsync(before + 1);
    }

    public ILocator Button(string title) => Card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    /// <summary>Answers a question of the last card, by its label; false when that card does not ask it.</summary>
    public async Task<bool> AnswerAsync(Field field, string value)
    {
        var label = field.Label.In(Language.French);
        switch (field.Shape)
        {
            case FieldShape.Choices:
                return await TickAsync(label, value.Split(',').Select(part => TitleOf(field, part)));
            case FieldShape.Choice:
                return await PickAsync(label, TitleOf(field, value));
            case FieldShape.Date:
                return await ClickDayAsync(label, DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            case FieldShape.Time:
                return await PickAsync(label, TimeOnly.Parse(value, CultureInfo.InvariantCulture).ToString("H:mm", CultureInfo.InvariantCulture));
            case FieldShape.Text:
                return await WriteAsync(label, value);
            default:
                throw new InvalidOperationException($"{field.Id} has a shape that nobody knows how to fill in.");
        }
    }

    public async Task<bool> WriteAsync(string label, string text)
    {
        var input = Card.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });
        if (await input.CountAsync() == 0)
        {
            return false;
        }

        await input.FillAsync(text);
        return true;
    }

    public async Task<bool> PickAsync(string label, string title)
    {
        if (!await OpenAsync(label))
        {
            return false;
        }

        await page.GetByRole(AriaRole.Option, new() { Name = title, Exact = true }).ClickAsync();
        return true;
    }

    public async Task<bool> ClickDayAsync(string label, DateOnly day)
    {
        if (!await OpenAsync(label))
        {
            return false;
        }

        var calendar = page.GetByRole(AriaRole.Dialog, new() { Name = "Calendar" });
        var month = calendar.GetByRole(AriaRole.Grid);
        var wanted = day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        for (var shown = await ShownAsync(month); shown.ToString("MMMM yyyy", CultureInfo.InvariantCulture) != wanted; shown = await ShownAsync(month))
        {
            var to = shown < day ? shown.AddMonths(1) : shown.AddMonths(-1);
            await calendar.GetByTitle(shown < day ? "Next month" : "Previous month").ClickAsync();
            await calendar.GetByRole(AriaRole.Grid, new() { Name = to.ToString("MMMM yyyy", CultureInfo.InvariantCulture) }).WaitForAsync();
        }

        await calendar.GetByRole(AriaRole.Button, new() { Name = day.ToString("d, MMMM, yyyy", CultureInfo.InvariantCulture), Exact = true }).ClickAsync();
        await calendar.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return true;
    }

    private void Hear(IWebSocketFrame frame)
    {
        if (frame.Text?.Contains(MessageRewritten, StringComparison.Ordinal) == true)
        {
            rewritten.TrySetResult();
        }
    }

    private static string TitleOf(Field field, string value) => field.Options.Single(option => option.Id == value).Title.In(Language.French);

    /// <summary>The first day of the month that the calendar shows.</summary>
    private static async Task<DateOnly> ShownAsync(ILocator month)
    {
        var name = (await month.GetAttributeAsync("aria-label"))!.Split(',')[0].Trim();
        return DateOnly.ParseExact("1 " + name, "d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    private async Task<bool> OpenAsync(string label)
    {
        var list = Card.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
        if (await list.CountAsync() == 0)
        {
            return false;
        }

        await list.ClickAsync();
        return true;
    }

    private async Task<bool> TickAsync(string label, IEnumerable<string> titles)
    {
        foreach (var title in titles)
        {
            var box = Card.GetByRole(AriaRole.Checkbox, new() { Name = $"{label} {title}", Exact = true });
            if (await box.CountAsync() == 0)
            {
                return false;
            }

            await box.CheckAsync();
        }

        return true;
    }
}
