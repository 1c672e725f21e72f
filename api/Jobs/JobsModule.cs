using OutlookAssist.Privacy;

namespace OutlookAssist.Jobs;

/// <summary>Durable background work: a queue in the database and the workers that empty it.</summary>
internal static class JobsModule
{
    /// <summary>Registers the queue and its workers.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<JobQueue>();
        services.AddHostedService<JobRunner>();
        services.AddHostedService<ReleaseIdleMemory>();
        services.AddScoped<IRetainedRecords, OldDeadLetters>();
        return services;
    }

    /// <summary>Registers the handler of one kind of job.</summary>
    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services)
        where THandler : class, IJobHandler<TPayload>
    {
        services.AddScoped<IJobHandler<TPayload>, THandler>();
        services.AddSingleton(JobKind.Of<TPayload>());
        return services;
    }
}
