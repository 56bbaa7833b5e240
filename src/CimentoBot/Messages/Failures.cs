using System.Data.Common;
using CimentoBot.Conversation.Ports;
using CimentoBot.Storage;

namespace CimentoBot.Messages;

/// <summary>Logs exceptions by type and place. Their messages may hold what a clinician typed and stay out.</summary>
internal static class Failures
{
    /// <summary>Whether the database is what failed.</summary>
    public static bool IsOfStorage(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (current is DbException or StorageUnusableException)
            {
                return true;
            }
        }

        return false;
    }

    public static void Log(ILogger logger, Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (current is DbException or StorageUnusableException)
            {
                Instruments.StorageFailure();
            }

            logger.LogError("{Exception} {Stack}", current.GetType().FullName, current.StackTrace);
        }
    }
}
