using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CimentoBot.Storage;

/// <summary>
/// The keys that sign links, beside the cases that the links lead to: a restart keeps them and every instance has the same.
/// Data protection asks for them without waiting asynchronously, once a day and once for each key of ninety days.
/// </summary>
internal sealed class LinkKeyStore(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => database.ReadAsync(
        async connection => (IReadOnlyCollection<XElement>)[.. (await connection.TextsAsync(
            "SELECT body FROM link_keys ORDER BY name", CancellationToken.None)).Select(body => XElement.Parse(body))],
        CancellationToken.None).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(
            "INSERT INTO link_keys (name, body) VALUES (@name, @body) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            new { name = friendlyName, body = element.ToString(SaveOptions.DisableFormatting) },
            transaction),
        CancellationToken.None).GetAwaiter().GetResult();
}
