using System.Globalization;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Storage;
using CimentoBot.Telemetry;
using Cronos;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Configuration;

/// <summary>Reads the configuration. What is missing or wrong is a <see cref="SettingException"/> that names the key and what it takes.</summary>
internal sealed class BotSettingsReader
{
    private const int LongestReason = 500;

    /// <summary>A year: a board's yearly review finds every case of the one before.</summary>
    private const int UsualRetention = 365;

    /// <summary>As long as a link to paper is good.</summary>
    private const int ShortestRetention = 30;

    private const int LongestRetention = 3650;

    private static readonly string[] AppTypes = ["SingleTenant", "UserAssignedMSI", "MultiTenant"];

    private readonly IConfiguration configuration;
    private readonly bool development;
    private readonly string flavour;

    private BotSettingsReader(IConfiguration configuration, bool development, string flavour)
    {
        this.configuration = configuration;
        this.development = development;
        this.flavour = flavour;
    }

    /// <param name="configuration">The configuration.</param>
    /// <param name="development">Whether the environment is <c>Development</c>.</param>
    /// <param name="flavour">The Bot Framework that is built in.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static HostSettings Read(IConfiguration configuration, bool development, string flavour) =>
        new BotSettingsReader(configuration, development, flavour).Read();

    private HostSettings Read()
    {
        RequireUrls();
        RequireIdentity();
        var language = ReadLanguage("Bot:DefaultLocale", Language.French);
        var board = ReadLanguage("Board:Locale", language);
        return new()
        {
            Bot = new()
            {
                AppId = Value("MicrosoftAppId") ?? "",
                Zone = ReadZone(),
                DefaultLanguage = language,
                BoardLanguage = board,
                Boards = BoardChannelsReader.Read(configuration.GetSection("Board:Channels"), board),
                Quorum = ReadQuorum(),
                OwnersClose = ReadClosers(),
                Meeting = ReadMeeting(),
                AllowedTenants = ReadList("Bot:AllowedTenants"),
                Suspended = ReadSuspension(),
                RetainDays = ReadRetention(),
            },
            Door = DoorSettings.Read(configuration, Value("MicrosoftAppId") is not null),
            Storage = ReadStorage(),
            MetricsReaders = MetricsReaders.Read(configuration),
            Today = ReadToday(),
            PublicUrl = ReadUrl("Bot:PublicUrl", httpAllowed: true),
        };
    }

    private void RequireUrls()
    {
        try
        {
            foreach (var url in (Value("urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                BindingAddress.Parse(url);
            }
        }
        catch (FormatException)
        {
            throw new SettingException("ASPNETCORE_URLS", "takes addresses such as http://localhost:3978, separated by semicolons.");
        }
    }

    private void RequireIdentity()
    {
        var type = Value("MicrosoftAppType") ?? "MultiTenant";
        if (!AppTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            throw new SettingException("MicrosoftAppType", "takes SingleTenant, UserAssignedMSI or MultiTenant.");
        }

        var managed = type.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        if (Value("MicrosoftAppId") is null)
        {
            Require(
                Value("MicrosoftAppPassword") is null && Value(BotCredentials.PathKey) is null,
                "MicrosoftAppId",
                $"takes the application id to which MicrosoftAppPassword or {BotCredentials.PathKey} belongs.");
        }
        else
        {
            using var certificate = BotCredentials.ReadCertificate(configuration);
            Require(
                managed || (Value("MicrosoftAppPassword") is null) != (certificate is null),
                "MicrosoftAppPassword",
                $"takes the secret of the application MicrosoftAppId, unless {BotCredentials.PathKey} names its certificate.");
            Require(
                type.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase) || Value("MicrosoftAppTenantId") is not null,
                "MicrosoftAppTenantId",
                $"takes the tenant of the application when MicrosoftAppType is {type}.");
            Require(
                flavour != Product.StandIn || development || ReadSwitch("Bot:AllowStandIn"),
                "Bot:AllowStandIn",
                "takes true to open this build to the network: it has stand-ins for the official Bot Framework (build with -p:BotFramework=Official instead).");
        }

        ReadUrl("ToBotFromChannelOpenIdMetadataUrl", httpAllowed: false);
    }

    private DateTimeZone ReadZone() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Value("Bot:TimeZone") ?? "Europe/Paris")
        ?? throw new SettingException("Bot:TimeZone", "takes a time zone of the tz database, such as Europe/Paris.");

    private Language ReadLanguage(string key, Language otherwise) => Value(key)?.Split('-') switch
    {
        null => otherwise,
        [var language, ..] when language.Equals("fr", StringComparison.OrdinalIgnoreCase) => Language.French,
        [var language, ..] when language.Equals("en", StringComparison.OrdinalIgnoreCase) => Language.English,
        _ => throw new SettingException(key, "takes a French or an English locale, such as fr-FR or en-GB."),
    };

    private StorageOptions ReadStorage()
    {
        const string key = "Storage:ConnectionString";
        var provider = (Value("Storage:Provider") ?? "Sqlite").ToLowerInvariant() switch
        {
            "sqlite" => StorageProvider.Sqlite,
            "postgres" => StorageProvider.Postgres,
            _ => throw new SettingException("Storage:Provider", "takes Sqlite or Postgres."),
        };
        var connectionString = Value(key);
        Require(connectionString is not null && StorageOptions.ProblemWith(provider, connectionString) is null, key, provider is StorageProvider.Postgres
            ? "takes a PostgreSQL connection string that names a host and a database, such as Host=db.example.org;Database=cimentobot;Username=cimentobot."
            : "takes a SQLite connection string that names a file, such as Data Source=data/cimentobot.db.");
        return new() { Provider = provider, ConnectionString = connectionString! };
    }

    private Quorum ReadQuorum() => Value("Board:Quorum") is not { } text
        ? Quorum.Usual
        : Quorum.Read(text) ?? throw new SettingException("Board:Quorum", "takes a number of specialties from 1 to 8, or their names separated by commas.");

    private bool ReadClosers() => (Value("Board:Closers") ?? "owners").ToLowerInvariant() switch
    {
        "owners" => true,
        "members" => false,
        _ => throw new SettingException("Board:Closers", "takes owners or members."),
    };

    private string ReadMeeting()
    {
        var text = Value("Board:Meeting") ?? "";
        Require(
            text.Length == 0 || CronExpression.TryParse(text, out _),
            "Board:Meeting",
            "takes a cron expression of five fields in Bot:TimeZone, such as 0 14 * * 4 for Thursdays at 14:00.");
        return text;
    }

    /// <summary>A reason in one line: it stands on cards and in the log.</summary>
    private string ReadSuspension()
    {
        const string key = "Guideline:Suspended";
        var reason = string.Join(' ', (Value(key) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Require(reason.Length <= LongestReason, key, $"takes the reason in at most {LongestReason} characters; empty = not suspended.");
        return reason;
    }

    private int ReadRetention() => Value("Privacy:RetainDays") switch
    {
        null => UsualRetention,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= ShortestRetention and <= LongestRetention => days,
        _ => throw new SettingException("Privacy:RetainDays", $"takes a whole number of days from {ShortestRetention} to {LongestRetention}."),
    };

    private LocalDate? ReadToday()
    {
        const string key = "Bot:Today";
        if (Value(key) is not { } text)
        {
            return null;
        }

        Require(development, key, "is taken in the environment Development only.");
        var parsed = LocalDatePattern.Iso.Parse(text);
        Require(
            parsed.Success && parsed.Value >= Dates.First && parsed.Value <= Dates.Last,
            key,
            "takes a date yyyy-MM-dd from 1900 to 2199.");
        return parsed.Value;
    }

    private Uri? ReadUrl(string key, bool httpAllowed)
    {
        if (Value(key) is not { } text)
        {
            return null;
        }

        var good = Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (httpAllowed || (development && url.IsLoopback))));
        Require(good, key, httpAllowed
            ? "takes an absolute address, https or http."
            : "takes an absolute https address (http on loopback in the environment Development only).");
        return url;
    }

    private bool ReadSwitch(string key) => Value(key) switch
    {
        null => false,
        var text when bool.TryParse(text, out var on) => on,
        _ => throw new SettingException(key, "takes true or false."),
    };

    /// <summary>A list, or one text separated by commas. An entry without text is refused: it must not open the door to everybody.</summary>
    private List<string> ReadList(string key)
    {
        var section = configuration.GetSection(key);
        List<string> given = string.IsNullOrWhiteSpace(section.Value)
            ? [.. section.GetChildren().Select(child => child.Value?.Trim() ?? "")]
            : [.. section.Value.Split(',', StringSplitOptions.TrimEntries)];
        Require(!given.Contains(""), key, "takes a list of ids, or ids separated by commas, none of them empty.");
        return given;
    }

    private string? Value(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    private static void Require(bool good, string key, string takes)
    {
        if (!good)
        {
            throw new SettingException(key, takes);
        }
    }
}
