using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Reads the answer to the question that asks for a fact.</summary>
public static class FactReader
{
    /// <param name="fact">The fact.</param>
    /// <param name="typed">What was chosen or typed; null or blank = «not known yet».</param>
    /// <param name="today">Today.</param>
    public static Answer Read(Fact fact, string? typed, LocalDate today)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Answer.NotKnown;
        }

        if (typed == IdentityGuard.Withheld)
        {
            return new Answer.Bad(IdentityGuard.Find(typed)!.Value);
        }

        return fact switch
        {
            NumberFact number => NumberReader.Read(number, typed),
            DateFact => DateReader.ReadPast(typed, today),
            TextFact text => ReadText(text, typed.Trim()),
            _ => ReadChoice(fact, typed),
        };
    }

    private static Answer ReadText(TextFact fact, string typed)
    {
        if (Words.MeanUnknown(typed))
        {
            return Answer.NotKnown;
        }

        if (IdentityGuard.Find(typed) is { } identity)
        {
            return new Answer.Bad(identity);
        }

        return typed.Length > fact.MaximumLength || typed.Any(char.IsControl)
            ? new Answer.Bad(Takes.For(fact))
            : new Answer.Understood(typed);
    }

    private static Answer ReadChoice(Fact fact, string typed)
    {
        var field = Fields.For(fact);
        if (ChoiceReader.Ids(field, typed) is not { } ids)
        {
            return new Answer.Bad(ChoiceReader.Takes(field));
        }

        return ChoiceReader.Conflict(ids) is { } conflict
            ? new Answer.Bad(conflict)
            : new Answer.Understood(ValueOf(fact, ids));
    }

    private static object? ValueOf(Fact fact, IReadOnlyList<string> ids) => (fact, ids[0]) switch
    {
        (_, Common.Unknown) => null,
        (IChoiceFact choice, Common.None) when choice.IsList => choice.Parse([]),
        (IChoiceFact choice, _) => choice.Parse(ids),
        (BooleanFact, var id) => id == Common.YesOption.Id,
        _ => throw new NotSupportedException(fact.Path),
    };
}
