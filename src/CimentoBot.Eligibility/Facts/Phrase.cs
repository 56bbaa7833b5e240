namespace CimentoBot.Eligibility.Facts;

/// <summary>The two languages of the product. French is the language of the source.</summary>
public enum Language
{
    French,
    English,
}

/// <summary>A sentence in both languages: one that is missing does not compile.</summary>
public readonly record struct Phrase(string Fr, string En)
{
    public string In(Language language) => language == Language.French ? Fr : En;

    /// <summary>The same words in both languages (a drug's name, a number).</summary>
    public static Phrase Same(string text) => new(text, text);
}
