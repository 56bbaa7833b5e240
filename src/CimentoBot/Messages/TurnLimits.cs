using CimentoBot.Configuration;

namespace CimentoBot.Messages;

/// <summary>What becomes of a turn.</summary>
internal enum Admission
{
    /// <summary>It is within the limits.</summary>
    Admitted,

    /// <summary>It is not, and the user has not been told yet.</summary>
    RefusedFirst,

    /// <summary>It is not, and the user knows.</summary>
    RefusedAgain,
}

/// <summary>
/// Counts turns by the minute, of each user and of each tenant. What one user may not any more does not count against the tenant.
/// The platform's own limiters read the system's clock only, which no test can move.
/// </summary>
internal sealed class TurnLimits(DoorSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private readonly Dictionary<(string Tenant, string User), int> users = [];
    private readonly Dictionary<string, int> tenants = new(StringComparer.Ordinal);
    private readonly HashSet<(string Tenant, string User)> told = [];
    private long windowBegan = clock.GetTimestamp();

    public Admission Admit(string tenant, string user)
    {
        lock (counting)
        {
            if (clock.GetElapsedTime(windowBegan) >= Window)
            {
                windowBegan = clock.GetTimestamp();
                users.Clear();
                tenants.Clear();
                told.Clear();
            }

            return IsWithin(users, (tenant, user), settings.TurnsOfAUser) && IsWithin(tenants, tenant, settings.TurnsOfATenant) ? Admission.Admitted
                : told.Add((tenant, user)) ? Admission.RefusedFirst
                : Admission.RefusedAgain;
        }
    }

    private static bool IsWithin<TKey>(Dictionary<TKey, int> counts, TKey key, int limit)
        where TKey : notnull
    {
        if (limit == 0)
        {
            return true;
        }

        counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts[key] <= limit;
    }
}
