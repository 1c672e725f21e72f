using System.Collections.Concurrent;
using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public class JobRunnerTests
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly ConcurrentQueue<string> done = new();

    [Fact]
    public async Task A_job_is_done_once_and_gone()
    {
        await using var bench = new JobBench(DoAsync);
        await bench.EnqueueAsync("post the letters");
        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs.Count == 0);
        Assert.Equal(["post the letters"], done);
    }

    [Fact]
    public async Task A_failing_job_waits_by_the_clock_and_is_tried_again()
    {
        var tries = 0;
        await using var bench = new JobBench((errand, _) => Interlocked.Increment(ref tries) == 1 ? throw new IOException("secret words of a mail") : DoAsync(errand, default));
        await bench.EnqueueAsync("stubborn");
        await bench.StartAsync();
        var waiting = Assert.Single(await bench.UntilAsync(jobs => jobs is [{ State: JobState.Waiting, Attempts: 1 }]));
        var now = bench.Clock.GetUtcNow().Ticks;
        Assert.InRange(waiting.RunAfterTicks, now, now + TimeSpan.FromSeconds(2).Ticks);
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.UntilAsync(jobs => jobs.Count == 0);
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_job_that_can_never_succeed_is_given_up_at_its_first_try_with_the_reason()
    {
        await using var bench = new JobBench((_, _) => throw new JobRejectedException("The address does not exist."));
        await bench.EnqueueAsync("poison");
        await bench.StartAsync();
        var dead = Assert.Single(await bench.UntilAsync(jobs => jobs is [{ State: JobState.Dead }]));
        Assert.Equal(1, dead.Attempts);
        Assert.Equal("The address does not exist.", dead.Reason);
        Assert.Equal([new Errand("poison")], bench.GivenUp);
    }

    [Fact]
    public async Task A_job_that_fails_every_time_is_given_up_with_a_reason_that_quotes_nothing()
    {
        await using var bench = new JobBench((_, _) => throw new IOException("secret words of a mail"));
        await bench.EnqueueAsync("hopeless");
        await bench.StartAsync();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            await bench.UntilAsync(jobs => jobs is [{ State: JobState.Waiting } job] && job.Attempts == attempt);
            bench.Clock.Advance(LongestPause);
        }

        var dead = Assert.Single(await bench.UntilAsync(jobs => jobs is [{ State: JobState.Dead }]));
        Assert.Equal(5, dead.Attempts);
        Assert.DoesNotContain("secret", dead.Reason, StringComparison.Ordinal);
        Assert.Equal([new Errand("hopeless")], bench.GivenUp);
    }

    [Fact]
    public async Task A_job_that_took_the_process_down_every_time_is_buried_without_another_try()
    {
        await using var bench = new JobBench();
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = """{"Name":"killer"}""", State = JobState.Running, Attempts = 5, Fence = 5, LeaseUntilTicks = bench.Clock.GetUtcNow().Ticks });
        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs is [{ State: JobState.Dead }]);
        Assert.Equal([new Errand("killer")], bench.GivenUp);
    }

    [Fact]
    public async Task What_a_killed_product_was_at_is_taken_up_at_the_next_start_without_waiting_for_its_lease()
    {
        await using var bench = new JobBench(DoAsync);
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = """{"Name":"orphan"}""", State = JobState.Running, Attempts = 1, Fence = 1, LeaseUntilTicks = long.MaxValue });
        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs.Count == 0);
        Assert.Equal(["orphan"], done);
    }

    [Fact]
    public async Task What_another_living_product_on_the_same_data_is_at_stays_with_it()
    {
        await using var bench = new JobBench(DoAsync, isShared: true);
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = """{"Name":"theirs"}""", State = JobState.Running, Attempts = 1, Fence = 1, Owner = bench.Get<LivingProcess>().Name, LeaseUntilTicks = long.MaxValue });
        await bench.StartAsync();
        await bench.EnqueueAsync("ours");
        await bench.UntilAsync(jobs => jobs is [{ State: JobState.Running }]);
        Assert.Equal(["ours"], done);
    }

    [Fact]
    public async Task A_job_whose_payload_cannot_be_read_is_buried_and_does_not_come_back()
    {
        await using var bench = new JobBench(DoAsync);
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = "not JSON" });
        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs is [{ State: JobState.Dead, Attempts: 1 }]);
    }

    [Fact]
    public async Task A_failing_job_does_not_stop_the_others()
    {
        await using var bench = new JobBench((errand, token) => errand.Name.StartsWith("bad", StringComparison.Ordinal) ? throw new InvalidOperationException() : DoAsync(errand, token));
        foreach (var name in new[] { "bad 1", "bad 2", "bad 3", "good" })
        {
            await bench.EnqueueAsync(name);
        }

        await bench.StartAsync();
        await bench.UntilAsync(_ => done.Contains("good"));
    }

    [Fact]
    public async Task A_stop_hands_the_job_back_at_once_and_does_not_count_as_a_failed_try()
    {
        var begun = new TaskCompletionSource();
        await using var bench = new JobBench((_, token) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        await bench.EnqueueAsync("interrupted");
        await bench.StartAsync();
        await begun.Task;
        await bench.StopAsync();
        var job = Assert.Single(await bench.JobsAsync());
        Assert.Equal((JobState.Queued, 0), (job.State, job.Attempts));
        Assert.NotNull(await bench.ClaimAsync());
    }

    [Fact]
    public async Task Work_that_takes_longer_than_its_lease_keeps_it()
    {
        var begun = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var bench = new JobBench((_, _) =>
        {
            begun.TrySetResult();
            return finish.Task;
        });
        await bench.EnqueueAsync("slow");
        await bench.StartAsync();
        await begun.Task;
        var leased = Assert.Single(await bench.JobsAsync()).LeaseUntilTicks;
        for (var minute = 0; minute < 5; minute++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(20));
            leased = Assert.Single(await bench.UntilAsync(jobs => jobs[0].LeaseUntilTicks > leased)).LeaseUntilTicks;
        }

        finish.SetResult();
        await bench.UntilAsync(jobs => jobs.Count == 0);
    }

    [Fact]
    public async Task A_job_that_processes_died_with_runs_alone_so_that_it_takes_nobody_with_it()
    {
        var atOnce = 0;
        var most = 0;
        await using var bench = new JobBench(async (errand, token) =>
        {
            var now = Interlocked.Increment(ref atOnce);
            if (errand.Name == "suspect")
            {
                await Task.Delay(50, token);
                most = Math.Max(most, Math.Max(now, atOnce));
            }

            Interlocked.Decrement(ref atOnce);
            await DoAsync(errand, token);
        });
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = """{"Name":"suspect"}""", Crashes = 2, Attempts = 2 });
        foreach (var number in Enumerable.Range(0, 6))
        {
            await bench.EnqueueAsync($"innocent {number}");
        }

        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs.Count == 0);
        Assert.Equal((7, 1), (done.Count, most));
    }

    [Fact]
    public async Task A_job_that_waits_for_a_silent_mailbox_holds_the_mailboxes_others_and_counts_no_try()
    {
        var tries = 0;
        await using var bench = new JobBench((errand, token) => errand.Name == "other lane" ? DoAsync(errand, token) : Interlocked.Increment(ref tries) == 1 ? throw new JobDeferredException(TimeSpan.FromMinutes(1), holdsLane: true) : DoAsync(errand, token));
        await bench.EnqueueAsync("first", new JobPlace(Lane: "mailbox"));
        await bench.StartAsync();
        await bench.UntilAsync(jobs => jobs is [{ State: JobState.Waiting, Attempts: 0 }]);
        await bench.EnqueueAsync("second", new JobPlace(Lane: "mailbox"));
        await bench.EnqueueAsync("other lane", new JobPlace(Lane: "another mailbox"));
        await bench.UntilAsync(jobs => jobs.Count == 2);
        Assert.Equal(["other lane"], done);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.UntilAsync(jobs => jobs.Count == 0);
    }

    [Fact]
    public async Task Workers_outlive_a_database_that_is_locked_and_finish_what_they_were_at()
    {
        var begun = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var bench = new JobBench(async (errand, token) =>
        {
            begun.TrySetResult();
            await finish.Task;
            await DoAsync(errand, token);
        });
        await bench.EnqueueAsync("first");
        await bench.StartAsync();
        await begun.Task;
        await using (var holder = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={bench.DatabaseFile}"))
        {
            await holder.OpenAsync();
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync();
            finish.SetResult();
            await Task.Delay(200);
            hold.CommandText = "ROLLBACK";
            await hold.ExecuteNonQueryAsync();
        }

        await bench.UntilAsync(jobs => jobs.Count == 0);
        await bench.EnqueueAsync("second");
        await bench.UntilAsync(jobs => jobs.Count == 0);
        Assert.Equal(["first", "second"], done);
    }

    private Task DoAsync(Errand errand, CancellationToken cancellation)
    {
        done.Enqueue(errand.Name);
        return Task.CompletedTask;
    }
}
