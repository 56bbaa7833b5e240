using System.Reflection;
using System.Text.RegularExpressions;

namespace BotFramework.Contract.Tests;

/// <summary>The page that says how doubts were settled names tests that there are.</summary>
public partial class MembersInDoubtTests
{
    private const string Page = "docs/decisions/0013-members-in-doubt.md";

    private static readonly HashSet<string> Tests =
    [
        .. typeof(MembersInDoubtTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
    ];

    private static List<string> Rows => [.. PrintedPage.LinesOf(Page).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void EachDoubtIsSettledByATestThatThereIs()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row =>
        {
            var named = Named().Matches(row.Split('|')[^2]).Select(match => match.Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, test => Assert.Contains(test, Tests));
        });
    }

    [GeneratedRegex(@"\w+Tests\.\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
