using System.Reflection;

namespace BotFramework.Contract.Tests.Surface;

/// <summary>A type that others can see, and a line for each of its members that others can use or override.</summary>
internal sealed class SurfaceType(Type type)
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public string Namespace { get; } = type.Namespace!;

    public string Header { get; } = HeaderOf(type);

    /// <summary>Enums and delegates are their header alone.</summary>
    public bool HasBody { get; } = !type.IsEnum && !IsDelegate(type);

    /// <summary>The types of assemblies, nested ones too.</summary>
    public static IEnumerable<SurfaceType> Of(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => !type.IsNested)
        .SelectMany(WithNested)
        .OrderBy(type => type.Namespace, StringComparer.Ordinal)
        .ThenBy(Declared.Name, StringComparer.Ordinal)
        .Select(type => new SurfaceType(type));

    public IEnumerable<string> Lines()
    {
        if (!HasBody)
        {
            return [];
        }

        var values = new DefaultValues(type);
        return
        [
            .. type.GetFields(Own).Where(field => IsSeen(field.Attributes)).Select(Line),
            .. type.GetConstructors(Own).Where(IsSaid).Select(Line),
            .. type.GetProperties(Own).Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen)).Select(property => Line(property, values)),
            .. type.GetMethods(Own).Where(method => IsSeen(method) && !method.IsSpecialName && !IsAskedByJson(method)).Select(Line),
            .. NestedIn(type).Select(nested => $"// nested {Access(nested)} {Declared.Name(nested)}"),
        ];
    }

    private static IEnumerable<Type> WithNested(Type type) => NestedIn(type).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Type> NestedIn(Type type) => type.GetNestedTypes(Own).Where(nested => nested.IsNestedPublic || nested.IsNestedFamily);

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldAttributes field) =>
        (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    // An obsolete constructor is not for new code, and what every abstract class has says nothing.
    private static bool IsSaid(ConstructorInfo constructor) => IsSeen(constructor)
        && !constructor.IsDefined(typeof(ObsoleteAttribute))
        && (constructor.IsPublic || constructor.GetParameters().Length > 0);

    // A convention of Json.NET, called by name and by nobody else.
    private static bool IsAskedByJson(MethodInfo method) => method.Name.StartsWith("ShouldSerialize", StringComparison.Ordinal);

    private static string HeaderOf(Type type)
    {
        if (type.IsEnum)
        {
            var members = type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Declared.Literal(field.GetRawConstantValue())}");
            return $"{Access(type)} enum {Declared.Name(type)} {{ {string.Join(", ", members)} }}";
        }

        var constraints = Declared.Constraints(type.GetGenericArguments());
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{Access(type)} delegate {Declared.Name(invoke.ReturnType)} {Declared.Name(type)}({Declared.Parameters(invoke)}){constraints};";
        }

        var kind = type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : (type.IsAbstract, type.IsSealed) switch
            {
                (true, true) => "static class",
                (true, false) => "abstract class",
                (false, true) => "sealed class",
                _ => "class",
            };
        var bases = string.Join(", ", BasesOf(type).Select(Declared.Name));
        return $"{JsonLine.Of(type)}{Access(type)} {kind} {Declared.Name(type)}{(bases.Length == 0 ? "" : " : " + bases)}{constraints}";
    }

    /// <summary>The base class and the interfaces that are not a base's or another interface's already.</summary>
    private static IEnumerable<Type> BasesOf(Type type)
    {
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var all = type.GetInterfaces();
        var own = all.Except(inherited).Except(all.SelectMany(one => one.GetInterfaces()));
        return type.BaseType is { } above && above != typeof(object) && above != typeof(ValueType) ? own.Prepend(above) : own;
    }

    private static string Line(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : "protected";
        var name = $"{Declared.Name(field.FieldType)} {field.Name}";
        return field switch
        {
            { IsLiteral: true } => $"{access} const {name} = {Declared.Literal(field.GetRawConstantValue())};",
            { IsStatic: true, IsInitOnly: true } when field.FieldType == typeof(string) =>
                $"{access} static readonly {name} /* = {Declared.Literal(field.GetValue(null))} */;",
            _ => $"{access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{name};",
        };
    }

    private static string Line(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Declared.Parameters(constructor)});";

    private static string Line(PropertyInfo property, DefaultValues values)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsSeen).ToList();
        var outer = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var words = accessors.Select(accessor =>
            (accessor.IsPublic == outer.IsPublic ? "" : "protected ") + (accessor.ReturnType == typeof(void) ? "set;" : "get;"));
        return $"{JsonLine.Of(property)}{Access(outer)}{Declared.Name(property.PropertyType)} {property.Name} {{ {string.Join(' ', words)} }}{values.Of(property)}";
    }

    private static string Line(MethodInfo method) =>
        $"{Access(method)}{Declared.Name(method.ReturnType)} {method.Name}{Declared.Arguments(method.GetGenericArguments())}"
        + $"({Declared.Parameters(method)}){Declared.Constraints(method.GetGenericArguments())};";

    private static string Access(Type type) => type.IsNestedFamily ? "protected" : "public";

    /// <summary>How far it is seen and how it is bound; nothing in an interface, where all is public and abstract.</summary>
    private static string Access(MethodBase method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return "";
        }

        var overrides = method is MethodInfo known && known.GetBaseDefinition().DeclaringType != known.DeclaringType;
        var binding = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => overrides ? "abstract override " : "abstract ",
            { IsVirtual: true } when overrides => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return (method.IsPublic ? "public " : "protected ") + binding;
    }
}
