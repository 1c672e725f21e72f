using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class SettleJobTests : IAsyncLifetime
{
    private readonly JobBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_worker_that_comes_back_after_another_took_over_can_change_nothing()
    {
        await bench.EnqueueAsync("contested");
        var (late, current) = await TakenOverAsync();
        Assert.False(await bench.Settle.RenewAsync(late, CancellationToken.None));
        Assert.False(await bench.Settle.RetryAsync(late, TimeSpan.Zero, CancellationToken.None));
        Assert.False(await bench.Settle.BuryAsync(late, "too late", CancellationToken.None));
        Assert.False(await bench.Settle.CompleteAsync(late, CancellationToken.None));
        Assert.Equal(JobState.Running, Assert.Single(await bench.JobsAsync()).State);
        Assert.True(await bench.Settle.CompleteAsync(current, CancellationToken.None));
        Assert.Empty(await bench.JobsAsync());
    }

    [Fact]
    public async Task The_effect_of_a_worker_that_lost_its_job_is_not_committed()
    {
        await bench.EnqueueAsync("contested");
        var (late, _) = await TakenOverAsync();
        await using var database = bench.Open();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        await Assert.ThrowsAsync<JobLostException>(() => SettleJob.CompleteAsync(database, late, CancellationToken.None));
    }

    [Fact]
    public async Task A_job_that_waits_for_its_next_try_is_not_due_before_it_and_keeps_its_place()
    {
        await bench.EnqueueAsync("patient");
        var job = (await bench.ClaimAsync())!;
        await bench.Settle.RetryAsync(job, TimeSpan.FromSeconds(10), CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(await bench.ClaimAsync());
        await bench.EnqueueAsync("newer");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(job.Id, (await bench.ClaimAsync())!.Id);
    }

    [Fact]
    public async Task A_buried_job_stays_with_its_reason_and_is_never_claimed()
    {
        await bench.EnqueueAsync("dead");
        await bench.Settle.BuryAsync((await bench.ClaimAsync())!, "It cannot be done.", CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Null(await bench.ClaimAsync());
        Assert.Equal("It cannot be done.", Assert.Single(await bench.JobsAsync()).Reason);
    }

    private async Task<(Job Late, Job Current)> TakenOverAsync()
    {
        var late = (await bench.ClaimAsync())!;
        bench.Clock.Advance(ClaimJobs.Lease);
        await bench.FreeAsync();
        bench.Clock.Advance(FreeStranded.Silence);
        await bench.FreeAsync();
        return (late, (await bench.ClaimAsync())!);
    }
}
