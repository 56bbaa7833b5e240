namespace CimentoBot.Bench.Measures;

/// <summary>How much is measured.</summary>
/// <param name="WarmUp">Interviews before anything counts.</param>
/// <param name="Rounds">How often each is measured, in turn.</param>
/// <param name="Interviews">Interviews in a round.</param>
/// <param name="Repeats">How often an engine takes the whole case book in a round.</param>
/// <param name="OpenCases">How many open cases a store has.</param>
/// <param name="Parallel">How many turns are under way at once.</param>
/// <param name="Conversations">Conversations that are opened to weigh one.</param>
/// <param name="Starts">How often a server is started.</param>
internal sealed record Size(
    int WarmUp, int Rounds, int Interviews, int Repeats, IReadOnlyList<int> OpenCases, IReadOnlyList<int> Parallel, int Conversations, int Starts)
{
    public static readonly Size Usual = new(400, 7, 60, 10, [1, 10, 100, 1_000, 10_000, 100_000], [1, 2, 4, 8, 16, 32, 64], 2_000, 15);

    /// <summary>How what is measured is built.</summary>
    public string Configuration { get; init; } = "Release";

    /// <summary>Whether what is measured is published for any machine, and so compiled as it runs; else it is compiled ahead for this one.</summary>
    public bool Portable { get; init; }

    /// <summary>Enough to see that all of it works; no figure of it means anything.</summary>
    public static readonly Size Small = new(2, 2, 4, 1, [1, 100], [1, 4], 20, 2) { Configuration = "Debug", Portable = true };
}
