using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The job queue on a database of its own, with a clock that a test moves and a handler that a test writes.</summary>
internal sealed class JobBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DataDirectory? _other;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _runners = [];

    /// <summary>Creates the database; nothing works on it before <see cref="StartAsync"/>; shared means that another product holds the same folder.</summary>
    public JobBench(Func<Errand, CancellationToken, Task>? work = null, bool isShared = false)
    {
        _other = isShared ? new DataDirectory(Options.Create(new DataOptions { Directory = _folder.Path })) : null;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", _folder.Path)]).Build());
        services.AddLogging();
        services.AddData();
        services.AddJobs();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new ErrandLog(work ?? ((_, _) => throw new InvalidOperationException("No work was expected."))));
        services.AddJob<Errand, ErrandHandler>(mostAtOnce: 2);
        _services = services.BuildServiceProvider();
        using var database = Open();
        database.Database.Migrate();
    }

    /// <summary>Stands still until moved.</summary>
    public FakeClock Clock { get; } = new();

    /// <summary>The queue under test.</summary>
    public JobQueue Queue => _services.GetRequiredService<JobQueue>();

    /// <summary>The file that all of it is in.</summary>
    public string DatabaseFile => Get<DataDirectory>().Database;

    /// <summary>Ends claims.</summary>
    public SettleJob Settle => _services.GetRequiredService<SettleJob>();

    /// <summary>Any service of the bench.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The errands that were given up, in order.</summary>
    public IReadOnlyCollection<Errand> GivenUp => _services.GetRequiredService<ErrandLog>().GivenUp;

    /// <summary>A look into the database.</summary>
    public OutlookAssistDatabase Open() => _services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();

    /// <summary>The jobs that exist.</summary>
    public async Task<IReadOnlyList<Job>> JobsAsync()
    {
        await using var database = Open();
        return await database.Set<Job>().AsNoTracking().OrderBy(job => job.Id).ToListAsync();
    }

    /// <summary>Puts an errand into the queue.</summary>
    public async Task EnqueueAsync(string name, JobPlace? place = null)
    {
        await using var database = Open();
        Queue.Enqueue(database, new Errand(name), place ?? new JobPlace(JobPlace.Normal));
        await database.SaveChangesAsync();
        Queue.Wake();
    }

    /// <summary>Puts a job into the table as some other process left it.</summary>
    public async Task LeaveAsync(Job job)
    {
        await using var database = Open();
        database.Add(job);
        await database.SaveChangesAsync();
        Queue.Wake();
    }

    /// <summary>Claims the next errand as a worker would.</summary>
    public async Task<Job?> ClaimAsync() => (await ClaimAsync(1)).SingleOrDefault();

    /// <summary>Claims several at once.</summary>
    public Task<IReadOnlyList<Job>> ClaimAsync(int atMost, string kind = nameof(Errand)) => Get<ClaimJobs>().ClaimAsync(JobRoom.For(kind), atMost, CancellationToken.None);

    /// <summary>Looks for stranded jobs, as the workers do every few seconds.</summary>
    public Task<int> FreeAsync() => Get<FreeStranded>().NowAsync(new HashSet<long>(), CancellationToken.None);

    /// <summary>Lets the workers begin.</summary>
    public async Task StartAsync()
    {
        foreach (var runner in _services.GetServices<IHostedService>())
        {
            _runners.Add(runner);
            await runner.StartAsync(CancellationToken.None);
        }
    }

    /// <summary>Stops the workers in an orderly way.</summary>
    public async Task StopAsync()
    {
        foreach (var runner in _runners)
        {
            await runner.StopAsync(CancellationToken.None);
        }

        _runners.Clear();
    }

    /// <summary>Waits until the jobs look as wanted, waking the workers meanwhile; fails with what there is.</summary>
    public async Task<IReadOnlyList<Job>> UntilAsync(Func<IReadOnlyList<Job>, bool> wanted)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (await JobsAsync() is var jobs && wanted(jobs))
            {
                return jobs;
            }

            Queue.Wake();
            await Task.Delay(20);
        }

        throw new TimeoutException(string.Join('\n', (await JobsAsync()).Select(job => $"{job.Kind} {job.State} attempts {job.Attempts} {job.Reason}")));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        _other?.Dispose();
        _folder.Dispose();
    }

    private sealed class ErrandHandler(ErrandLog log) : IJobHandler<Errand>
    {
        public Task HandleAsync(Errand payload, CancellationToken cancellation) => log.Work(payload, cancellation);

        public Task GiveUpAsync(Errand payload, CancellationToken cancellation)
        {
            lock (log.GivenUp)
            {
                log.GivenUp.Add(payload);
            }

            return Task.CompletedTask;
        }
    }

    private sealed record ErrandLog(Func<Errand, CancellationToken, Task> Work)
    {
        public List<Errand> GivenUp { get; } = [];
    }
}

/// <summary>The payload of the jobs in these tests.</summary>
internal sealed record Errand(string Name);
