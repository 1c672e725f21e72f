using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>Records the calls of the addresses that say so, before they are answered; refusals are gathered and written together.</summary>
internal sealed class RecordCalls(RequestDelegate next, IDbContextFactory<OutlookAssistDatabase> databases, AuditTrail trail, Refusals refusals, TimeProvider time)
{
    private readonly KeyUses _keyUses = new(time);

    /// <summary>Stands around the whole decision of who may call, so that it sees refusals too.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            context.Response.OnStarting(() => RecordAsync(context, endpoint));
        }

        return next(context);
    }

    private async Task RecordAsync(HttpContext context, RouteEndpoint endpoint)
    {
        var status = context.Response.StatusCode;
        var from = context.Connection.RemoteIpAddress;
        if (context.Features.Get<Caller>() is { IsKey: true } key && _keyUses.IsDue(key))
        {
            refusals.Note(new AuditEvent(key, "key.used", $"{context.Request.Method} {endpoint.RoutePattern.RawText}", status, from));
        }

        if (status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            refusals.Note(context.Features.Get<Caller>(), $"{context.Request.Method} {endpoint.RoutePattern.RawText}", status, from);
        }
        else if (endpoint.Metadata.GetMetadata<RecordedAs>() is { } recorded && context.Features.Get<Caller>() is { } caller)
        {
            var target = context.Features.Get<RecordedTarget>()?.Text ?? string.Join('/', context.Request.RouteValues.Where(value => value.Key is "id" or "documentId").Select(value => value.Value));
            var happened = new AuditEvent(caller, recorded.Action, target, status, from);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                // What failed changed nothing, and the database may be why: its line can wait, the answer cannot.
                refusals.Note(happened);
                return;
            }

            await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
            await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
            await trail.AppendAsync(database, happened, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
    }
}
