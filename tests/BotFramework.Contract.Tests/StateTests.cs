using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

public class StateTests
{
    private readonly Dictionary<string, JObject> memory = [];
    private readonly Counting storage;

    public StateTests()
    {
        storage = new Counting(new MemoryStorage(memory));
    }

    [Fact]
    public async Task StateIsKeptUnderChannelAndConversation()
    {
        var state = new ConversationState(storage);
        using var turn = Turn();

        await state.CreateProperty<string>("p").SetAsync(turn, "x");
        await state.SaveChangesAsync(turn);

        Assert.Equal(["msteams/conversations/c1"], memory.Keys);
    }

    [Fact]
    public async Task StateIsReadOnceATurnAndWrittenOnlyWhenItsJsonChanged()
    {
        var state = new ConversationState(storage);
        var list = state.CreateProperty<List<int>>("list");
        using (var turn = Turn())
        {
            (await list.GetAsync(turn, () => [])).Add(1);
            await state.SaveChangesAsync(turn);
            await state.SaveChangesAsync(turn);
        }

        using (var turn = Turn())
        {
            Assert.Equal([1], await list.GetAsync(turn));
            await list.GetAsync(turn);
            await state.SaveChangesAsync(turn);
            await state.SaveChangesAsync(turn, force: true);
        }

        Assert.Equal((2, 2), (storage.Reads, storage.Writes));
    }

    [Fact]
    public async Task AnAbsentPropertyIsTheDefaultOfItsTypeOrWhatTheFactoryMakes()
    {
        var state = new ConversationState(storage);
        using var turn = Turn();

        Assert.Equal(0, await state.CreateProperty<int>("n").GetAsync(turn));
        Assert.Null(await state.CreateProperty<string>("s").GetAsync(turn));
        Assert.Equal(5, await state.CreateProperty<int>("m").GetAsync(turn, () => 5));
        Assert.Equal(5, await state.CreateProperty<int>("m").GetAsync(turn));
        await state.SaveChangesAsync(turn);
        Assert.Equal(["$type", "m"], memory["msteams/conversations/c1"].Properties().Select(property => property.Name));
    }

    [Fact]
    public async Task TheMemoryStorageKeepsTypesAndNeverGoesThroughText()
    {
        var state = new ConversationState(storage);
        using (var turn = Turn())
        {
            await state.CreateProperty<object>("int").SetAsync(turn, 5);
            await state.CreateProperty<object>("decimal").SetAsync(turn, 1.50m);
            await state.CreateProperty<object>("offset").SetAsync(turn, DateTimeOffset.UnixEpoch);
            await state.CreateProperty<object>("activity").SetAsync(turn, new Activity { Id = "1" });
            await state.SaveChangesAsync(turn);
        }

        using (var turn = Turn())
        {
            Assert.Equal(5, Assert.IsType<int>(await state.CreateProperty<object>("int").GetAsync(turn)));
            Assert.Equal(1.50m, Assert.IsType<decimal>(await state.CreateProperty<object>("decimal").GetAsync(turn)));
            Assert.IsType<DateTimeOffset>(await state.CreateProperty<object>("offset").GetAsync(turn));
            Assert.Equal("1", Assert.IsType<Activity>(await state.CreateProperty<object>("activity").GetAsync(turn)).Id);
        }
    }

    [Fact]
    public async Task ObjectsAndListsInTheMemoryStorageNameTheirTypes()
    {
        var state = new ConversationState(storage);
        using var turn = Turn();

        await state.CreateProperty<List<int>>("list").SetAsync(turn, [1]);
        await state.SaveChangesAsync(turn);

        var kept = memory["msteams/conversations/c1"];
        Assert.StartsWith("System.Collections.Generic.Dictionary`2", kept.Value<string>("$type"), StringComparison.Ordinal);
        Assert.StartsWith("System.Collections.Generic.List`1", kept["list"]!.Value<string>("$type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATypeNameInWhatIsStoredBecomesThatType()
    {
        var state = new ConversationState(storage);
        var property = state.CreateProperty<object>("p");
        using (var turn = Turn())
        {
            await property.SetAsync(turn, JObject.Parse(
                """
                {"$type":"System.Collections.Generic.SortedSet`1[[System.String, System.Private.CoreLib]], System.Collections","$values":["b","a"]}
                """));
            await state.SaveChangesAsync(turn);
        }

        using (var turn = Turn())
        {
            Assert.Equal(["a", "b"], Assert.IsType<SortedSet<string>>(await property.GetAsync(turn)));
        }
    }

    [Fact]
    public async Task TwoTurnsThatReadTheSameStateBothWriteIt()
    {
        var state = new ConversationState(storage);
        var property = state.CreateProperty<string>("p");
        using var first = Turn();
        using var second = Turn();
        await property.SetAsync(first, "first");
        await property.SetAsync(second, "second");

        await state.SaveChangesAsync(second);
        await state.SaveChangesAsync(first);

        Assert.Equal("first", memory["msteams/conversations/c1"].Value<string>("p"));
    }

    [Fact]
    public async Task AStaleStoreItemIsRefusedAndAStarIsNot()
    {
        await storage.WriteAsync(Change(new Item { ETag = "*" }));
        var first = (Item)(await storage.ReadAsync(["k"]))["k"];
        await storage.WriteAsync(Change(new Item { ETag = first.ETag }));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => storage.WriteAsync(Change(first)));
        await storage.WriteAsync(Change(new Item { ETag = "*" }));

        Assert.Equal("0", first.ETag);
        Assert.Equal("Etag conflict.\r\n\r\nOriginal: 0\r\nCurrent: 1", refused.Message);
        Assert.Empty(await storage.ReadAsync(["absent"]));
    }

    [Fact]
    public async Task StatesAreSavedAfterTheTurnButNotWhenItThrew()
    {
        var adapter = new SilentAdapter();
        var state = new ConversationState(storage);
        adapter.Use(new AutoSaveStateMiddleware(state));
        var property = state.CreateProperty<string>("p");
        using (var turn = Turn())
        {
            await adapter.RunAsync(turn, (t, token) => property.SetAsync(t, "x", token));
        }

        using (var turn = Turn())
        {
            await Assert.ThrowsAsync<FormatException>(() => adapter.RunAsync(turn, async (t, token) =>
            {
                await property.SetAsync(t, "y", token);
                throw new FormatException();
            }));
        }

        Assert.Equal("x", memory["msteams/conversations/c1"].Value<string>("p"));
    }

    [Fact]
    public async Task AnActivityWithoutAConversationHasNoConversationState()
    {
        var activity = SilentAdapter.Message();
        activity.Conversation = null;
        using var turn = new TurnContext(new SilentAdapter(), activity);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new ConversationState(storage).CreateProperty<string>("p").GetAsync(turn));
    }

    private static TurnContext Turn() => new(new SilentAdapter(), SilentAdapter.Message());

    private static Dictionary<string, object> Change(object item) => new() { ["k"] = item };

    private sealed class Item : IStoreItem
    {
        public string? ETag { get; set; }
    }

    private sealed class Counting(IStorage inner) : IStorage
    {
        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return inner.ReadAsync(keys, cancellationToken);
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
    }
}
