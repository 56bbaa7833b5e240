using System.Globalization;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>How many generated cases a property tries: few in every run, many when <c>CIMENTOBOT_SAMPLES</c> multiplies them.</summary>
internal static class Samples
{
    private static readonly long Factor =
        long.TryParse(Environment.GetEnvironmentVariable("CIMENTOBOT_SAMPLES"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    public static long Of(long inEveryRun) => inEveryRun * Factor;
}
