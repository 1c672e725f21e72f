using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OutlookAssist.Http;

/// <summary>Turns whatever escaped a handler into a problem that shows neither the exception nor what was sent.</summary>
internal sealed partial class UnhandledExceptions(ILogger<UnhandledExceptions> log) : IExceptionHandler
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Problems.Validation(FieldOf(json), "This field has a value that cannot be read, or the JSON ends early."),
            BadHttpRequestException bad => Problems.Create(bad.StatusCode, Problems.CodeOf(bad.StatusCode), Problems.DetailOf(bad.StatusCode)),
            UnavailableException missing => Problems.Create(503, missing.Code, missing.Message),
            _ => OfStorage(exception) ?? Unexpected(context, exception),
        };
        await problem.ExecuteAsync(context);
        return true;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? OfStorage(Exception exception)
    {
        var sqlite = exception as SqliteException ?? (exception as DbUpdateException)?.InnerException as SqliteException;
        if (sqlite is { SqliteErrorCode: SqliteBusy or SqliteLocked })
        {
            return Problems.Create(503, "storage-busy", "Another program holds the database. Nothing was changed; try again in a moment.");
        }

        const int noSpaceLeft = 28;
        return sqlite is { SqliteErrorCode: SqliteFull } || (exception is IOException io && (io.HResult & 0xFFFF) == noSpaceLeft)
            ? Problems.Create(507, "storage-full", "The disk is full. Nothing was changed; free some space and try again.")
            : null;
    }

    private Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Unexpected(HttpContext context, Exception exception)
    {
        // The message of an exception may quote a mail or a document; its type and place may not.
        var place = exception.StackTrace?.Split('\n', 2)[0].Trim() ?? "";
        Failed(log, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "unknown", exception.GetType().FullName ?? "", place);
        return Problems.Create(500, "internal", Problems.DetailOf(500));
    }

    private static string FieldOf(JsonException json)
    {
        var path = json.Path ?? "$";
        return path.Length > 2 && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..].Split("['", 2)[0] : "body";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed with {Exception} {Place}")]
    private static partial void Failed(ILogger log, string endpoint, string exception, string place);
}
