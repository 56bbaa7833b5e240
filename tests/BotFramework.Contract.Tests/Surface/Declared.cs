using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BotFramework.Contract.Tests.Surface;

/// <summary>Types, parameters and values as C# writes them.</summary>
internal static class Declared
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var simple = type.Name.Split('`')[0];
        var outer = type.IsNested ? Name(type.DeclaringType!) + "." : "";
        return outer + simple + Arguments(type.GetGenericArguments());
    }

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    /// <summary>What generic parameters must be; empty where they may be anything.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(Constraint));

    public static string Parameters(MethodBase method)
    {
        var extended = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select((parameter, i) => (extended && i == 0 ? "this " : "") + Parameter(parameter)));
    }

    /// <summary>A constant: text in quotes, words of C# in lower case, members of an enum with its name.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Enum member => $"{Name(member.GetType())}.{member}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Name(value.GetType()),
    };

    private static string Constraint(Type parameter)
    {
        var kinds = parameter.GenericParameterAttributes;
        var isValue = kinds.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> all = [.. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name)];
        if (isValue)
        {
            all.Insert(0, "struct");
        }
        else if (kinds.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            all.Insert(0, "class");
        }

        if (!isValue && kinds.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            all.Add("new()");
        }

        return all.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", all)}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var way = type.IsByRef ? (parameter.IsOut ? "out " : "ref ") : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var declared = $"{way}{Name(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}";
        if (!parameter.HasDefaultValue)
        {
            return declared;
        }

        var isStruct = type.IsValueType && Nullable.GetUnderlyingType(type) is null;
        return $"{declared} = {(parameter.RawDefaultValue is null && isStruct ? "default" : Literal(parameter.RawDefaultValue))}";
    }
}
