using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CimentoBot.Api;

/// <summary>The description of the API. What goes in is generated from the vocabulary of facts, what comes out from the answers' types.</summary>
internal static class OpenApiDescription
{
    /// <summary>The version of the contract, not of the build.</summary>
    private const string ContractVersion = "1";

    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        Complete(document);
        return Task.CompletedTask;
    });

    private static void Complete(OpenApiDocument document)
    {
        document.Info = new() { Title = "CimentoBot", Version = ContractVersion, Description = Guideline.Scope.En };

        // Whatever address the request came to: the description is the same everywhere.
        document.Servers = [];
        foreach (var (name, schema) in CaseSchema.Build(document))
        {
            document.AddComponent<IOpenApiSchema>(name, schema);
        }

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            switch (operation.OperationId)
            {
                case EligibilityEndpoint.Name:
                    operation.Parameters = [LanguageParameter(), ExplainParameter()];
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(CaseSchema.Request, document) },
                        },
                    };
                    break;
                case GuidelineEndpoint.Name:
                    operation.Parameters = [LanguageParameter()];
                    break;
            }
        }
    }

    private static OpenApiParameter LanguageParameter() => new()
    {
        Name = "lang",
        In = ParameterLocation.Query,
        Description = "The language of the words; absent = the one that is configured.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["fr", "en"] },
    };

    private static OpenApiParameter ExplainParameter() => new()
    {
        Name = "explain",
        In = ParameterLocation.Query,
        Description = "true adds why each rule held, failed or is open; absent = false.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
    };
}
