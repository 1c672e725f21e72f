using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Puts jobs into the caller's own transaction, and wakes those who work.</summary>
internal sealed class JobQueue(TimeProvider time)
{
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Adds the job to the context; it exists when the caller's transaction commits. Call <see cref="Wake"/> after that.</summary>
    public void Enqueue<TPayload>(OutlookAssistDatabase database, TPayload payload) => Enqueue(database, payload, new JobPlace(JobPlace.Normal));

    /// <summary>Adds a job that does not run before <paramref name="pause"/> has passed.</summary>
    public void EnqueueAfter<TPayload>(OutlookAssistDatabase database, TPayload payload, TimeSpan pause) =>
        Enqueue(database, payload, new JobPlace(JobPlace.Normal, Pause: pause));

    /// <summary>Adds a job at its place.</summary>
    public void Enqueue<TPayload>(OutlookAssistDatabase database, TPayload payload, JobPlace place)
    {
        var now = time.GetUtcNow().UtcTicks;
        var due = now + Math.Max(0, place.Pause.Ticks);
        database.Add(new Job
        {
            Organisation = place.Organisation ?? OwnerOf<TPayload>.Read(payload) ?? "",
            Kind = typeof(TPayload).Name,
            Payload = JsonSerializer.Serialize(payload),
            Lane = place.Lane,
            State = due > now ? JobState.Waiting : JobState.Queued,
            Priority = Math.Clamp(place.Priority, 0, 100),
            OrderTicks = JobPlace.OrderOf(due, place.Priority),
            CreatedTicks = now,
            SetTicks = now,
            RunAfterTicks = due,
        });
    }

    /// <summary>Adds the job unless the same waits already; the caller's transaction must hold the write lock, so that none begins it meanwhile.</summary>
    public async Task EnqueueOnceAsync<TPayload>(OutlookAssistDatabase database, TPayload payload, CancellationToken cancellation, JobPlace? place = null)
    {
        var (kind, text) = (typeof(TPayload).Name, JsonSerializer.Serialize(payload));
        if (!await database.Set<Job>().AnyAsync(job => (job.State == JobState.Queued || job.State == JobState.Waiting) && job.Kind == kind && job.Payload == text, cancellation))
        {
            Enqueue(database, payload, place ?? new JobPlace(JobPlace.Normal));
        }
    }

    /// <summary>Takes work back, inside the caller's transaction: nobody begins it any more, and who is at it loses the claim.</summary>
    public Task<int> WithdrawAsync<TPayload>(OutlookAssistDatabase database, TPayload payload, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM Jobs WHERE Kind = $kind AND Payload = $payload", cancellation, ("$kind", typeof(TPayload).Name), ("$payload", JsonSerializer.Serialize(payload)));

    /// <summary>Tells the sleeping workers of this process that there is work.</summary>
    public void Wake()
    {
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

    /// <summary>Sleeps until woken or for <paramref name="atMost"/>, whichever is sooner: other processes cannot wake us.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _arrived.WaitAsync(atMost, cancellation);

    /// <summary>Whose work a payload says it is; looked for once a kind.</summary>
    private static class OwnerOf<TPayload>
    {
        private static readonly System.Reflection.PropertyInfo? Organisation = typeof(TPayload).GetProperty("Organisation", typeof(string));

        public static string? Read(TPayload payload) => (string?)Organisation?.GetValue(payload);
    }
}
