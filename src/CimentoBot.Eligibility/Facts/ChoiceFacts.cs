using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
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

    public Criterion Is(params T[] values)
    {
        var named = BitsOf(values);
        return new Atom(this, value => (named >> (int)value & 1) == 1, Worded(" : ", ": ", values))
        {
            Neighbours = () => Others(values).Select(Is).Append(IsNot(values)),
        };
    }

    public Criterion IsNot(params T[] values)
    {
        var named = BitsOf(values);
        return new Atom(this, value => (named >> (int)value & 1) == 0, Worded(" : tout sauf ", ": anything but ", values))
        {
            Neighbours = () => Others(values).Select(IsNot).Append(Is(values)),
        };
    }

    public object Parse(IReadOnlyCollection<string> ids) => table.Parse(ids.Single());

    public IReadOnlyList<string> IdsOf(object value) => [table.Of((T)value).Id];

    public Phrase TitleOf(T value) => table.Of(value).Title;

    internal override IReadOnlyList<object> Representatives(decimal[] limits) =>
        Array.ConvertAll(table.Members, member => (object)member);

    internal override int RepresentativeOf(object value, decimal[] limits) => (int)value;

    private static int BitsOf(T[] values)
    {
        var bits = 0;
        foreach (var value in values)
        {
            bits |= 1 << OptionTable<T>.PlaceOf(value);
        }

        return bits;
    }

    /// <summary>The values with one more, and with one less where one is left.</summary>
    private static IEnumerable<T[]> Others(T[] values) => Enum.GetValues<T>()
        .Select(value => values.Contains(value) ? values.Where(other => !other.Equals(value)).ToArray() : [.. values, value])
        .Where(others => others.Length > 0);

    private Phrase Worded(string fr, string en, T[] values) => new(
        Label.Fr + fr + string.Join(" ou ", Array.ConvertAll(values, value => TitleOf(value).Fr)),
        Label.En + en + string.Join(" or ", Array.ConvertAll(values, value => TitleOf(value).En)));
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
        value => (BitsOf(value) >> OptionTable<T>.PlaceOf(named) & 1) == 1,
        Worded(", dont : ", ", among them: ", named))
    { Neighbours = () => Others(named).Select(Name).Append(DoNotName(named)) };

    public Criterion DoNotName(T named) => new Atom(
        this,
        value => (BitsOf(value) >> OptionTable<T>.PlaceOf(named) & 1) == 0,
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
        var all = new object[1 << table.Members.Length];
        for (var bits = 0; bits < all.Length; bits++)
        {
            all[bits] = ImmutableCollectionsMarshal.AsImmutableArray(MembersIn(bits));
        }

        return all;
    }

    private T[] MembersIn(int bits)
    {
        var members = new T[BitOperations.PopCount((uint)bits)];
        for (var place = 0; bits != 0; bits &= bits - 1, place++)
        {
            members[place] = table.Members[BitOperations.TrailingZeroCount(bits)];
        }

        return members;
    }

    internal override int RepresentativeOf(object value, decimal[] limits) => BitsOf(value);

    private static int BitsOf(object value)
    {
        var bits = 0;
        foreach (var member in (ImmutableArray<T>)value)
        {
            bits |= 1 << OptionTable<T>.PlaceOf(member);
        }

        return bits;
    }

    private static IEnumerable<T> Others(T named) => Enum.GetValues<T>().Where(other => !other.Equals(named));

    private Phrase Worded(string fr, string en, T named) =>
        new(Label.Fr + fr + table.Of(named).Title.Fr, Label.En + en + table.Of(named).Title.En);
}

/// <summary>
/// The ids and titles of an enumeration's members, which are numbered from 0. Every generic type of the platform that is made for
/// an enumeration is compiled at the start of the process, for each of them anew: arrays and numbers are not.
/// </summary>
internal sealed class OptionTable<T>
    where T : struct, Enum
{
    private readonly Option[] byPlace;
    private readonly Dictionary<string, int> placeOfId = new(StringComparer.Ordinal);

    public OptionTable(string path, (T Value, string Fr, string En)[] titles)
    {
        byPlace = new Option[Members.Length];
        Options = Array.ConvertAll(titles, title => byPlace[PlaceOf(title.Value)] = new(IdOf(title.Value), new(title.Fr, title.En)));
        foreach (var member in Members)
        {
            placeOfId[(byPlace[PlaceOf(member)] ?? throw new ArgumentException($"{path}: no title for {member}", nameof(titles))).Id] = PlaceOf(member);
        }
    }

    /// <summary>The members, each at its place.</summary>
    public T[] Members { get; } = Enum.GetValues<T>();

    public IReadOnlyList<Option> Options { get; }

    public static int PlaceOf(T value) => (int)(object)value;

    public Option Of(T value) => byPlace[PlaceOf(value)];

    public T Parse(string id) => Members[placeOfId[id]];

    private static string IdOf(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
