using System.Reflection;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>
/// Stands before a port: where the process is to end here, the call is never made and never returns. Rows of the outbox, whose ids
/// are random, come in the same order in every run.
/// </summary>
/// <typeparam name="T">The port.</typeparam>
#pragma warning disable CA1852 // The proxy that is made derives from it.
internal class Gate<T> : DispatchProxy
#pragma warning restore CA1852
    where T : class
{
    private T? inner;
    private Func<string, bool>? ends;

    /// <param name="inner">The port's store.</param>
    /// <param name="ends">Whether the process ends before an operation of that name.</param>
    public static T Before(T inner, Func<string, bool> ends)
    {
        var proxy = Create<T, Gate<T>>();
        var gate = (Gate<T>)(object)proxy;
        (gate.inner, gate.ends) = (inner, ends);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (ends!($"{typeof(T).Name}.{targetMethod!.Name}"))
        {
            return Never(targetMethod.ReturnType);
        }

        var result = targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        return result is Task<IReadOnlyList<OutboxMessage>> { IsCompletedSuccessfully: true } rows
            ? Task.FromResult<IReadOnlyList<OutboxMessage>>([.. rows.Result.OrderBy(row => (row.DueAt, row.Kind, row.Name))])
            : result;
    }

    private static object Never(Type type)
    {
        if (type == typeof(Task))
        {
            return new TaskCompletionSource().Task;
        }

        var source = typeof(TaskCompletionSource<>).MakeGenericType(type.GenericTypeArguments);
        return source.GetProperty(nameof(TaskCompletionSource.Task))!.GetValue(Activator.CreateInstance(source))!;
    }
}

internal static class Gates
{
    /// <summary>Puts a gate before a port that is registered already.</summary>
    public static IServiceCollection AddGate<T>(this IServiceCollection services, Func<string, bool> ends)
        where T : class
    {
        var store = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(store);
        return services.AddSingleton(provider => Gate<T>.Before(
            (T)(store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)), ends));
    }
}
