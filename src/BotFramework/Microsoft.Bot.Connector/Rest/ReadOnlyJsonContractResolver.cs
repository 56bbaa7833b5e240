using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Rest.Serialization;

/// <summary>Leaves out properties that nobody outside can set: an anonymous object prints as {}.</summary>
internal sealed class ReadOnlyJsonContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member is PropertyInfo info)
        {
            var printed = info.SetMethod is { IsPrivate: false, IsFamily: false } || info.GetMethod is { IsStatic: true };
            property.ShouldSerialize = _ => printed;
        }

        return property;
    }
}
