using System.Globalization;
using CimentoBot.Bench.Servers;
using CimentoBot.Bench.Talk;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Bench.Measures;

/// <summary>
/// A store with many open cases: one is opened by a real interview, left after three turns, and every row that came of it is copied
/// under another case code, conversation and owner. One owner has ten cases.
/// </summary>
internal static class Seed
{
    private const int Turns = 3;
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ToALetter = 30;

    public static async Task FillAsync(Workshop workshop, Mailbox connector, string database, int openCases)
    {
        var interview = new Interview(connector, 0);
        await using (var bot = await ServerProcess.StartAsync(ServerProgram.Bot(workshop, database)))
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                await interview.TurnAsync(bot.Client);
            }
        }

        await using var connection = new SqliteConnection($"Data Source={database};Foreign Keys=False");
        await connection.OpenAsync();
        var code = (string)(await ScalarAsync(connection, "SELECT code FROM cases"))!;
        foreach (var (table, its) in new[] { ("cases", "code = @code"), ("notebook", "instr(name, @conversation) > 0"), ("bot_state", "instr(name, @conversation) > 0") })
        {
            await CopyAsync(connection, table, its, code, interview.Person, openCases - 1);
        }
    }

    private static async Task CopyAsync(SqliteConnection connection, string table, string its, string code, Playground.Tour.Person person, int copies)
    {
        var columns = (string)(await ScalarAsync(connection, $"SELECT group_concat(name, ',') FROM pragma_table_info('{table}')"))!;
        var letters = string.Join(" || ", Enumerable.Range(0, 4).Select(place =>
            $"substr('{Alphabet}', 1 + n / {(int)Math.Pow(ToALetter, place)} % {ToALetter}, 1)"));
        var copied = columns.Split(',').Select(column =>
            $"replace(replace(replace({column}, @conversation, 'seeded-' || n), @owner, 'owner-' || n / 10), @code, 'CB-' || {letters})");
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns cannot be parameters; they come from the schema.
        command.CommandText =
            $"""
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @copies)
            INSERT OR IGNORE INTO {table} ({columns}) SELECT {string.Join(", ", copied)} FROM numbers, (SELECT * FROM {table} WHERE {its}) WHERE @copies > 0
            """;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@copies", copies);
        command.Parameters.AddWithValue("@conversation", person.Conversation);
        command.Parameters.AddWithValue("@owner", person.ObjectId);
        command.Parameters.AddWithValue("@code", code);
        var rows = await command.ExecuteNonQueryAsync();
        if (rows < copies)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{table}: {rows} rows instead of {copies} were copied."));
        }
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
