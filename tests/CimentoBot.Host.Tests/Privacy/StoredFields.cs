using System.Collections;
using System.Reflection;
using System.Text.Json;
using CimentoBot.Conversation.Board;
using CimentoBot.Eligibility.Facts;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>
/// What is stored: the columns of a database as it was migrated, the members of every JSON text in it, and the members that the types
/// behind such texts can have. Answers are called <c>answers.…</c> wherever they stand.
/// </summary>
internal static class StoredFields
{
    private static readonly string[] PlacesOfAnswers = ["cases.body.facts.", "boards.body.Presentations.Facts."];

    /// <summary>Under these stand names that the conversation makes: input ids.</summary>
    private static readonly string[] ByName = ["cases.body.draft."];

    /// <summary>What was sent, word for word: one field, whatever is in it.</summary>
    private static readonly string[] AsSent = ["deliveries.answer"];

    /// <summary>Dialogs stand in dialogs, as deep as they are begun.</summary>
    private const string Stack = ".dialogStack";

    private const string StackInAStack = Stack + ".state.dialogs" + Stack;

    private static readonly Assembly Conversation = typeof(BoardCase).Assembly;

    public static async Task<IReadOnlySet<string>> InAsync(string file)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        foreach (var (table, column) in await ColumnsAsync(connection))
        {
            var place = $"{table}.{column}";
            fields.Add(place);
            if (AsSent.Contains(place))
            {
                continue;
            }

            foreach (var text in (await ReadAsync(connection, $"SELECT \"{column}\" FROM \"{table}\"")).Select(row => row[0] as string).Where(text => text?.StartsWith('{') is true))
            {
                using var json = JsonDocument.Parse(text!);
                fields.UnionWith(MembersOf(json.RootElement, place));
            }
        }

        return fields;
    }

    public static IEnumerable<string> Reachable() =>
    [
        .. MembersOf(typeof(BoardCase), "boards.body"),
        .. MembersOf(Conversation.GetType("CimentoBot.Conversation.Board.KnownChannel", throwOnError: true)!, "channels.body"),
        .. typeof(Medication).GetProperties().Where(property => property.SetMethod is not null)
            .Select(property => $"answers.medications.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}"),
    ];

    private static async Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(SqliteConnection connection) =>
    [
        .. (await ReadAsync(
            connection,
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'"))
            .Select(row => ((string)row[0], (string)row[1])),
    ];

    private static async Task<IReadOnlyList<object[]>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns as the database itself tells them.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static IEnumerable<string> MembersOf(JsonElement json, string place) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => MembersOf(member.Value, $"{place}.{member.Name}").Concat(Named(member, place))),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(element => MembersOf(element, place)),
        _ => [],
    };

    /// <summary>A group of answers is none itself.</summary>
    private static IEnumerable<string> Named(JsonProperty member, string place) =>
        NameOf($"{place}.{member.Name}") is var name && name.StartsWith("answers.", StringComparison.Ordinal) && member.Value.ValueKind is JsonValueKind.Object ? [] : [name];

    private static string NameOf(string place)
    {
        while (place.Contains(StackInAStack, StringComparison.Ordinal))
        {
            place = place.Replace(StackInAStack, Stack, StringComparison.Ordinal);
        }

        if (ByName.FirstOrDefault(under => place.StartsWith(under, StringComparison.Ordinal)) is { } named)
        {
            return named + "*";
        }

        return PlacesOfAnswers.FirstOrDefault(under => place.StartsWith(under, StringComparison.Ordinal)) is { } answers ? "answers." + place[answers.Length..] : place;
    }

    private static IEnumerable<string> MembersOf(Type type, string place) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is not null)
        .SelectMany(property => MembersOf(PlainOf(property.PropertyType), $"{place}.{property.Name}", isOurs: true).Prepend($"{place}.{property.Name}"));

    private static IEnumerable<string> MembersOf(Type type, string place, bool isOurs) =>
        isOurs && type.Assembly == Conversation && !type.IsEnum && type != typeof(Case) ? MembersOf(type, place) : [];

    /// <summary>What a list holds, or a value that may be absent.</summary>
    private static Type PlainOf(Type type) => Nullable.GetUnderlyingType(type)
        ?? (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : type);
}
