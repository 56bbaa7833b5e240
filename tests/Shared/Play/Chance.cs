namespace CimentoBot.Tests.Shared.Play;

/// <summary>Chance that hangs on a seed and on what is asked, never on who asked before: two threads that swap places change nothing.</summary>
internal sealed class Chance(int seed)
{
    public Dice Of(string what)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var character in what)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return new(hash);
    }
}

/// <summary>A row of throws (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to one below.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True in so many of a thousand throws.</summary>
    public bool Happens(int ofAThousand) => Below(1000) < ofAThousand;

    public T One<T>(params IReadOnlyList<T> of) => of[Below(of.Count)];

    public TimeSpan Between(TimeSpan shortest, TimeSpan longest) => shortest + TimeSpan.FromMilliseconds(Below((int)(longest - shortest).TotalMilliseconds + 1));

    public TimeSpan Seconds(double shortest, double longest) => Between(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
