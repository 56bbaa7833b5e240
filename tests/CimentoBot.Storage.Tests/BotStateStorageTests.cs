using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Storage.Tests;

public sealed class BotStateStorageTests
{
    private const string Key = "msteams/conversations/chat";

    public sealed class Item : IStoreItem
    {
        public string? Value { get; set; }

        public string ETag { get; set; } = null!;
    }

    public sealed class Foreign
    {
        public static int Made { get; private set; }

        public Foreign() => Made++;

        public string? Name { get; set; }
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task DialogStateComesBackWithItsTypesAfterARestart(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var inner = new DialogState([new DialogInstance
        {
            Id = "lesion",
            State = new Dictionary<string, object>(StringComparer.Ordinal) { ["stepIndex"] = 1 },
        }]);
        var outer = new DialogInstance
        {
            Id = "interview",
            State = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["dialogs"] = inner,
                ["values"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["case"] = "CB-7F3K" },
                ["at"] = "2026-11-30T08:00:00+01:00",
            },
        };
        await WriteAsync(storage, new Dictionary<string, object>(StringComparer.Ordinal) { ["DialogState"] = new DialogState([outer]) });

        await storage.RestartAsync();

        var state = Assert.IsType<DialogState>((await ReadMapAsync(storage))["DialogState"]);
        var instance = Assert.Single(state.DialogStack);
        Assert.Equal("2026-11-30T08:00:00+01:00", instance.State["at"]);
        Assert.Equal("CB-7F3K", Assert.IsType<Dictionary<string, object>>(instance.State["values"])["case"]);
        var nested = Assert.Single(Assert.IsType<DialogState>(instance.State["dialogs"]).DialogStack);
        Assert.Equal("lesion", nested.Id);
        Assert.Equal(1L, nested.State["stepIndex"]);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatIsStoredNamesNoAssembly(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await WriteAsync(storage, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["reference"] = new ConversationReference { Conversation = new ConversationAccount { Id = "chat" } },
        });

        var body = (string)(await storage.AskAsync("SELECT body FROM bot_state"))!;

        Assert.Contains("\"$type\":\"conversationReference\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft", body, StringComparison.Ordinal);
        Assert.Equal("chat", Assert.IsType<ConversationReference>((await ReadMapAsync(storage))["reference"]).Conversation.Id);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AStoredTypeNameThatIsNotOnTheListIsRefusedAndNeverMade(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await WriteAsync(storage, new Dictionary<string, object>(StringComparer.Ordinal) { ["a"] = 1 });
        var name = typeof(Foreign).AssemblyQualifiedName!;
        foreach (var body in new[]
        {
            $$"""{ "$type": "{{name}}", "Name": "x" }""",
            $$"""{ "$type": "map", "a": { "$type": "{{name}}" } }""",
            """{ "$type": "System.Collections.Generic.SortedSet`1[[System.String]], System.Collections", "$values": ["x"] }""",
            """{ "$type": "map, Elsewhere" }""",
        })
        {
            await storage.AskAsync($"UPDATE bot_state SET body = '{body}'");

            Assert.Empty(await storage.State.ReadAsync([Key]));
        }

        Assert.Equal(0, Foreign.Made);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task InboundJsonWithATypeNameIsRefusedWhenItIsWritten(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var inbound = JObject.Parse("""{ "data": { "list": [{ "$type": "System.Object" }] } }""");

        var failure = await Assert.ThrowsAnyAsync<JsonException>(() => WriteAsync(
            storage, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = inbound["data"]! }));

        Assert.Contains("$type", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await storage.State.ReadAsync([Key]));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ATypeThatIsNotOnTheListIsRefusedWhenItIsWritten(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        var failure = await Assert.ThrowsAnyAsync<JsonException>(() => WriteAsync(
            storage, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = new Item() }));

        Assert.Contains(nameof(Item), failure.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task InboundJsonComesBackAsJson(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var inbound = JObject.Parse("""{ "verb": "answer", "n": 1.5, "list": ["a", null] }""");

        await WriteAsync(storage, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = inbound });

        Assert.True(JToken.DeepEquals(inbound, Assert.IsType<JObject>((await ReadMapAsync(storage))["value"])));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AnItemIsWrittenOnlyOverTheTagThatItWasReadWith(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider, typeof(Item));
        await WriteAsync(storage, new Item { Value = "first" });
        var mine = await ReadItemAsync(storage);
        var yours = await ReadItemAsync(storage);

        yours.Value = "yours";
        await WriteAsync(storage, yours);
        mine.Value = "mine";
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, mine));

        var current = await ReadItemAsync(storage);
        Assert.Equal($"Etag conflict.\r\n\r\nOriginal: {mine.ETag}\r\nCurrent: {current.ETag}", failure.Message);
        Assert.Equal("yours", current.Value);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AStarIsWrittenOverAnything(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider, typeof(Item));
        await WriteAsync(storage, new Item { Value = "first" });

        await WriteAsync(storage, new Item { Value = "second", ETag = "*" });

        Assert.Equal("second", (await ReadItemAsync(storage)).Value);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AConflictWritesNothingOfTheSameCall(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider, typeof(Item));
        await WriteAsync(storage, new Item { Value = "first" });

        await Assert.ThrowsAsync<ArgumentException>(() => storage.State.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["another"] = new Item(),
            [Key] = new Item { ETag = "stale" },
        }));

        Assert.Empty(await storage.State.ReadAsync(["another"]));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatIsDeletedOrWasNeverWrittenIsNotThere(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await WriteAsync(storage, new Dictionary<string, object>(StringComparer.Ordinal));

        await storage.State.DeleteAsync([Key, "never"]);

        Assert.Empty(await storage.State.ReadAsync([Key, "never"]));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task NullIsNoListOfKeys(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.State.ReadAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.State.WriteAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.State.DeleteAsync(null!));
    }

    private static Task WriteAsync(StorageOfTheTest storage, object item) =>
        storage.State.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [Key] = item });

    private static async Task<Item> ReadItemAsync(StorageOfTheTest storage) =>
        Assert.IsType<Item>((await storage.State.ReadAsync([Key]))[Key]);

    private static async Task<Dictionary<string, object>> ReadMapAsync(StorageOfTheTest storage) =>
        Assert.IsType<Dictionary<string, object>>((await storage.State.ReadAsync([Key]))[Key]);
}
