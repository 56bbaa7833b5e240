using System.Collections.Immutable;
using System.Text.Json;
using CimentoBot.Eligibility.Criteria;

namespace CimentoBot.Eligibility.Facts;

/// <summary>A value that a choice may take: its camelCase id and its words.</summary>
public sealed record Option(string Id, Phrase Title);

/// <summary>A fact whose values come from a closed list, seen without its CLR type.</summary>
public interface IChoiceFact
{
    /// <summary>The values, in the order of the list.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>True when several values may be given at once (and an empty list means «known to be none»).</summary>
    bool IsList { get; }

    /// <summary>The CLR value of the options with these ids; each must be known.</summary>
    object Parse(IReadOnlyCollection<string> ids);

    /// <summary>The ids of a value.</summary>
    IReadOnlyList<string> IdsOf(object value);
}

/// <summary>One value of an enumeration.</summary>
public sealed class ChoiceFact<T> : Fact<T>, IChoiceFact
    where T : struct, Enum
{
    private readonly OptionTable<T> table;

    /// <exception cref="ArgumentException">A member of the enumeration has no title.</exception>
    public ChoiceFact(string path, Phrase label, params (T Value, string Fr, string En)[] titles)
        : base(path, label) => table = new(path, titles);

    public IReadOnlyList<Option> Options => table.Options;

    public bool IsList => false;

    public Criterion Is(params T[] values) => new Atom(this, value => values.Contains((T)value), Worded(" : ", ": ", values))
    {
        Neighbours = () => Others(values).Select(Is).Append(IsNot(values)),
    };

    public Criterion IsNot(params T[] values) => new Atom(this, value => !values.Contains((T)value), Worded(" : tout sauf ", ": anything but ", values))
    {
        Neighbours = () => Others(values).Select(IsNot).Append(Is(values)),
    };

    public object Parse(IReadOnlyCollection<string> ids) => table.Parse(ids.Single());

    public IReadOnlyList<string> IdsOf(object value) => [table.Of((T)value).Id];

    public Phrase TitleOf(T value) => table.Of(value).Title;

    internal override IReadOnlyList<object> Representatives(decimal[] limits) =>
        [.. Enum.GetValues<T>().Select(value => (object)value)];

    internal override int RepresentativeOf(object value, decimal[] limits) => (int)value;

    /// <summary>The values with one more, and with one less where one is left.</summary>
    private static IEnumerable<T[]> Others(T[] values) => Enum.GetValues<T>()
        .Select(value => values.Contains(value) ? values.Where(other => !other.Equals(value)).ToArray() : [.. values, value])
        .Where(others => others.Length > 0);

    private Phrase Worded(string fr, string en, T[] values) => new(
        Label.Fr + fr + string.Join(" ou ", values.Select(value => TitleOf(value).Fr)),
        Label.En + en + string.Join(" or ", values.Select(value => TitleOf(value).En)));
}

/// <summary>Several values of an enumeration; duplicates count once, order means nothing.</summary>
public sealed class ChoicesFact<T> : Fact<ImmutableArray<T>>, IChoiceFact
    where T : struct, Enum
{
    private readonly OptionTable<T> table;

    /// <exception cref="ArgumentException">A member of the enumeration has no title.</exception>
    public ChoicesFact(string path, Phrase label, params (T Value, string Fr, string En)[] titles)
        : base(path, label) => table = new(path, titles);

    public IReadOnlyList<Option> Options => table.Options;

    public bool IsList => true;

    public Criterion Name(T named) => new Atom(
        this,
        value => ((ImmutableArray<T>)value).Contains(named),
        Worded(", dont : ", ", among them: ", named))
    { Neighbours = () => Others(named).Select(Name).Append(DoNotName(named)) };

    public Criterion DoNotName(T named) => new Atom(
        this,
        value => !((ImmutableArray<T>)value).Contains(named),
        Worded(", sans : ", ", without: ", named))
    { Neighbours = () => Others(named).Select(DoNotName).Append(Name(named)) };

    public Criterion IsEmpty => new Atom(
        this, value => ((ImmutableArray<T>)value).IsEmpty, new(Label.Fr + " : aucune", Label.En + ": none"))
    { Neighbours = () => [IsNotEmpty, .. Enum.GetValues<T>().Select(DoNotName)] };

    public Criterion IsNotEmpty => new Atom(
        this, value => !((ImmutableArray<T>)value).IsEmpty, new(Label.Fr + " : au moins une", Label.En + ": at least one"))
    { Neighbours = () => [IsEmpty, .. Enum.GetValues<T>().Select(Name)] };

    public object Parse(IReadOnlyCollection<string> ids) =>
        ids.Select(table.Parse).Distinct().Order().ToImmutableArray();

    public IReadOnlyList<string> IdsOf(object value) =>
        [.. ((ImmutableArray<T>)value).Select(member => table.Of(member).Id)];

    internal override IReadOnlyList<object> Representatives(decimal[] limits)
    {
        var members = Enum.GetValues<T>();
        return [.. Enumerable.Range(0, 1 << members.Length).Select(bits =>
            (object)members.Where((_, place) => (bits >> place & 1) == 1).ToImmutableArray())];
    }

    internal override int RepresentativeOf(object value, decimal[] limits)
    {
        var bits = 0;
        foreach (var member in (ImmutableArray<T>)value)
        {
            bits |= 1 << Convert.ToInt32(member, null);
        }

        return bits;
    }

    private static IEnumerable<T> Others(T named) => Enum.GetValues<T>().Where(other => !other.Equals(named));

    private Phrase Worded(string fr, string en, T named) =>
        new(Label.Fr + fr + table.Of(named).Title.Fr, Label.En + en + table.Of(named).Title.En);
}

/// <summary>The ids and titles of an enumeration's members.</summary>
internal sealed class OptionTable<T>
    where T : struct, Enum
{
    private readonly ImmutableDictionary<T, Option> byValue;
    private readonly ImmutableDictionary<string, T> byId;

    public OptionTable(string path, (T Value, string Fr, string En)[] titles)
    {
        var missing = Enum.GetValues<T>().Except(titles.Select(title => title.Value)).ToList();
        if (missing.Count > 0)
        {
            throw new ArgumentException($"{path}: no title for {string.Join(", ", missing)}", nameof(titles));
        }

        Options = [.. titles.Select(title => new Option(IdOf(title.Value), new(title.Fr, title.En)))];
        byValue = titles.Zip(Options).ToImmutableDictionary(pair => pair.First.Value, pair => pair.Second);
        byId = titles.ToImmutableDictionary(title => IdOf(title.Value), title => title.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<Option> Options { get; }

    public Option Of(T value) => byValue[value];

    public T Parse(string id) => byId[id];

    private static string IdOf(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
