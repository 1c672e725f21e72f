using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class QueueFiguresTests
{
    [Fact]
    public async Task Figures_tell_how_much_waits_runs_and_died_and_for_how_long_the_oldest_could_have_begun()
    {
        await using var bench = new JobBench();
        await bench.EnqueueAsync("begun");
        await bench.ClaimAsync();
        await bench.EnqueueAsync("waiting", new JobPlace(Organisation: "ours"));
        await bench.EnqueueAsync("later", new JobPlace(Pause: TimeSpan.FromHours(1)));
        await bench.LeaveAsync(new Job { Kind = nameof(Errand), Payload = "{}", State = JobState.Dead });
        bench.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(new QueueFigure(nameof(Errand), 1, 1, 1, 1, 90), Assert.Single(await bench.Get<QueueFigures>().ReadAsync(null, CancellationToken.None)));
        Assert.Equal(new QueueFigure(nameof(Errand), 1, 0, 0, 0, 90), Assert.Single(await bench.Get<QueueFigures>().ReadAsync("ours", CancellationToken.None)));
    }
}
