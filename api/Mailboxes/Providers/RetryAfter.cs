namespace OutlookAssist.Mailboxes.Providers;

/// <summary>Reads how long a service wants to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>The time of the Retry-After header, seconds or date; null without one.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, TimeProvider time) => answer.Headers.RetryAfter switch
    {
        { Delta: { } pause } => pause,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } pause ? pause : TimeSpan.Zero,
        _ => null,
    };
}
