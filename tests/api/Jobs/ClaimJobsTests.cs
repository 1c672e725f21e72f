using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class ClaimJobsTests : IAsyncLifetime
{
    private readonly JobBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task Of_equal_jobs_the_oldest_comes_first_and_each_is_claimed_once()
    {
        await bench.EnqueueAsync("first");
        await bench.EnqueueAsync("second");
        Assert.Equal(["first", "second"], Names(await bench.ClaimAsync(1), await bench.ClaimAsync(1), await bench.ClaimAsync(1)));
    }

    [Fact]
    public async Task What_hurries_overtakes_what_came_before_it()
    {
        await bench.EnqueueAsync("calm", new JobPlace(10));
        bench.Clock.Advance(TimeSpan.FromMinutes(20));
        await bench.EnqueueAsync("urgent", new JobPlace(90));
        Assert.Equal(["urgent", "calm"], Names(await bench.ClaimAsync(2)));
    }

    [Fact]
    public async Task However_much_hurries_what_has_waited_long_enough_comes_first()
    {
        await bench.EnqueueAsync("patient", new JobPlace(0));
        bench.Clock.Advance(TimeSpan.FromSeconds((JobPlace.StepSeconds * 100) + 1));
        await bench.EnqueueAsync("urgent", new JobPlace(100));
        Assert.Equal(["patient", "urgent"], Names(await bench.ClaimAsync(2)));
    }

    [Fact]
    public async Task Several_are_claimed_in_one_go_and_no_more_than_asked_for()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await bench.EnqueueAsync(name);
        }

        Assert.Equal(["a", "b"], Names(await bench.ClaimAsync(2)));
        Assert.Equal(["c"], Names(await bench.ClaimAsync(2)));
    }

    [Fact]
    public async Task Many_workers_at_once_claim_every_job_exactly_once()
    {
        for (var number = 0; number < 12; number++)
        {
            await bench.EnqueueAsync($"errand {number}");
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => bench.ClaimAsync(2))));
        Assert.Equal(12, claimed.SelectMany(jobs => jobs).Select(job => job.Id).Distinct().Count());
        Assert.Equal(12, claimed.Sum(jobs => jobs.Count));
    }

    [Fact]
    public async Task A_full_lane_does_not_hold_up_the_others()
    {
        await bench.EnqueueAsync("full 1", new JobPlace(Lane: "mailbox 1"));
        await bench.EnqueueAsync("other", new JobPlace(Lane: "mailbox 2"));
        await bench.EnqueueAsync("free");
        var room = JobRoom.For(nameof(Errand)) with { FullLanes = ["mailbox 1"] };
        Assert.Equal(["other", "free"], Names(await bench.Get<ClaimJobs>().ClaimAsync(room, 10, CancellationToken.None)));
    }

    [Fact]
    public async Task Of_one_lane_no_more_begin_than_may_run_at_once()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await bench.EnqueueAsync(name, new JobPlace(Lane: "mailbox"));
        }

        var room = JobRoom.For(nameof(Errand)) with { MostPerLane = 2 };
        Assert.Equal(["a", "b"], Names(await bench.Get<ClaimJobs>().ClaimAsync(room, 10, CancellationToken.None)));
    }

    [Fact]
    public async Task A_try_is_counted_when_it_begins()
    {
        await bench.EnqueueAsync("counted");
        await bench.ClaimAsync();
        Assert.Equal(1, Assert.Single(await bench.JobsAsync()).Attempts);
    }

    [Fact]
    public async Task A_kind_that_nobody_handles_is_left_alone()
    {
        await bench.EnqueueAsync("foreign");
        Assert.Empty(await bench.ClaimAsync(1, "SomethingElse"));
    }

    [Fact]
    public async Task A_job_for_later_is_not_due_before_its_moment()
    {
        await bench.EnqueueAsync("later", new JobPlace(Pause: TimeSpan.FromSeconds(10)));
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(await bench.ClaimAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await bench.ClaimAsync());
    }

    [Fact]
    public async Task A_job_that_may_begin_at_once_begins_whatever_the_clock_says()
    {
        await bench.EnqueueAsync("now");
        bench.Clock.Set(TimeSpan.FromDays(-1));
        Assert.NotNull(await bench.ClaimAsync());
    }

    private static IEnumerable<string> Names(params IReadOnlyList<Job>[] claims) => claims.SelectMany(jobs => jobs).Select(job => job.Payload.Split('"')[3]);
}
