namespace CimentoBot.Bench.Servers;

/// <summary>Somebody to talk with, and what that costs.</summary>
internal interface IServer
{
    HttpClient Client { get; }

    /// <summary>User and system time of its process so far.</summary>
    TimeSpan Cpu { get; }
}
