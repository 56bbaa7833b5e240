using Mono.Cecil;

namespace CimentoBot.Architecture.Tests.StandIns;

/// <summary>Questions that metadata answers only in several steps.</summary>
internal static class Metadata
{
    public static IEnumerable<TypeDefinition> AllTypes(this ModuleDefinition module) => module.Types.SelectMany(WithNested);

    /// <summary>Whether other assemblies see the type.</summary>
    public static bool IsSeen(this TypeDefinition type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && type.DeclaringType.IsSeen());

    /// <summary>The type and its members that other assemblies see; enums and delegates are whole.</summary>
    public static IEnumerable<IMemberDefinition> Surface(this TypeDefinition type) =>
        type.IsEnum || type.BaseType?.FullName == "System.MulticastDelegate"
            ? [type]
            :
            [
                type,
                .. type.Fields.Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly),
                .. type.Properties.Where(property => IsSeen(property.GetMethod) || IsSeen(property.SetMethod)),
                .. type.Methods.Where(method => IsSeen(method) && method is { IsGetter: false, IsSetter: false }),
            ];

    /// <summary>The property or event behind an accessor, else the member itself.</summary>
    public static IMemberDefinition AsDeclared(this IMemberDefinition member) => member is MethodDefinition { IsGetter: true } or MethodDefinition { IsSetter: true }
        ? member.DeclaringType.Properties.First(property => property.GetMethod == member || property.SetMethod == member)
        : member;

    /// <summary>The methods of base classes and interfaces, where known, whose place this one takes.</summary>
    public static IEnumerable<MethodDefinition> PlacesTaken(this MethodDefinition method, BuiltSolution solution) =>
        method.Overrides.Where(over => solution.Knows(over.DeclaringType)).Select(over => over.Resolve()).Concat(
            method.IsVirtual
                ? method.DeclaringType.Above(solution).SelectMany(type => type.Methods)
                    .Where(above => above.IsVirtual && HaveSameSignature(above, method) && (above.DeclaringType.IsInterface || !method.IsNewSlot))
                : []);

    /// <summary>Whether the method takes the place of one that none of these assemblies declares.</summary>
    public static bool TakesAForeignPlace(this MethodDefinition method, BuiltSolution solution) =>
        method.Overrides.Any(over => !solution.Knows(over.DeclaringType))
        || (method is { IsVirtual: true, HasOverrides: false }
            && !method.PlacesTaken(solution).Any()
            && (method.IsReuseSlot || ((method.IsFinal || method.IsAbstract) && method.DeclaringType.Interfaces.Any(one => !solution.Knows(one.InterfaceType)))));

    /// <summary>Base classes and interfaces, all the way up, as far as these assemblies go.</summary>
    public static IEnumerable<TypeDefinition> Above(this TypeDefinition type, BuiltSolution solution)
    {
        var direct = type.Interfaces.Select(one => one.InterfaceType).Append(type.BaseType)
            .Where(above => above is not null && solution.Knows(above)).Select(above => above.Resolve()).ToList();
        return direct.Concat(direct.SelectMany(above => above.Above(solution))).Distinct();
    }

    private static bool IsSeen(MethodDefinition? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    // A parameter of a generic type's own parameter has another name in who implements it.
    private static bool HaveSameSignature(MethodDefinition one, MethodDefinition other) =>
        one.Name == other.Name
        && one.Parameters.Count == other.Parameters.Count
        && one.GenericParameters.Count == other.GenericParameters.Count
        && one.Parameters.Zip(other.Parameters).All(pair => pair.First.ParameterType.ContainsGenericParameter
            || pair.First.ParameterType.FullName == pair.Second.ParameterType.FullName);
}
