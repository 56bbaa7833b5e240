using System.Globalization;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>How many generated cases a property tries: few in every run, more or fewer where <c>CIMENTOBOT_SAMPLES</c> multiplies them.</summary>
internal static class Samples
{
    private static readonly decimal Factor =
        decimal.TryParse(Environment.GetEnvironmentVariable("CIMENTOBOT_SAMPLES"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    public static long Of(long inEveryRun) => Math.Max(1, (long)(inEveryRun * Factor));
}
