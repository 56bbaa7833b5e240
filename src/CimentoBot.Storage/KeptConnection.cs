using System.Data;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage;

/// <summary>A connection to a SQLite file that stays open and remembers its statements: SQLite reads the text of each once, not at every use.</summary>
/// <param name="connectionString">Where the file is.</param>
/// <param name="number">How many were opened before it.</param>
internal sealed class KeptConnection(string connectionString, int number) : SqliteConnection(connectionString)
{
    /// <summary>The stores have some sixty; lists of values make a few more.</summary>
    private const int MostStatements = 200;

    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    public int Number { get; } = number;

    public override SqliteCommand CreateCommand() =>
        new Command(this) { Connection = this, Transaction = Transaction, CommandTimeout = DefaultTimeout };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand StatementOf(string text)
    {
        if (!statements.TryGetValue(text, out var statement))
        {
            if (statements.Count == MostStatements)
            {
                Forget();
            }

            statement = base.CreateCommand();
#pragma warning disable CA2100 // The text comes from the stores, which write values as parameters.
            statement.CommandText = text;
#pragma warning restore CA2100
            statements.Add(text, statement);
        }

        return statement;
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
    }

    /// <summary>What is asked once. It is carried out by the statement that is kept under the same text.</summary>
    private sealed class Command(KeptConnection owner) : SqliteCommand
    {
        public override int ExecuteNonQuery() => Statement().ExecuteNonQuery();

        public override object? ExecuteScalar() => Statement().ExecuteScalar();

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Statement().ExecuteReader(behavior);

        private SqliteCommand Statement()
        {
            var statement = owner.StatementOf(CommandText);
            statement.Transaction = Transaction;
            statement.CommandTimeout = CommandTimeout;
            statement.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                statement.Parameters.Add(parameter);
            }

            return statement;
        }
    }
}
