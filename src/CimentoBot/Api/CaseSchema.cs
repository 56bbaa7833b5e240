using System.Globalization;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using Microsoft.OpenApi;

namespace CimentoBot.Api;

/// <summary>JSON schemas of what is asked, generated from the vocabulary: ranges and values are stated once, there.</summary>
internal static class CaseSchema
{
    public const string Request = "EligibilityRequest";

    private const string CaseName = "Case";
    private const string MedicationName = "Medication";

    public static IEnumerable<(string Name, OpenApiSchema Schema)> Build(OpenApiDocument document) =>
    [
        (Request, Closed(new()
        {
            Description = "A case, and the day on which it is assessed.",
            Required = new HashSet<string>(["case", "asOf"], StringComparer.Ordinal),
            Properties = Properties(
                ("case", new OpenApiSchemaReference(CaseName, document)),
                ("asOf", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "Today. " + Takes.Date.En })),
        })),
        (CaseName, Closed(new()
        {
            Description = "What is known of one lesion in one patient. Absent or null = unknown; an empty list = known to be none.",
            Properties = Group("", document),
        })),
        (MedicationName, Closed(new()
        {
            Description = "A drug that acts on haemostasis.",
            Required = new HashSet<string>(["drug"], StringComparer.Ordinal),
            Properties = Properties(
                ("drug", new OpenApiSchema { Type = JsonSchemaType.String, Description = "An INN or a brand. A name that the table does not know is not mapped." }),
                ("dailyDoseMg", new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null, ExclusiveMinimum = "0", Description = Takes.Dose.En }),
                ("lastDoseOn", new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date", Description = "Absent or null = still taken. Not after asOf." })),
        })),
    ];

    /// <summary>The facts and the groups directly under a prefix, in the vocabulary's order.</summary>
    private static Dictionary<string, IOpenApiSchema> Group(string prefix, OpenApiDocument document)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var fact in Vocabulary.All.Where(fact => fact.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var rest = fact.Path[prefix.Length..];
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                properties[rest] = Of(fact, document);
            }
            else if (!properties.ContainsKey(rest[..dot]))
            {
                var group = Closed(new() { Properties = Group($"{prefix}{rest[..dot]}.", document) });
                group.Type |= JsonSchemaType.Null;
                properties[rest[..dot]] = group;
            }
        }

        return properties;
    }

    private static OpenApiSchema Of(Fact fact, OpenApiDocument document)
    {
        var schema = fact switch
        {
            BooleanFact => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            NumberFact number => new()
            {
                Type = number.IsInteger ? JsonSchemaType.Integer : JsonSchemaType.Number,
                Minimum = number.Minimum.ToString(CultureInfo.InvariantCulture),
                Maximum = number.Maximum.ToString(CultureInfo.InvariantCulture),
            },
            IChoiceFact { IsList: true } choice => new() { Type = JsonSchemaType.Array, Items = Values(choice) },
            IChoiceFact choice => Values(choice),
            TextFact text => new() { Type = JsonSchemaType.String, MaxLength = text.MaximumLength },
            DateFact => new() { Type = JsonSchemaType.String, Format = "date" },
            ProcedureFact => new() { Type = JsonSchemaType.String },
            MedicationsFact => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(MedicationName, document) },
            _ => throw new NotSupportedException(fact.Path),
        };
        schema.Description = fact is DateFact or ProcedureFact ? $"{fact.Label.En}: {Takes.For(fact).En}" : fact.Label.En;
        schema.Type |= JsonSchemaType.Null;
        if (schema.Enum is { } values)
        {
            // null is a value like the others where values are listed.
            values.Add(JsonNullSentinel.JsonNull);
        }

        return schema;
    }

    private static OpenApiSchema Values(IChoiceFact choice) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. choice.Options.Select(option => option.Id)],
    };

    private static OpenApiSchema Closed(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalPropertiesAllowed = false;
        return schema;
    }

    private static Dictionary<string, IOpenApiSchema> Properties(params (string Name, IOpenApiSchema Schema)[] properties) =>
        properties.ToDictionary(property => property.Name, property => property.Schema, StringComparer.Ordinal);
}
