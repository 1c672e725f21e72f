using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Jobs;

/// <summary>Lets a person try work again that was given up, or let it go for good.</summary>
internal sealed class RescueDeadJob(OutlookAssistDatabase database, IServiceProvider services, IEnumerable<JobKind> kinds, JobQueue queue, TimeProvider time)
{
    /// <summary>Puts the job back into the queue as if it were new.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using (var transaction = await database.BeginWriteAsync(cancellation))
        {
            if (await FindAsync(id, caller, cancellation) is not { } job)
            {
                return NotFound();
            }

            if (kinds.FirstOrDefault(kind => kind.Name == job.Kind) is not { } kind)
            {
                return Problems.Conflict("This version of the product does not know this kind of work. Discard it.");
            }

            try
            {
                await kind.ReviveAsync(services, job.Payload, cancellation);
            }
            catch (JobRejectedException rejected)
            {
                return Problems.Conflict($"It cannot be tried again: {rejected.Message}");
            }

            var now = time.GetUtcNow().UtcTicks;
            (job.State, job.Attempts, job.Crashes, job.Reason) = (JobState.Queued, 0, 0, null);
            (job.CreatedTicks, job.SetTicks, job.RunAfterTicks, job.OrderTicks) = (now, now, now, JobPlace.OrderOf(now, job.Priority));
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        queue.Wake();
        return TypedResults.NoContent();
    }

    /// <summary>Forgets the job.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(long id, Caller caller, CancellationToken cancellation) =>
        await database.ExecuteAsync("DELETE FROM Jobs WHERE Id = $id AND Organisation = $organisation AND State = 2", cancellation, ("$id", id), ("$organisation", caller.Organisation)) == 1
            ? TypedResults.NoContent()
            : NotFound();

    private Task<Job?> FindAsync(long id, Caller caller, CancellationToken cancellation) =>
        database.Set<Job>().FirstOrDefaultAsync(job => job.Id == id && job.Organisation == caller.Organisation && job.State == JobState.Dead, cancellation);

    private static ProblemHttpResult NotFound() => Problems.NotFound("There is no work with this identifier that was given up.");
}
