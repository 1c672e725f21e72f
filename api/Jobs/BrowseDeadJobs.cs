using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Jobs;

/// <summary>Shows the work that was given up, with its reason, the newest first.</summary>
internal sealed class BrowseDeadJobs(OutlookAssistDatabase database)
{
    private const int MostAtOnce = 500;

    /// <summary>One page of the organisation's dead letters.</summary>
    public async Task<Results<Ok<DeadJobList>, ProblemHttpResult>> HandleAsync(int? limit, long? cursor, Caller caller, CancellationToken cancellation)
    {
        if (limit is < 1 or > MostAtOnce)
        {
            return Problems.Validation("limit", $"The limit is 1 to {MostAtOnce}.");
        }

        var size = limit ?? 100;
        var before = cursor ?? long.MaxValue;
        var found = await database.Set<Job>().AsNoTracking()
            .Where(job => job.State == JobState.Dead && job.Organisation == caller.Organisation && job.Id < before)
            .OrderByDescending(job => job.Id).Take(size + 1).ToListAsync(cancellation);
        return TypedResults.Ok(new DeadJobList(
            [.. found.Take(size).Select(job => new DeadJob(job.Id, job.Kind, job.Attempts, job.Reason ?? "", new DateTimeOffset(job.CreatedTicks, TimeSpan.Zero)))],
            found.Count > size ? found[size - 1].Id : null));
    }
}

/// <summary>Dead letters; <c>Cursor</c> asks for the next ones, null at the end.</summary>
internal sealed record DeadJobList(IReadOnlyList<DeadJob> Jobs, long? Cursor);

/// <summary>Work that was given up after so many attempts, and why; nothing of what it was about.</summary>
internal sealed record DeadJob(long Id, string Kind, int Attempts, string Reason, DateTimeOffset CreatedAt);
