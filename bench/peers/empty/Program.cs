using Microsoft.Data.Sqlite;

// Nothing but the database: opened at the start and asked at each look, as the bot does.
var builder = WebApplication.CreateBuilder(args);
await using var app = builder.Build();
app.MapGet("/readyz", AskAsync);
await AskAsync();
await app.RunAsync();

async Task<IResult> AskAsync()
{
    await using var connection = new SqliteConnection(app.Configuration["Storage:ConnectionString"]);
    await connection.OpenAsync();
    await using var command = connection.CreateCommand();
    command.CommandText = "SELECT COUNT(*) FROM notebook WHERE name = ''";
    await command.ExecuteScalarAsync();
    return Results.Ok();
}
