using System.Collections;
using System.Globalization;
using System.Reflection;

namespace BotFramework.Contract.Tests.Surface;

/// <summary>What the properties of a new object hold, where nothing needs to be said to make one.</summary>
internal sealed class DefaultValues(Type type)
{
    private readonly object? made = Make(type);

    /// <summary>A comment behind the property; none for what is absent, zero or false.</summary>
    public string Of(PropertyInfo property)
    {
        var isRead = made is not null && property.GetMethod is { IsStatic: false };
        return isRead && Text(property.GetValue(made)) is { } text ? " // = " + text : "";
    }

    private static object? Make(Type type)
    {
        if (type.IsAbstract || type.ContainsGenericParameters)
        {
            return null;
        }

        var constructor = type.GetConstructors()
            .Where(one => one.GetParameters().All(parameter => parameter.IsOptional))
            .MinBy(one => one.GetParameters().Length);
        return constructor?.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
    }

    private string? Text(object? value) => value switch
    {
        null or 0 or false => null,
        string or bool or Enum or int or uint or long or double => Declared.Literal(value),
        ICollection items => string.Create(CultureInfo.InvariantCulture, $"{Declared.Name(value.GetType())}({items.Count})"),
        _ when value.GetType().Assembly == type.Assembly => $"{Declared.Name(value.GetType())} {value}",
        _ => Declared.Name(value.GetType()),
    };
}
