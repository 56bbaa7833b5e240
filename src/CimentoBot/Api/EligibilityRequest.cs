using System.Text.Json;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Api;

/// <summary>The body of an assessment: <c>{ case, asOf }</c> and nothing else.</summary>
/// <param name="Case">What is known; what was wrong stays unknown.</param>
/// <param name="AsOf">Today; meaningless where it was wrong.</param>
/// <param name="Errors">Everything that is wrong, by path.</param>
internal sealed record EligibilityRequest(Case Case, LocalDate AsOf, IReadOnlyList<(string Path, Phrase Message)> Errors)
{
    private static readonly Phrase NotAnObject = new("un objet { case, asOf } est attendu", "an object { case, asOf } is wanted");
    private static readonly Phrase NotKnown = new("membre inconnu ; sont pris : case, asOf", "unknown member; taken are: case, asOf");
    private static readonly Phrase Twice = new("membre donné deux fois", "member given twice");
    private static readonly Phrase NoCase = new("obligatoire : un objet JSON", "required: a JSON object");
    private static readonly Phrase NoAsOf = new($"obligatoire : {Takes.Date.Fr}", $"required: {Takes.Date.En}");

    public static EligibilityRequest Read(JsonElement body, DateTimeZone zone)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return new(Case.Empty, default, [("body", NotAnObject)]);
        }

        var errors = new List<(string Path, Phrase Message)>();
        JsonElement? subject = null, day = null;
        foreach (var member in CaseReader.MembersOf(body, name => errors.Add((name, Twice))))
        {
            switch (member.Name)
            {
                case "case":
                    subject = member.Value;
                    break;
                case "asOf":
                    day = member.Value;
                    break;
                default:
                    errors.Add((member.Name, NotKnown));
                    break;
            }
        }

        var asOf = day is { } given ? CaseReader.ReadDate(given) : null;
        if (asOf is null)
        {
            errors.Add(("asOf", day is null ? NoAsOf : Takes.Date));
        }

        if (subject is not { } json)
        {
            return new(Case.Empty, default, [.. errors, ("case", NoCase)]);
        }

        var (read, wrong) = CaseReader.Read(json, asOf, zone);
        return new(read, asOf ?? default, [.. errors, .. wrong]);
    }
}
