using System.Globalization;

namespace CimentoBot.Faults.Tests.World;

/// <summary>How much is done: little in every run, what a variable says where it is set.</summary>
internal static class Sizes
{
    public static int Of(string variable, int inEveryRun) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : inEveryRun;
}
