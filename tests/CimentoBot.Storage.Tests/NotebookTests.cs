namespace CimentoBot.Storage.Tests;

public sealed class NotebookTests
{
    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatIsNotedIsFoundAgainAfterARestart(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Notebook.SetAsync("language/user", "fr", None);
        await storage.Notebook.SetAsync("language/user", "en", None);

        await storage.RestartAsync();

        Assert.Equal("en", await storage.Notebook.FindAsync("language/user", None));
        Assert.Null(await storage.Notebook.FindAsync("language/another", None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task OfManyWhoAddAtOnceOneIsFirst(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => storage.Notebook.TryAddAsync("welcomed/chat", $"{number}", None))));

        Assert.Single(added, true);
        Assert.Equal($"{Array.IndexOf(added, true)}", await storage.Notebook.FindAsync("welcomed/chat", None));
    }
}
