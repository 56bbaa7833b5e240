using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Board;

/// <summary>A network between the bot and Teams that loses answers: what was asked for is done.</summary>
internal sealed class LostAnswers
{
    public Func<HttpRequestMessage, bool> Loses { get; set; } = _ => false;

    public void Break(IServiceCollection services) => services.AddHttpClient("").AddHttpMessageHandler(() => new Line(this));

    private sealed class Line(LostAnswers lost) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!lost.Loses(request))
            {
                return response;
            }

            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.");
        }
    }
}
