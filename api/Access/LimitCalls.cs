using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>Lets each person and each key call so often and no oftener; files and the one person of <c>Local</c> are not counted.</summary>
internal sealed class LimitCalls(RequestDelegate next, IOptions<AccessOptions> options, TimeProvider time)
{
    private const int HighTier = 10;
    private const int MostCallers = 50_000;
    // A page that opens asks several things at once.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(string Organisation, string Person), long> _due = new();

    /// <summary>429 with the seconds to wait when the caller has used up the burst.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is null || context.Features.Get<Caller>() is not { } caller || LimitOf(caller) is not (> 0 and var limit))
        {
            return next(context);
        }

        var wait = Wait((caller.Organisation, caller.Person), TimeSpan.TicksPerMinute / limit);
        if (wait <= TimeSpan.Zero)
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.Create(StatusCodes.Status429TooManyRequests, "rate-limited", $"At most {limit} calls a minute. Wait as long as Retry-After says.").ExecuteAsync(context);
    }

    private int LimitOf(Caller caller) => caller switch
    {
        { IsKey: true, Tier: KeyTier.High } => options.Value.KeyRequestsPerMinute * HighTier,
        { IsKey: true } => options.Value.KeyRequestsPerMinute,
        _ => options.Value.IsLocal ? 0 : options.Value.PersonRequestsPerMinute,
    };

    /// <summary>Each call moves the moment at which the caller has paid for all of them; it may lie ahead by the burst.</summary>
    private TimeSpan Wait((string, string) caller, long cost)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (_due.Count > MostCallers)
        {
            foreach (var entry in _due.Where(entry => entry.Value < now))
            {
                _due.TryRemove(entry);
            }
        }

        while (true)
        {
            var before = _due.GetOrAdd(caller, now);
            var paid = Math.Max(before, now) + cost;
            if (paid - now > Math.Max(Burst.Ticks, cost))
            {
                return TimeSpan.FromTicks(paid - now - Math.Max(Burst.Ticks, cost));
            }

            if (_due.TryUpdate(caller, paid, before))
            {
                return TimeSpan.Zero;
            }
        }
    }
}
