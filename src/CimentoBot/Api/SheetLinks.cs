using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.AspNetCore.DataProtection;
using NodaTime.Text;

namespace CimentoBot.Api;

/// <summary>
/// Makes and reads the tokens of links. A token is a case code, or a board's session, and an expiry, encrypted and signed: it names
/// nobody, and whoever has no key learns nothing from it.
/// </summary>
/// <param name="protection">The keys.</param>
/// <param name="publicUrl">Where browsers reach the bot; null = nowhere.</param>
/// <param name="clock">Tells when a token expires. The platform's time-limited protector reads the system's clock only.</param>
internal sealed class SheetLinks(IDataProtectionProvider protection, Uri? publicUrl, TimeProvider clock) : ISheetLinks
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>What the keys are used for here: a token that was made for anything else is none.</summary>
    private const string PurposeOfCases = "CimentoBot.SheetLinks.v1";

    private const string PurposeOfMinutes = "CimentoBot.MinutesLinks.v1";

    private const int ExpiryLength = sizeof(long);
    private const int DateLength = 10;
    private const char French = 'f';
    private const char English = 'e';

    private readonly IDataProtector cases = protection.CreateProtector(PurposeOfCases);
    private readonly IDataProtector sessions = protection.CreateProtector(PurposeOfMinutes);

    public SheetAddresses? For(string code) => RootOf(cases, code) is { } root ? new(new(root + SheetEndpoints.Calendar), new(root + SheetEndpoints.Print)) : null;

    public Uri? For(MinutesSheet minutes) =>
        RootOf(sessions, $"{(minutes.Language == Language.French ? French : English)}{LocalDatePattern.Iso.Format(minutes.Session)}{minutes.Channel}") is { } root
            ? new(root + SheetEndpoints.Minutes)
            : null;

    /// <summary>The case code in a token; null for a token that is forged, was made for something else, or has expired.</summary>
    public string? CodeIn(string token) => Read(cases, token);

    /// <summary>The session in a token, as <see cref="CodeIn"/> reads a code.</summary>
    public MinutesSheet? SessionIn(string token) => Read(sessions, token) is not { } text ? null : new(
        text[(1 + DateLength)..],
        LocalDatePattern.Iso.Parse(text[1..(1 + DateLength)]).Value,
        text[0] == French ? Language.French : Language.English);

    private string? Read(IDataProtector protector, string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var expiry = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content));
            return clock.GetUtcNow() < expiry ? Encoding.UTF8.GetString(content.AsSpan(ExpiryLength)) : null;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private string? RootOf(IDataProtector protector, string text)
    {
        if (publicUrl is null)
        {
            return null;
        }

        var content = new byte[ExpiryLength + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt64BigEndian(content, (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(text, content.AsSpan(ExpiryLength));
        return $"{publicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/c/{Base64Url.EncodeToString(protector.Protect(content))}";
    }
}
