using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class JobQueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly JobBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_job_exists_only_when_its_transaction_commits()
    {
        await using (var database = bench.Open())
        await using (await database.Database.BeginTransactionAsync())
        {
            bench.Queue.Enqueue(database, new Errand("never"));
            await database.SaveChangesAsync();
        }

        Assert.Empty(await bench.JobsAsync());
        Assert.Null(await bench.ClaimAsync());
    }

    [Fact]
    public async Task The_oldest_job_that_is_due_comes_first_and_each_is_claimed_once()
    {
        await bench.EnqueueAsync("first");
        await bench.EnqueueAsync("second");
        Assert.Contains("first", (await bench.ClaimAsync())!.Payload, StringComparison.Ordinal);
        Assert.Contains("second", (await bench.ClaimAsync())!.Payload, StringComparison.Ordinal);
        Assert.Null(await bench.ClaimAsync());
    }

    [Fact]
    public async Task Many_workers_at_once_claim_every_job_exactly_once()
    {
        for (var number = 0; number < 12; number++)
        {
            await bench.EnqueueAsync($"errand {number}");
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(bench.ClaimAsync)));
        Assert.Equal(12, claimed.OfType<Job>().Select(job => job.Id).Distinct().Count());
        Assert.Equal(12, claimed.OfType<Job>().Count());
    }

    [Fact]
    public async Task A_job_that_waits_already_is_not_put_twice_and_one_that_has_begun_is_followed_by_another()
    {
        async Task<int> AskAsync(string name)
        {
            await using var database = bench.Open();
            await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
            await bench.Queue.EnqueueOnceAsync(database, new Errand(name), CancellationToken.None);
            await database.SaveChangesAsync();
            await transaction.CommitAsync(CancellationToken.None);
            return (await bench.JobsAsync()).Count;
        }

        Assert.Equal(1, await AskAsync("same"));
        Assert.Equal(1, await AskAsync("same"));
        Assert.Equal(2, await AskAsync("other"));
        await bench.ClaimAsync();
        Assert.Equal(3, await AskAsync("same"));
    }

    [Fact]
    public async Task A_try_is_counted_when_it_begins()
    {
        await bench.EnqueueAsync("counted");
        await bench.ClaimAsync();
        Assert.Equal(1, Assert.Single(await bench.JobsAsync()).Attempts);
    }

    [Fact]
    public async Task A_job_whose_worker_died_is_taken_over_when_its_lease_ends_and_not_before()
    {
        await bench.EnqueueAsync("orphan");
        await bench.ClaimAsync();
        bench.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await bench.ClaimAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await bench.ClaimAsync())!.Attempts);
    }

    [Fact]
    public async Task A_renewed_lease_keeps_others_away()
    {
        await bench.EnqueueAsync("long");
        var job = (await bench.ClaimAsync())!;
        bench.Clock.Advance(Lease / 2);
        Assert.True(await bench.Queue.RenewAsync(job, CancellationToken.None));
        bench.Clock.Advance(Lease / 2);
        Assert.Null(await bench.ClaimAsync());
    }

    [Fact]
    public async Task A_worker_that_comes_back_after_another_took_over_can_change_nothing()
    {
        await bench.EnqueueAsync("contested");
        var late = (await bench.ClaimAsync())!;
        bench.Clock.Advance(Lease);
        var current = (await bench.ClaimAsync())!;
        Assert.False(await bench.Queue.RenewAsync(late, CancellationToken.None));
        Assert.False(await bench.Queue.RetryAsync(late, bench.Clock.GetUtcNow(), CancellationToken.None));
        Assert.False(await bench.Queue.BuryAsync(late, "too late", CancellationToken.None));
        Assert.False(await bench.Queue.CompleteAsync(late, CancellationToken.None));
        Assert.Equal(JobState.Running, Assert.Single(await bench.JobsAsync()).State);
        Assert.True(await bench.Queue.CompleteAsync(current, CancellationToken.None));
        Assert.Empty(await bench.JobsAsync());
    }

    [Fact]
    public async Task A_job_that_waits_for_its_next_try_is_not_due_before_it()
    {
        await bench.EnqueueAsync("patient");
        var job = (await bench.ClaimAsync())!;
        await bench.Queue.RetryAsync(job, bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(10), CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(await bench.ClaimAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await bench.ClaimAsync());
    }

    [Fact]
    public async Task A_buried_job_stays_with_its_reason_and_is_never_claimed()
    {
        await bench.EnqueueAsync("dead");
        await bench.Queue.BuryAsync((await bench.ClaimAsync())!, "It cannot be done.", CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Null(await bench.ClaimAsync());
        Assert.Equal("It cannot be done.", Assert.Single(await bench.JobsAsync()).Reason);
    }

    [Fact]
    public async Task A_kind_that_nobody_handles_is_left_alone()
    {
        await bench.EnqueueAsync("foreign");
        Assert.Null(await bench.Queue.ClaimAsync(["SomethingElse"], CancellationToken.None));
    }
}
