using System.Reflection;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>
/// Stands before a port: where the process is to end here, the call is never made and never returns; where the disk is slow, others come first. Rows of the outbox, whose ids
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
    private Func<string, Task>? waits;

    /// <param name="inner">The port's store.</param>
    /// <param name="ends">Whether the process ends before an operation of that name.</param>
    /// <param name="waits">What an operation of that name waits for.</param>
    public static T Before(T inner, Func<string, bool> ends, Func<string, Task> waits)
    {
        var proxy = Create<T, Gate<T>>();
        var gate = (Gate<T>)(object)proxy;
        (gate.inner, gate.ends, gate.waits) = (inner, ends, waits);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var operation = $"{typeof(T).Name}.{targetMethod!.Name}";
        if (ends!(operation))
        {
            return Never(targetMethod.ReturnType);
        }

        if (waits!(operation) is not { IsCompleted: false } slow)
        {
            return Do(targetMethod, args);
        }

        return targetMethod.ReturnType == typeof(Task)
            ? AfterAsync(slow, targetMethod, args)
            : After.MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments).Invoke(this, [slow, targetMethod, args]);
    }

    private static readonly MethodInfo After = typeof(Gate<T>).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
        .Single(method => method is { Name: nameof(AfterAsync), IsGenericMethod: true });

    private async Task<TResult> AfterAsync<TResult>(Task slow, MethodInfo method, object?[]? args)
    {
        await slow;
        return await (Task<TResult>)Do(method, args)!;
    }

    private async Task AfterAsync(Task slow, MethodInfo method, object?[]? args)
    {
        await slow;
        await (Task)Do(method, args)!;
    }

    private object? Do(MethodInfo method, object?[]? args)
    {
        var result = method.Invoke(inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
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
    public static IServiceCollection AddGate<T>(this IServiceCollection services, Func<string, bool> ends, Func<string, Task> waits)
        where T : class
    {
        var store = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(store);
        return services.AddSingleton(provider => Gate<T>.Before(
            (T)(store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)), ends, waits));
    }
}
