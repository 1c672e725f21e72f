using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutlookAssist.LanguageModels.Providers;

namespace OutlookAssist.LanguageModels;

/// <summary>Readiness asks the model's service for its list of models, never for a completion; one that does not answer is a degraded part, since the product stands in for it.</summary>
internal sealed class LanguageModelHealth(ModelDoor door, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    private (DateTimeOffset At, bool Answers)? _last;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!door.IsOn)
        {
            return HealthCheckResult.Healthy();
        }

        // Somebody asks every second; the service need not hear of it each time.
        if (_last is not { } last || time.GetUtcNow() - last.At > Remembered)
        {
            _last = last = (time.GetUtcNow(), await AnyAnswersAsync(cancellationToken));
        }

        if (last.Answers)
        {
            return HealthCheckResult.Healthy();
        }

        const string sentence = "No language model answers. Check LanguageModel:Endpoint and LanguageModel:ApiKey.";
        return door.Options.HasStandIn ? HealthCheckResult.Degraded(sentence) : HealthCheckResult.Unhealthy(sentence);
    }

    private async Task<bool> AnyAnswersAsync(CancellationToken cancellation)
    {
        foreach (var choice in door.Options.For(ModelFeature.Draft))
        {
            using var limit = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            try
            {
                if (await OpenAiClients.AnswersAsync(choice, either.Token))
                {
                    return true;
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested && (failure is OperationCanceledException || OpenAiFailures.Of(failure) is not null))
            {
                // The next one may answer.
            }
        }

        return false;
    }
}
