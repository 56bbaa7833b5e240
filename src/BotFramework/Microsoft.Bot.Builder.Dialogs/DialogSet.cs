using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin each other, by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> dialogs = new();
    private readonly IStatePropertyAccessor<DialogState> stack;
    private string version;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        stack = dialogState ?? throw new ArgumentNullException(nameof(dialogState));
    }

    /// <summary>A set whose stack is given to the context, as in a component.</summary>
    public DialogSet()
    {
    }

    /// <summary>Changes with the dialogs: SHA-256 of their versions in order, in base 64.</summary>
    public virtual string GetVersion() => version ??= Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(dialogs.Values.Select(dialog => dialog.GetVersion())))));

    /// <summary>Adds; another dialog of the same id gets a number behind its id, from 2.</summary>
    public DialogSet Add(Dialog dialog)
    {
        version = null;
        ArgumentNullException.ThrowIfNull(dialog);
        if (dialogs.TryGetValue(dialog.Id, out var known))
        {
            if (known == dialog)
            {
                return this;
            }

            var suffix = 2;
            while (dialogs.ContainsKey(Numbered(dialog.Id, suffix)))
            {
                suffix++;
            }

            dialog.Id = Numbered(dialog.Id, suffix);
        }

        dialogs[dialog.Id] = dialog;
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (stack == null)
        {
            throw new InvalidOperationException(
                "DialogSet.CreateContextAsync(): DialogSet created with a null IStatePropertyAccessor.");
        }

        return new DialogContext(this, turnContext, await stack.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }

    public Dialog Find(string dialogId) => string.IsNullOrWhiteSpace(dialogId)
        ? throw new ArgumentNullException(nameof(dialogId))
        : dialogs.GetValueOrDefault(dialogId);

    private static string Numbered(string id, int suffix) => id + suffix.ToString(CultureInfo.InvariantCulture);
}
