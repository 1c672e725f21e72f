using OutlookAssist.Access;
using OutlookAssist.Privacy;
using OutlookAssist.Settings;

namespace OutlookAssist.Jobs;

/// <summary>Durable background work: a queue in the database, the workers that empty it, and what a person can do about work that was given up.</summary>
internal static class JobsModule
{
    /// <summary>Registers the queue and its workers.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSettings<JobsOptions>("Jobs");
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<JobQueue>();
        services.AddSingleton<LivingProcess>();
        services.AddSingleton<ClaimJobs>();
        services.AddSingleton<FreeStranded>();
        services.AddSingleton<SettleJob>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<RunJob>();
        services.AddSingleton<QueueFigures>();
        services.AddScoped<CurrentJob>();
        services.AddScoped<BrowseDeadJobs>();
        services.AddScoped<RescueDeadJob>();
        services.AddHostedService<JobRunner>();
        services.AddHostedService<ReleaseIdleMemory>();
        services.AddScoped<IRetainedRecords, OldDeadLetters>();
        return services;
    }

    /// <summary>Registers the handler of one kind of job; <paramref name="mostAtOnce"/> of them run at once in a process, one a core and at least two unless said.</summary>
    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services, int? mostAtOnce = null)
        where THandler : class, IJobHandler<TPayload>
    {
        services.AddScoped<IJobHandler<TPayload>, THandler>();
        services.AddSingleton(JobKind.Of<TPayload>(mostAtOnce ?? Math.Max(2, Environment.ProcessorCount)));
        return services;
    }

    /// <summary>The addresses below <c>/api/jobs</c>.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/api/jobs").WithTags("Run").Allow(Roles.Admin).ProducesProblem(401).ProducesProblem(403);
        jobs.MapGet("/", async (Caller caller, QueueFigures figures, CancellationToken cancellation) => TypedResults.Ok(await figures.ReadAsync(caller.Organisation, cancellation)))
            .WithName("ShowQueues").WithSummary("How much background work waits, runs and was given up, by kind, and for how long the oldest has waited");
        jobs.MapGet("/dead", (int? limit, long? cursor, Caller caller, BrowseDeadJobs browse, CancellationToken cancellation) => browse.HandleAsync(limit, cursor, caller, cancellation))
            .WithName("BrowseDeadJobs").WithSummary("Work that was given up, with the reason, the newest first").ProducesProblem(400);
        jobs.MapPost("/dead/{id:long}/replay", (long id, Caller caller, RescueDeadJob rescue, CancellationToken cancellation) => rescue.ReplayAsync(id, caller, cancellation))
            .RecordAs("job.replayed").WithName("ReplayDeadJob").WithSummary("Try work again that was given up").ProducesProblem(404).ProducesProblem(409);
        jobs.MapDelete("/dead/{id:long}", (long id, Caller caller, RescueDeadJob rescue, CancellationToken cancellation) => rescue.DiscardAsync(id, caller, cancellation))
            .RecordAs("job.discarded").WithName("DiscardDeadJob").WithSummary("Let work go that was given up").ProducesProblem(404);
    }
}
