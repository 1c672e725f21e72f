using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;

namespace OutlookAssist.LanguageModels.Providers;

/// <summary>Turns what the official client throws into a failure of ours.</summary>
internal static class OpenAiFailures
{
    /// <summary>The failure behind an exception; null for one that is none of the model's.</summary>
    public static ModelFailureException? Of(Exception thrown) => thrown switch
    {
        ModelFailureException failure => failure,
        ClientResultException { Status: > 0 } answered => OfAnswer(answered),
        OperationCanceledException => null,
        // The client wraps a lost connection into several layers, and its parser throws what its code happens to throw.
        HttpRequestException or IOException or ClientResultException or AggregateException => new ModelFailureException(ModelFailure.Unreachable, cause: thrown),
        Azure.Identity.AuthenticationFailedException => new ModelFailureException(ModelFailure.Unauthorized, cause: thrown),
        JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or NotSupportedException
            => new ModelFailureException(ModelFailure.Malformed, cause: thrown),
        _ => null,
    };

    private static ModelFailureException OfAnswer(ClientResultException answered)
    {
        var response = answered.GetRawResponse();
        var code = CodeOf(response);
        return answered.Status switch
        {
            401 or 403 => new ModelFailureException(ModelFailure.Unauthorized, cause: answered),
            429 when code == "insufficient_quota" => new ModelFailureException(ModelFailure.QuotaUsedUp, cause: answered),
            429 => new ModelFailureException(ModelFailure.RateLimited, RetryAfter(response), answered),
            400 when code is "content_filter" or "content_policy_violation" => new ModelFailureException(ModelFailure.ContentFilter, cause: answered),
            408 => new ModelFailureException(ModelFailure.TimedOut, cause: answered),
            >= 500 => new ModelFailureException(ModelFailure.ServerError, RetryAfter(response), answered),
            _ => new ModelFailureException(ModelFailure.Rejected, cause: answered),
        };
    }

    private static TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null)
        {
            return null;
        }

        if (response.Headers.TryGetValue("retry-after-ms", out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        return response.Headers.TryGetValue("Retry-After", out text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static string? CodeOf(PipelineResponse? response)
    {
        try
        {
            using var body = JsonDocument.Parse(response?.Content ?? BinaryData.Empty);
            return body.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
