using System.Reflection;
using Xunit.Sdk;

namespace CimentoBot.Storage.Tests;

/// <summary>The test runs over a SQLite file and over a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.Sqlite], [StorageProvider.Postgres]];
}
