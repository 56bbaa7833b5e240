using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The version of the schema that a card needs.</summary>
[JsonConverter(typeof(SchemaVersionConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
    {
    }

    /// <summary>"1.5" or "1"; anything else is an <see cref="AdaptiveSerializationException"/>.</summary>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString == null)
        {
            throw new ArgumentException(nameof(versionString));
        }

        var parts = versionString.Split('.');
        try
        {
            Major = int.Parse(parts[0], CultureInfo.InvariantCulture);
            Minor = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new AdaptiveSerializationException($"'{versionString}' is not a valid version identifier", e);
        }
    }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    public override bool Equals(object obj) => obj is AdaptiveSchemaVersion other && Major == other.Major && Minor == other.Minor;

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public int CompareTo(AdaptiveSchemaVersion other) =>
        other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));
}
