using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Jobs;

public sealed class JobQueueTests : IAsyncLifetime
{
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
    public async Task Work_that_is_taken_back_is_not_begun_and_whoever_is_at_it_loses_it()
    {
        await bench.EnqueueAsync("unwanted");
        var begun = (await bench.ClaimAsync())!;
        await using (var database = bench.Open())
        {
            Assert.Equal(1, await bench.Queue.WithdrawAsync(database, new Errand("unwanted"), CancellationToken.None));
        }

        Assert.False(await bench.Settle.RenewAsync(begun, CancellationToken.None));
        Assert.Empty(await bench.JobsAsync());
    }
}
