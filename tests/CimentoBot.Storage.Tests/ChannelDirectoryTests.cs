using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage.Tests;

public sealed class ChannelDirectoryTests
{
    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task ChannelsComeBackInTheOrderOfBytesWhateverTheDatabaseWasCreatedFor(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        foreach (var id in new[] { "19:é", "19:a", "19:B", "19:b", "19:Z" })
        {
            Assert.True(await storage.Channels.TrySaveChannelAsync(new(id, "team", "{}", 0), [], None));
        }

        await storage.RestartAsync();

        Assert.Equal(
            ["19:B", "19:Z", "19:a", "19:b", "19:é"], (await storage.Channels.ListChannelsAsync(None)).Select(channel => channel.Id));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhoReadAnEarlierVersionWritesNothing(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var channel = new StoredChannel("19:a", "team", "first", 0);
        await storage.Channels.TrySaveChannelAsync(channel, [], None);

        Assert.False(await storage.Channels.TrySaveChannelAsync(channel with { Body = "late" }, [], None));
        Assert.True(await storage.Channels.TrySaveChannelAsync(channel with { Team = "another", Body = "second", Version = 1 }, [], None));

        Assert.Equal(new("19:a", "another", "second", 2), await storage.Channels.FindChannelAsync("19:a", None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ARosterIsReplacedAddedToAndTakenFrom(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Channels.ReplaceRosterAsync("team", [new("a", "owner", "tenant"), new("b", "user", "")], None);
        await storage.Channels.ReplaceRosterAsync("another", [new("a", "guest", "")], None);

        await storage.Channels.ReplaceRosterAsync("team", [new("a", "user", ""), new("c", "user", "")], None);
        await storage.Channels.AddMemberAsync("team", new("c", "owner", "tenant"), None);
        await storage.Channels.RemoveMembersAsync("team", ["a", "nobody"], None);

        Assert.Null(await storage.Channels.FindMemberAsync("team", "a", None));
        Assert.Null(await storage.Channels.FindMemberAsync("team", "b", None));
        Assert.Equal(new("c", "owner", "tenant"), await storage.Channels.FindMemberAsync("team", "c", None));
        Assert.Equal(new("a", "guest", ""), await storage.Channels.FindMemberAsync("another", "a", None));
    }
}
