using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CimentoBot.Conversation.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace CimentoBot.Api;

/// <summary>
/// Makes and reads the tokens of links. A token is a case code and an expiry, encrypted and signed: it names nobody, and
/// whoever has no key learns not even the code from it.
/// </summary>
/// <param name="protection">The keys.</param>
/// <param name="publicUrl">Where browsers reach the bot; null = nowhere.</param>
/// <param name="clock">Tells when a token expires. The platform's time-limited protector reads the system's clock only.</param>
internal sealed class SheetLinks(IDataProtectionProvider protection, Uri? publicUrl, TimeProvider clock) : ISheetLinks
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>What the keys are used for here: a token that was made for anything else is none.</summary>
    private const string Purpose = "CimentoBot.SheetLinks.v1";

    private const int ExpiryLength = sizeof(long);

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    public SheetAddresses? For(string code)
    {
        if (publicUrl is null)
        {
            return null;
        }

        var root = $"{publicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/c/{TokenFor(code)}";
        return new(new(root + SheetEndpoints.Calendar), new(root + SheetEndpoints.Print));
    }

    /// <summary>The case code in a token; null for a token that is forged, was made for something else, or has expired.</summary>
    public string? CodeIn(string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var expiry = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content));
            return clock.GetUtcNow() < expiry ? Encoding.ASCII.GetString(content.AsSpan(ExpiryLength)) : null;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private string TokenFor(string code)
    {
        var content = new byte[ExpiryLength + code.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        Encoding.ASCII.GetBytes(code, content.AsSpan(ExpiryLength));
        return Base64Url.EncodeToString(protector.Protect(content));
    }
}
