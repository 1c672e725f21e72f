using System.Text.Json;
using System.Text.RegularExpressions;
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
            DamagedException damaged => Damaged(context, damaged),
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

    private Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Damaged(HttpContext context, DamagedException damaged)
    {
        NotAsWritten(log, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "unknown", damaged.Code);
        return Problems.Create(500, damaged.Code, damaged.Message);
    }

    private Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Unexpected(HttpContext context, Exception exception)
    {
        // The message of an exception may quote a mail or a document; its type and place may not.
        var place = exception.StackTrace?.Split('\n', 2)[0].Trim() ?? "";
        Failed(log, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "unknown", exception.GetType().FullName ?? "", place);
        return Problems.Create(500, "internal", Problems.DetailOf(500));
    }

    /// <summary>The path as far as it consists of names of ours: the key of a dictionary was chosen by the sender and may be part of a mail.</summary>
    private static string FieldOf(JsonException json) => OurPath().Match(json.Path ?? "") is { Success: true } match ? match.Groups[1].Value : "body";

    [GeneratedRegex(@"^\$\.([a-z][A-Za-z0-9]*(?:\[[0-9]+\])*(?:\.[a-z][A-Za-z0-9]*(?:\[[0-9]+\])*)*)", RegexOptions.NonBacktracking)]
    private static partial Regex OurPath();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed with {Exception} {Place}")]
    private static partial void Failed(ILogger log, string endpoint, string exception, string place);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} met something that is not as it was written: {Code}")]
    private static partial void NotAsWritten(ILogger log, string endpoint, string code);
}
