using System.Runtime.InteropServices;
using System.Text;
using CimentoBot.Playground;
using CimentoBot.Playground.Gallery;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Tour;

Console.OutputEncoding = Encoding.UTF8;
var options = LaunchOptions.Read(args);
if (options.Problem is { } problem)
{
    await Console.Error.WriteLineAsync($"{problem}{Environment.NewLine}{LaunchOptions.Usage}");
    return 64;
}

using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return options.Mode switch
{
    Mode.Tour => await TourMode.RunAsync(Console.Out, stopping.Token),
    Mode.Cards => await GalleryMode.RunAsync(Console.Out, stopping.Token),
    Mode.LocalTeams => await new LocalTeams(options.Local, Console.Out).RunAsync(stopping.Token),
    Mode.Help => Help(),
};

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopping.Cancel();
}

static int Help()
{
    Console.WriteLine(LaunchOptions.Usage);
    return 0;
}
