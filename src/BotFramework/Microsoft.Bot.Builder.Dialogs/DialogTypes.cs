using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that happened, told from dialog to dialog.</summary>
[DebuggerDisplay("{Name}")]
public class DialogEvent
{
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

/// <summary>Names of events.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}

/// <summary>A dialog on the stack, and what it remembers.</summary>
[DebuggerDisplay("{Id}")]
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    /// <summary>The component's version when it was last here.</summary>
    public string Version { get; set; }
}

/// <summary>Why a dialog's method is called.</summary>
public enum DialogReason
{
    BeginCalled = 0,
    ContinueCalled = 1,
    EndCalled = 2,
    ReplaceCalled = 3,
    CancelCalled = 4,
    NextCalled = 5,
}

/// <summary>The stack; its first is the active one.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack)
    {
        DialogStack = stack ?? new List<DialogInstance>();
    }

    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>Keys under which state is persisted.</summary>
public class PersistedStateKeys : IEnumerable<string>
{
    public string UserState { get; set; }

    public string ConversationState { get; set; }

    public IEnumerator<string> GetEnumerator()
    {
        yield return UserState;
        yield return ConversationState;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>State of a user and of a conversation, out of a storage.</summary>
public class PersistedState
{
    public PersistedState()
    {
        UserState = new Dictionary<string, object>();
        ConversationState = new Dictionary<string, object>();
    }

    public PersistedState(PersistedStateKeys keys, IDictionary<string, object> data)
    {
        UserState = Part(data, keys.UserState);
        ConversationState = Part(data, keys.ConversationState);
    }

    public IDictionary<string, object> UserState { get; set; }

    public IDictionary<string, object> ConversationState { get; set; }

    private static IDictionary<string, object> Part(IDictionary<string, object> data, string key) =>
        data.TryGetValue(key, out var part) ? (IDictionary<string, object>)part : new ConcurrentDictionary<string, object>();
}

/// <summary>How a dialog stands after a turn.</summary>
public enum DialogTurnStatus
{
    Empty = 0,
    Waiting = 1,
    Complete = 2,
    Cancelled = 3,
    CompleteAndWait = 4,
}

/// <summary>How the stack stands after a turn, and with what it ended.</summary>
[DebuggerDisplay("[DialogTurnStatus.{Status}]{Result ?? string.Empty}")]
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    public object Result { get; set; }

    public bool ParentEnded { get; set; }
}

/// <summary>A dialog that brings others along.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
