using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace OutlookAssist.LanguageModels;

/// <summary>Retries, their waits, and the circuit of one model: the only place that knows about them.</summary>
internal static class ModelResilience
{
    private const int Retries = 3;
    private const double FailedShare = 0.5;
    private const int FewestCalls = 6;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<DateTimeOffset> Deadline = new("deadline");

    /// <summary>The pipeline of one model; its circuit is its own.</summary>
    public static ResiliencePipeline Pipeline(TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstWait,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is ModelFailureException { IsTransient: true } failure && IsWorthWaiting(failure, attempt.Context, time)),
                DelayGenerator = attempt => ValueTask.FromResult(WaitFor(attempt.Outcome.Exception as ModelFailureException)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = FailedShare,
                MinimumThroughput = FewestCalls,
                SamplingDuration = Window,
                BreakDuration = Break,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is ModelFailureException { IsOutage: true }),
            })
            .Build();

    /// <summary>Runs a request until the deadline; whatever ends it early is a <see cref="ModelFailureException"/>, unless the caller himself went away.</summary>
    public static async Task<T> RunAsync<T>(ResiliencePipeline pipeline, DateTimeOffset deadline, Func<CancellationToken, ValueTask<T>> request, CancellationToken limited, CancellationToken caller)
    {
        var context = ResilienceContextPool.Shared.Get(limited);
        context.Properties.Set(Deadline, deadline);
        try
        {
            return await pipeline.ExecuteAsync(
                async attempt =>
                {
                    try
                    {
                        return await request(attempt.CancellationToken);
                    }
                    catch (OperationCanceledException slow) when (!caller.IsCancellationRequested)
                    {
                        // Said here and not outside, so that the circuit counts it.
                        throw new ModelFailureException(ModelFailure.TimedOut, cause: slow);
                    }
                },
                context);
        }
        catch (BrokenCircuitException open)
        {
            throw new ModelFailureException(ModelFailure.Paused, cause: open);
        }
        catch (OperationCanceledException late) when (!caller.IsCancellationRequested)
        {
            throw new ModelFailureException(ModelFailure.TimedOut, cause: late);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>A wait that outlasts the draft helps nobody.</summary>
    private static bool IsWorthWaiting(ModelFailureException failure, ResilienceContext context, TimeProvider time) =>
        time.GetUtcNow() + (failure.RetryAfter ?? FirstWait) < context.Properties.GetValue(Deadline, DateTimeOffset.MaxValue);

    /// <summary>At least what the model asked for, a little more by chance so that the waiting do not come back together; null is Polly's own backoff.</summary>
    private static TimeSpan? WaitFor(ModelFailureException? failure) =>
        failure?.RetryAfter is { } asked ? asked + (asked * 0.1 * Random.Shared.NextDouble()) : null;
}
