using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class FreeStrandedTests : IAsyncLifetime
{
    private readonly JobBench bench = new(isShared: true);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_job_whose_worker_fell_silent_is_taken_over_when_its_lease_has_ended_for_a_while_and_not_before()
    {
        await bench.EnqueueAsync("orphan");
        await bench.ClaimAsync();
        bench.Clock.Advance(ClaimJobs.Lease);
        Assert.Equal(0, await bench.FreeAsync());
        bench.Clock.Advance(FreeStranded.Silence - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await bench.FreeAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await bench.FreeAsync());
        var job = (await bench.ClaimAsync())!;
        Assert.Equal((2, 1), (job.Attempts, job.Crashes));
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_takes_no_job_from_a_living_worker()
    {
        await bench.EnqueueAsync("at work");
        var job = (await bench.ClaimAsync())!;
        bench.Clock.Set(TimeSpan.FromDays(1));
        Assert.Equal(0, await bench.FreeAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(await bench.Settle.RenewAsync(job, CancellationToken.None));
        bench.Clock.Advance(FreeStranded.Silence);
        Assert.Equal(0, await bench.FreeAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_keep_a_dead_workers_job_for_ever()
    {
        await bench.EnqueueAsync("orphan");
        await bench.ClaimAsync();
        bench.Clock.Set(TimeSpan.FromDays(-1));
        Assert.Equal(0, await bench.FreeAsync());
        bench.Clock.Advance(FreeStranded.Silence);
        Assert.Equal(1, await bench.FreeAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_a_job_wait_longer()
    {
        await bench.EnqueueAsync("later", new JobPlace(Pause: TimeSpan.FromMinutes(5)));
        bench.Clock.Set(TimeSpan.FromDays(-1));
        Assert.Equal(1, await bench.FreeAsync());
        Assert.NotNull(await bench.ClaimAsync());
    }

    [Fact]
    public async Task A_dead_process_is_known_by_its_lock_and_not_by_the_clock()
    {
        var late = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = "{}", State = JobState.Running, Owner = Guid.NewGuid().ToString("N"), Fence = 1, LeaseUntilTicks = late });
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = "{}", State = JobState.Running, Owner = bench.Get<LivingProcess>().Name, Fence = 1, LeaseUntilTicks = late });
        Assert.Equal(1, await bench.FreeAsync());
    }

    [Fact]
    public async Task What_this_process_works_on_is_never_taken_from_it()
    {
        await bench.EnqueueAsync("mine");
        var job = (await bench.ClaimAsync())!;
        bench.Clock.Advance(ClaimJobs.Lease);
        for (var looks = 0; looks < 3; looks++)
        {
            Assert.Equal(0, await bench.Get<FreeStranded>().NowAsync(new HashSet<long> { job.Id }, CancellationToken.None));
            bench.Clock.Advance(FreeStranded.Silence);
        }
    }
}
