using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Exchange;

/// <summary>What a fact takes, in words: stated once, for every door through which a value comes in.</summary>
public static class Takes
{
    public static readonly Phrase Date = new("une date aaaa-mm-jj entre 1900 et 2199", "a date yyyy-MM-dd from 1900 to 2199");

    public static readonly Phrase Dose = new("un nombre de milligrammes par jour supérieur à 0", "a number of milligrams a day above 0");

    public static readonly Phrase NotAfterToday = new(
        "la date est après la date du jour (asOf)", "the date is after today (asOf)");

    public static readonly Phrase Procedure = new(
        "une date aaaa-mm-jj ou une date et heure locale aaaa-mm-jjThh:mm, sans décalage",
        "a date yyyy-MM-dd or a local date and time yyyy-MM-ddTHH:mm, without offset");

    public static readonly Phrase SkippedTime = new(
        "cette heure n’existe pas ce jour-là (passage à l’heure d’été)", "the clocks skip that time on that day");

    public static Phrase For(Fact fact) => fact switch
    {
        BooleanFact => new("true, false ou null", "true, false or null"),
        NumberFact number => new(
            $"un nombre {(number.IsInteger ? "entier " : "")}de {Range(number, " à ", Language.French)}",
            $"{(number.IsInteger ? "an integer" : "a number")} from {Range(number, " to ", Language.English)}"),
        IChoiceFact { IsList: true } choice => new($"une liste parmi : {Ids(choice)}", $"a list of: {Ids(choice)}"),
        IChoiceFact choice => new($"l’une des valeurs : {Ids(choice)}", $"one of: {Ids(choice)}"),
        TextFact text => new($"un texte d’au plus {text.MaximumLength} caractères, sur une ligne", $"a text of at most {text.MaximumLength} characters, on one line"),
        DateFact => Date,
        ProcedureFact => Procedure,
        MedicationsFact => new(
            "une liste de { drug, dailyDoseMg?, lastDoseOn? }", "a list of { drug, dailyDoseMg?, lastDoseOn? }"),
        _ => throw new NotSupportedException(fact.Path),
    };

    private static string Ids(IChoiceFact choice) => string.Join(", ", choice.Options.Select(option => option.Id));

    private static string Range(NumberFact number, string to, Language language) =>
        Numbers.Print(number.Minimum, language) + to + Numbers.Print(number.Maximum, language);
}
