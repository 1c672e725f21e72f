using System.Text.Json;
using Microsoft.Extensions.Options;
using OutlookAssist.Classification;
using OutlookAssist.Http;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace OutlookAssist.Drafting;

/// <summary>Sends a draft as server-sent events while it comes into being.</summary>
internal sealed class DraftStream(HttpResponse response, JsonSerializerOptions json, CancellationToken cancellation) : IDraftObserver
{
    /// <summary>Runs the use case and sends its events; a failure before the first event is an ordinary problem response, a later one an <c>error</c> event.</summary>
    public static async Task RunAsync(HttpContext context, Func<IDraftObserver, Task<Draft>> run)
    {
        var stream = new DraftStream(context.Response, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, context.RequestAborted);
        try
        {
            await stream.SendAsync("done", await run(stream));
        }
        catch (Exception failure) when (context.Response.HasStarted && failure is not OperationCanceledException)
        {
            StreamFailed.Log(context.RequestServices.GetRequiredService<ILogger<DraftStream>>(), failure.GetType().FullName ?? "");
            var problem = failure is UnavailableException missing ? Problems.Create(503, missing.Code, missing.Message) : Problems.Create(500, "internal", Problems.DetailOf(500));
            await stream.SendAsync("error", problem.ProblemDetails);
        }
    }

    /// <inheritdoc />
    public Task StageAsync(string name) => SendAsync("stage", new { name });

    /// <inheritdoc />
    public Task ClassificationAsync(MessageClassification classification) => SendAsync("classification", classification);

    /// <inheritdoc />
    public Task CitationsAsync(IReadOnlyList<Citation> citations) => SendAsync("citations", citations);

    /// <inheritdoc />
    public Task SentenceAsync(DraftSentence sentence) => SendAsync("sentence", sentence);

    private async Task SendAsync<T>(string name, T data)
    {
        if (!response.HasStarted)
        {
            response.ContentType = "text/event-stream";
            response.Headers["X-Accel-Buffering"] = "no";
        }

        await response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, json)}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}

/// <summary>What the log says of a stream that broke.</summary>
internal static partial class StreamFailed
{
    /// <summary>The kind of failure, nothing of the mail.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "A draft stream failed with {Exception}")]
    public static partial void Log(ILogger log, string exception);
}
