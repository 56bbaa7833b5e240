using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Gallery;

/// <summary><c>--cards</c>: serves the card gallery until stopped.</summary>
internal static class GalleryMode
{
    public static async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        if (NodeTools.Find() is not { } tools)
        {
            await output.WriteLineAsync(NodeTools.Missing);
            return 1;
        }

        try
        {
            await CardGallery.InstallAsync(tools, output, stop);
            await using var gallery = await CardGallery.StartAsync(
                Conversation.Cards.Gallery.All(),
                Ports.IsFree(CardGallery.UsualPort) ? CardGallery.UsualPort : 0);
            await output.WriteLineAsync($"Every card, both languages, light and dark, 320, 400 and 560 px: {gallery.Url}  (Ctrl+C stops)");
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return 0;
        }
        catch (NpmException failure)
        {
            await output.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }
}
