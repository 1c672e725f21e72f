using System.Text.Json;

namespace OutlookAssist.Jobs;

/// <summary>Binds the name of a payload to its handler.</summary>
/// <param name="Name">The name of the payload's type.</param>
/// <param name="MostAtOnce">How many of them one process runs at once.</param>
/// <param name="HandleAsync">Does the work.</param>
/// <param name="GiveUpAsync">Leaves what it worked on in a state that says so.</param>
/// <param name="ReviveAsync">Undoes that.</param>
internal sealed record JobKind(
    string Name,
    int MostAtOnce,
    Func<IServiceProvider, string, CancellationToken, Task> HandleAsync,
    Func<IServiceProvider, string, CancellationToken, Task> GiveUpAsync,
    Func<IServiceProvider, string, CancellationToken, Task> ReviveAsync)
{
    private const string Unreadable = "The job's payload cannot be read.";

    /// <summary>The kind for <typeparamref name="TPayload"/>.</summary>
    public static JobKind Of<TPayload>(int mostAtOnce) => new(
        typeof(TPayload).Name,
        mostAtOnce,
        (services, payload, cancellation) => Handler<TPayload>(services).HandleAsync(Read<TPayload>(payload), cancellation),
        (services, payload, cancellation) => Handler<TPayload>(services).GiveUpAsync(Read<TPayload>(payload), cancellation),
        (services, payload, cancellation) => Handler<TPayload>(services).ReviveAsync(Read<TPayload>(payload), cancellation));

    private static IJobHandler<TPayload> Handler<TPayload>(IServiceProvider services) => services.GetRequiredService<IJobHandler<TPayload>>();

    private static TPayload Read<TPayload>(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TPayload>(payload) ?? throw new JobRejectedException(Unreadable);
        }
        catch (JsonException)
        {
            throw new JobRejectedException(Unreadable);
        }
    }
}
