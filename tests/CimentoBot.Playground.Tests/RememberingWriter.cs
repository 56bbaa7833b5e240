using System.Text;

namespace CimentoBot.Playground.Tests;

/// <summary>Keeps what several threads print while others read it.</summary>
internal sealed class RememberingWriter : TextWriter
{
    private readonly StringBuilder said = new();
    private readonly Lock keeping = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (keeping)
        {
            said.Append(value);
        }
    }

    public override string ToString()
    {
        lock (keeping)
        {
            return said.ToString();
        }
    }
}
