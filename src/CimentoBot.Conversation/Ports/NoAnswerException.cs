namespace CimentoBot.Conversation.Ports;

/// <summary>Teams did not answer a call.</summary>
/// <param name="mayHaveArrived">Whether the call had left: then what it asked for may have been done.</param>
/// <param name="cause">What happened in its place.</param>
public sealed class NoAnswerException(bool mayHaveArrived, Exception cause) : HttpRequestException("Teams did not answer.", cause)
{
    public bool MayHaveArrived => mayHaveArrived;
}
