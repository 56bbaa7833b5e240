using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CimentoBot.Architecture.Tests.StandIns;

/// <summary>Why a member of a stand-in is there.</summary>
internal enum Use
{
    /// <summary>The bot, a test or a measurement names it, overrides it or implements it.</summary>
    Direct,

    /// <summary>Code of the stand-ins, on the way from what is named directly, needs it.</summary>
    Called,

    /// <summary>It takes the place of a member that is used, of a base class, an interface or the runtime.</summary>
    TakesAPlace,

    /// <summary>JSON of a type that is used is read or printed by it.</summary>
    Json,

    /// <summary>The declaration of a used type or member names it.</summary>
    Declared,
}

/// <summary>All members of stand-ins that are used, each with the first reason that was found, beginning with the direct ones.</summary>
internal sealed class Uses
{
    private const string Json = "Newtonsoft.Json.";

    private readonly BuiltSolution solution;
    private readonly Dictionary<IMemberDefinition, Use> found = [];
    private readonly Queue<IMemberDefinition> open = [];

    public Uses(BuiltSolution solution, IEnumerable<ModuleDefinition> users, IEnumerable<(FieldDefinition Constant, Use Use)> constants)
    {
        this.solution = solution;
        foreach (var member in users.SelectMany(NamedBy))
        {
            Add(member, Use.Direct);
        }

        foreach (var (constant, use) in constants)
        {
            Add(constant, use);
        }

        do
        {
            while (open.TryDequeue(out var member))
            {
                Follow(member);
            }

            TakePlaces();
        }
        while (open.Count > 0);
    }

    /// <summary>Null where nothing uses the member.</summary>
    public Use? Of(IMemberDefinition member) => found.TryGetValue(member.AsDeclared(), out var use) ? use : null;

    private IEnumerable<IMemberDefinition> NamedBy(ModuleDefinition module)
    {
        var members = module.GetMemberReferences().Where(member => solution.Knows(member.DeclaringType)).Select(member => member.Resolve());
        var types = module.GetTypeReferences().Where(solution.Knows).Select(type => type.Resolve());
        var overridden = module.AllTypes().SelectMany(type => type.Methods).SelectMany(method => method.PlacesTaken(solution));
        return members.Concat(types).Concat(overridden);
    }

    private void Add(IMemberDefinition? member, Use use)
    {
        if (member is MemberReference reference && BuiltSolution.IsOfStandIns(reference) && found.TryAdd(member.AsDeclared(), use))
        {
            open.Enqueue(member.AsDeclared());
        }
    }

    private void AddType(TypeReference? type, Use use)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                generic.GenericArguments.ToList().ForEach(argument => AddType(argument, use));
                break;
        }

        if (type is TypeSpecification specified)
        {
            AddType(specified.ElementType, use);
        }
        else if (solution.Knows(type))
        {
            Add(type.Resolve(), use);
        }
    }

    private void Follow(IMemberDefinition member)
    {
        Add(member.DeclaringType, Use.Declared);
        foreach (var converter in member.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "JsonConverterAttribute"))
        {
            AddType((TypeReference)converter.ConstructorArguments[0].Value, Use.Declared);
        }

        switch (member)
        {
            case TypeDefinition type:
                FollowType(type);
                break;
            case PropertyDefinition property:
                AddType(property.PropertyType, Use.Declared);
                FollowBody(property.GetMethod);
                FollowBody(property.SetMethod);
                break;
            case FieldDefinition field:
                AddType(field.FieldType, Use.Declared);
                break;
            case MethodDefinition method:
                FollowBody(method);
                break;
        }
    }

    private void FollowType(TypeDefinition type)
    {
        AddType(type.BaseType, Use.Declared);
        type.Interfaces.ToList().ForEach(one => AddType(one.InterfaceType, Use.Declared));
        type.GenericParameters.SelectMany(parameter => parameter.Constraints).ToList().ForEach(one => AddType(one.ConstraintType, Use.Declared));
        type.Methods.Where(method => method is { IsConstructor: true, IsStatic: true }).ToList().ForEach(method => Add(method, Use.Called));
        if (type.IsEnum)
        {
            type.Fields.ToList().ForEach(field => Add(field, Use.Declared));
        }
        else if (IsReadFromTheWire(type))
        {
            type.Properties.Where(property => property.CustomAttributes.Any(IsJson)).ToList().ForEach(property => Add(property, Use.Json));
            type.Methods.Where(method => method is { IsConstructor: true, HasParameters: false }).ToList().ForEach(method => Add(method, Use.Json));
        }

        type.Methods.Where(method => method.Name.StartsWith("ShouldSerialize", StringComparison.Ordinal)).ToList().ForEach(method => Add(method, Use.Json));
    }

    // Cards are printed only: what nobody sets there is not on the wire.
    private bool IsReadFromTheWire(TypeDefinition type) => type.Module.Assembly.Name.Name == "StandIn.Microsoft.Bot.Schema" && IsJson(type);

    private bool IsJson(TypeDefinition type) => type.Above(solution).Prepend(type).SelectMany(above => above.Properties)
        .SelectMany(property => property.CustomAttributes).Any(IsJson);

    private static bool IsJson(CustomAttribute attribute) =>
        attribute.AttributeType.FullName.StartsWith(Json, StringComparison.Ordinal) && attribute.AttributeType.Name != "JsonIgnoreAttribute";

    private void FollowBody(MethodDefinition? method)
    {
        if (method is null)
        {
            return;
        }

        AddType(method.ReturnType, Use.Declared);
        method.Parameters.ToList().ForEach(parameter => AddType(parameter.ParameterType, Use.Declared));
        method.PlacesTaken(solution).Where(place => !place.DeclaringType.IsInterface).ToList().ForEach(place => Add(place, Use.Declared));
        foreach (var operand in method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand) : [])
        {
            switch (operand)
            {
                case TypeReference type:
                    AddType(type, Use.Called);
                    break;
                case MemberReference named:
                    AddType(named.DeclaringType, Use.Called);
                    (named as GenericInstanceMethod)?.GenericArguments.ToList().ForEach(argument => AddType(argument, Use.Called));
                    Add(solution.Knows(named.DeclaringType) ? named.Resolve() : null, Use.Called);
                    break;
            }
        }
    }

    /// <summary>Overrides and implementations, in types that are used, of members that are used.</summary>
    private void TakePlaces()
    {
        foreach (var method in found.Keys.OfType<TypeDefinition>().ToList().SelectMany(type => type.Methods).Where(method => method.IsVirtual))
        {
            if (method.TakesAForeignPlace(solution) || method.PlacesTaken(solution).Any(place => found.ContainsKey(place.AsDeclared())))
            {
                Add(method, Use.TakesAPlace);
            }
        }
    }
}
