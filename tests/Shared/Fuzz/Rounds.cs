using System.Globalization;

namespace CimentoBot.Tests.Shared.Fuzz;

/// <summary>How many inputs a test tries: few in every run, more where <c>CIMENTOBOT_FUZZ</c> multiplies them.</summary>
internal static class Rounds
{
    private static readonly decimal Factor =
        decimal.TryParse(Environment.GetEnvironmentVariable("CIMENTOBOT_FUZZ"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    public static long Of(long inEveryRun) => Math.Max(1, (long)(inEveryRun * Factor));
}
