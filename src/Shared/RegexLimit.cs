namespace CimentoBot;

/// <summary>How long a regular expression may take. Each is bounded in the length of its text; this is for what that overlooks.</summary>
internal static class RegexLimit
{
    /// <summary>Milliseconds of the wall clock, which runs on while a busy machine lets a program wait: a second was met by one that had hardly begun.</summary>
    public const int Milliseconds = 10_000;
}
