using System.Text;
using System.Text.Json.Nodes;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>Somebody whose names, addresses and ids are like nothing else that the bot meets.</summary>
/// <param name="Word">What all of their names are made of.</param>
/// <param name="ObjectId">Their Entra object id.</param>
/// <param name="Role">Their role in the team.</param>
internal sealed record Planted(string Word, string ObjectId, string Role)
{
    public string Name => $"Dr {Word}ine Van{Word}";

    public string Email => $"{Word}.mail@hopital-{Word}.example";

    public string Upn => $"{Word}.upn@hopital.example";

    public string ChannelId => $"29:1{Word}-channel-id";

    public string Chat => BotConversation.PersonalChat + $"-a1{ObjectId[..8]}";

    /// <summary>Everything that names them, but for the object id.</summary>
    public IEnumerable<string> Names => [Word, Name, Email, Upn, ChannelId];

    public Person In(string conversation) => new() { Id = ChannelId, Name = Name, ObjectId = ObjectId, Conversation = conversation };
}

/// <summary>
/// A team whose people tell Teams everything about themselves: each activity and each line of the roster carries names, e-mail and
/// user principal name beside the ids.
/// </summary>
internal sealed class PlantedTeam : IAsyncDisposable
{
    public static readonly Planted Clinician = new("Quxelbert", "6f0c1f7e-3f0b-4c53-9a3e-0a52d1c0aa01", "user");
    public static readonly Planted Oncologist = new("Wyvernade", "6f0c1f7e-3f0b-4c53-9a3e-0a52d1c0aa02", "user");
    public static readonly Planted Anaesthetist = new("Jorvikson", "6f0c1f7e-3f0b-4c53-9a3e-0a52d1c0aa03", "user");
    public static readonly Planted Owner = new("Zephyrlin", "6f0c1f7e-3f0b-4c53-9a3e-0a52d1c0aa04", "owner");

    private readonly List<HttpClient> clients = [];

    private PlantedTeam(TeamOfTheTest team) => Team = team;

    public static IReadOnlyList<Planted> Everybody { get; } = [Clinician, Oncologist, Anaesthetist, Owner];

    public TeamOfTheTest Team { get; }

    public static Task<PlantedTeam> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="configure">What is added to the host's services.</param>
    /// <param name="settings">Settings over those of every test.</param>
    public static async Task<PlantedTeam> StartAsync(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        var team = await TeamOfTheTest.StartAsync(configure, settings);
        team.Connector.Answer = request => request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal)
            ? Results.Text(new JsonObject { ["members"] = new JsonArray([.. Everybody.Select(Line)]) }.ToJsonString(), "application/json")
            : null;
        return new(team);
    }

    public BotConversation Chat(Planted person) => Talk(person, person.Chat);

    public BotConversation InThread(Planted person) => Talk(person, Team.Post!.Conversation);

    public BotConversation InChannel(Planted person) => Talk(person, TeamOfTheTest.Channel);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }

        await Team.DisposeAsync();
    }

    private static JsonObject Line(Planted person) => With(
        new()
        {
            ["id"] = person.ChannelId,
            ["aadObjectId"] = person.ObjectId,
            ["objectId"] = person.ObjectId,
            ["userRole"] = person.Role,
        },
        person);

    private static JsonObject With(JsonObject account, Planted person)
    {
        account["name"] = person.Name;
        account["givenName"] = person.Word + "ine";
        account["surname"] = "Van" + person.Word;
        account["email"] = person.Email;
        account["userPrincipalName"] = person.Upn;
        return account;
    }

    private BotConversation Talk(Planted person, string conversation)
    {
        var client = new HttpClient(new Telling(person, Team.Clock)) { BaseAddress = Team.Host.Client.BaseAddress };
        clients.Add(client);
        return new(client, Team.Connector, person.In(conversation));
    }

    /// <summary>Has each activity say who sent it, in every way that there is; time passes with each.</summary>
    private sealed class Telling(Planted person, FakeTimeProvider clock) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            var activity = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            With(activity["from"]!.AsObject(), person);
            activity["conversation"]!["name"] = $"Fil de {person.Name}";
            activity["channelData"]!["source"] = new JsonObject { ["name"] = person.Email };
            activity["entities"]!.AsArray().Add(new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = With(new() { ["id"] = person.ChannelId }, person),
                ["text"] = $"<at>{person.Name}</at>",
            });
            request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
