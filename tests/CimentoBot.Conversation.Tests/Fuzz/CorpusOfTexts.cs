using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests.Fuzz;

/// <summary>Texts that once made a reader fail, and others worth keeping: <c>{ "why", "pieces": [[text, times], …] }</c>, half a character by its number.</summary>
public static class CorpusOfTexts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fuzz", "corpus");

    public static TheoryData<string> All => new(Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    public static string Read(string name) => string.Concat(
        JObject.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))["pieces"]!
            .SelectMany(piece => Enumerable.Repeat(piece[0]!.Type is JTokenType.Integer ? $"{(char)(int)piece[0]!}" : (string)piece[0]!, (int)piece[1]!)));
}
