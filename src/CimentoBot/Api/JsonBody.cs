using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CimentoBot.Api;

/// <summary>Bodies of requests: how long, of which type, whether they are JSON at all. Bounds that hold at both doors.</summary>
internal static class JsonBody
{
    /// <summary>The longest body that is read, in bytes.</summary>
    public const int Longest = 256 * 1024;

    /// <summary>The deepest nesting that is read.</summary>
    public const int Deepest = 64;

    /// <summary>So much of a body that is too long is still taken in, so that its sender gets to read the refusal.</summary>
    private const int LongestDiscarded = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the content type is application/json in UTF-8.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body's bytes; null when it is longer than <see cref="Longest"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Counted here: the server counts the framing of chunks too, and cuts the connection before its refusal can be read.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Longest)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                await DiscardAsync(request.BodyReader, cancellationToken);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The JSON of a body, checked to the last string; null when it is none, is nested too deeply or is not UTF-8.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="allowDoubled">Whether an object may name a member twice.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, bool allowDoubled)
    {
        if (utf8.Span.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        try
        {
            return Utf8.IsValid(utf8.Span) && StringsAreWhole(utf8.Span)
                ? JsonDocument.Parse(utf8, new() { MaxDepth = Deepest, AllowDuplicateProperties = allowDoubled })
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task DiscardAsync(PipeReader body, CancellationToken cancellationToken)
    {
        for (long discarded = 0; discarded < LongestDiscarded;)
        {
            var read = await body.ReadAsync(cancellationToken);
            discarded += read.Buffer.Length;
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>Escapes can spell half a character, which no string can hold.</summary>
    private static bool StringsAreWhole(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = Deepest });
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
