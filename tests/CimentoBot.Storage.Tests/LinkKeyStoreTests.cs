using System.Xml.Linq;

namespace CimentoBot.Storage.Tests;

public sealed class LinkKeyStoreTests
{
    [SkippableTheory]
    [EachDatabase]
    public async Task KeysAreFoundAgainAfterARestart(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        Assert.Empty(storage.LinkKeys.GetAllElements());
        storage.LinkKeys.StoreElement(new XElement("key", new XAttribute("id", "1"), new XElement("value", " a & b\n")), "key-1");
        storage.LinkKeys.StoreElement(new XElement("key", new XAttribute("id", "2")), "key-2");

        await storage.RestartAsync();

        var keys = storage.LinkKeys.GetAllElements().ToList();
        Assert.Equal(["1", "2"], keys.Select(key => key.Attribute("id")!.Value));
        Assert.Equal(" a & b\n", keys[0].Element("value")!.Value);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AKeyThatIsWrittenAgainIsOne(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        storage.LinkKeys.StoreElement(new XElement("key", "old"), "key-1");
        storage.LinkKeys.StoreElement(new XElement("key", "new"), "key-1");

        Assert.Equal("new", Assert.Single(storage.LinkKeys.GetAllElements()).Value);
    }
}
