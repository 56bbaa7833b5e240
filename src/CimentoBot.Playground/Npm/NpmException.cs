namespace CimentoBot.Playground.Npm;

/// <summary>npm failed; the message is one line for people.</summary>
internal sealed class NpmException(string message, Exception? because = null) : Exception(message, because);
