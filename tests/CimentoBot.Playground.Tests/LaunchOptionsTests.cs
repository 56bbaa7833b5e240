namespace CimentoBot.Playground.Tests;

public class LaunchOptionsTests
{
    [Theory]
    [InlineData("", "LocalTeams")]
    [InlineData("--tour", "Tour")]
    [InlineData("--cards", "Cards")]
    [InlineData("--help", "Help")]
    public void The_mode_is_read(string line, string mode) => Assert.Equal(mode, Read(line).Mode.ToString());

    [Fact]
    public void Ports_may_be_chosen()
    {
        var local = Read("--bot-port 4000 --playground-port 5000").Local;
        Assert.Equal((4000, 5000), (local.BotPort, local.PlaygroundPort));
    }

    [Fact]
    public void Without_a_word_the_usual_ports_are_taken() => Assert.Equal((3978, 56150), (Read("").Local.BotPort, Read("").Local.PlaygroundPort));

    [Theory]
    [InlineData("--bot-port", "--bot-port takes a port from 1 to 65535, not ''.")]
    [InlineData("--bot-port 0", "--bot-port takes a port from 1 to 65535, not '0'.")]
    [InlineData("--playground-port 70000", "--playground-port takes a port from 1 to 65535, not '70000'.")]
    [InlineData("--turo", "'--turo' is not known here.")]
    public void A_wrong_word_is_named(string line, string problem) => Assert.Equal(problem, Read(line).Problem);

    private static LaunchOptions Read(string line) => LaunchOptions.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
