using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage;

/// <summary>A row of <c>cases</c>.</summary>
internal sealed record CaseRow(
    string Code, string Owner, string Conversation, string Status, string StartedAt, string UpdatedAt, long Version, string Body)
{
    public const string Columns = "code, owner, conversation, status, started_at AS StartedAt, updated_at AS UpdatedAt, version, body";

    public static CaseRow Of(StoredCase stored) => new(
        stored.Code, stored.Owner, stored.Conversation, stored.Status.ToString(), Timestamp.Write(stored.StartedAt),
        Timestamp.Write(stored.UpdatedAt), stored.Version, stored.Body);

    public StoredCase Read() => new(
        Code, Owner, Conversation, Enum.Parse<CaseStatus>(Status), Timestamp.Read(StartedAt), Timestamp.Read(UpdatedAt), Version, Body);
}
