using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutlookAssist.ModelServer;

/// <summary>Completions on the wire: one JSON object, or server-sent pieces; and every way in which they fail.</summary>
internal static class ChatWire
{
    private const int PieceLength = 24;

    /// <summary>Answers one completion request.</summary>
    public static async Task AnswerAsync(HttpContext context, byte[] received, ModelScript script, bool isAzure)
    {
        var fault = script.Take();
        if (await FailedAsync(context, fault, script))
        {
            return;
        }

        var request = JsonNode.Parse(received)!.AsObject();
        var content = fault == Fault.Prose ? "I would rather tell you a story than answer in JSON." : script.Personality.Answer(Prompt.Read(request));
        if (request["stream"]?.GetValue<bool>() == true)
        {
            await StreamAsync(context, request, content, script, fault, isAzure);
            return;
        }

        await PauseAsync(context, script);
        var refused = fault == Fault.Refusal;
        JsonArray choices = fault == Fault.EmptyChoices ? [] :
        [
            new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = refused ? null : fault == Fault.Length ? content[..(content.Length / 2)] : content, ["refusal"] = refused ? "I cannot help with that." : null },
                ["finish_reason"] = FinishOf(fault),
            },
        ];
        await WriteAsync(context, 200, Envelope(request, "chat.completion", choices, Usage(received, content)).ToJsonString());
    }

    /// <summary>The list of models, which readiness asks for.</summary>
    public static Task ModelsAsync(HttpContext context, ModelScript script) => script.Always switch
    {
        Fault.Unauthorized => WriteAsync(context, 401, Error("invalid_api_key", "Incorrect API key provided.")),
        Fault.ServerError => WriteAsync(context, 500, Error("server_error", "The server had an error.")),
        Fault.Hang => Task.Delay(Timeout.Infinite, context.RequestAborted),
        _ => WriteAsync(context, 200, """{"object":"list","data":[{"id":"test","object":"model","created":1,"owned_by":"tests"}]}"""),
    };

    /// <summary>Answers with the failure, when there is one before the first piece.</summary>
    public static async Task<bool> FailedAsync(HttpContext context, Fault fault, ModelScript script)
    {
        switch (fault)
        {
            case Fault.ContentFilter:
                await WriteAsync(context, 400, """{"error":{"code":"content_filter","message":"The response was filtered.","param":"prompt","type":null,"status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"indirect_attack":{"filtered":true,"detected":true}}}}}""");
                return true;
            case Fault.Unauthorized:
                await WriteAsync(context, 401, Error("invalid_api_key", "Incorrect API key provided."));
                return true;
            case Fault.TooManyRequests:
                context.Response.Headers.RetryAfter = Math.Ceiling(script.RetryAfterSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                context.Response.Headers["retry-after-ms"] = (script.RetryAfterSeconds * 1000).ToString(System.Globalization.CultureInfo.InvariantCulture);
                await WriteAsync(context, 429, Error("rate_limit_exceeded", "Rate limit reached."));
                return true;
            case Fault.QuotaUsedUp:
                await WriteAsync(context, 429, Error("insufficient_quota", "You exceeded your current quota."));
                return true;
            case Fault.ServerError:
                await WriteAsync(context, 500, Error("server_error", "The server had an error."));
                return true;
            case Fault.Malformed:
                await WriteAsync(context, 200, "{\"choices\": [ {\"message\": ");
                return true;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            default:
                return false;
        }
    }

    private static async Task StreamAsync(HttpContext context, JsonObject request, string content, ModelScript script, Fault fault, bool isAzure)
    {
        context.Response.ContentType = "text/event-stream";
        if (isAzure)
        {
            await SendAsync(context, request, [], null);
        }

        if (fault == Fault.Refusal)
        {
            await SendAsync(context, request, [Choice(new JsonObject { ["role"] = "assistant", ["refusal"] = "I cannot help with that." }, null)], null);
            content = "";
        }

        var end = fault == Fault.Length ? content.Length / 2 : content.Length;
        var pieces = 0;
        for (var at = 0; at < end && fault != Fault.EmptyChoices; at += PieceLength)
        {
            if (fault is Fault.Cut or Fault.ContentFilterInStream && ++pieces > script.PiecesBeforeTrouble)
            {
                break;
            }

            await PauseAsync(context, script);
            await SendAsync(context, request, [Choice(new JsonObject { ["content"] = content.Substring(at, Math.Min(PieceLength, end - at)) }, null)], null);
        }

        if (fault == Fault.Cut)
        {
            context.Abort();
            return;
        }

        if (fault != Fault.EmptyChoices)
        {
            await SendAsync(context, request, [Choice([], FinishOf(fault))], null);
        }

        if (request["stream_options"]?["include_usage"]?.GetValue<bool>() == true)
        {
            await SendAsync(context, request, [], Usage(JsonSerializer.SerializeToUtf8Bytes(request), content));
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, JsonObject request, JsonArray choices, JsonObject? usage)
    {
        await context.Response.WriteAsync($"data: {Envelope(request, "chat.completion.chunk", choices, usage).ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static JsonObject Choice(JsonObject delta, string? finish) => new() { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish };

    private static JsonObject Envelope(JsonObject request, string kind, JsonArray choices, JsonObject? usage)
    {
        var envelope = new JsonObject { ["id"] = "chatcmpl-test", ["object"] = kind, ["created"] = 1, ["model"] = request["model"]?.GetValue<string>(), ["choices"] = choices, ["a_field_of_tomorrow"] = true };
        if (usage is not null)
        {
            envelope["usage"] = usage;
        }

        return envelope;
    }

    // Four characters a token is what such servers roughly count.
    private static JsonObject Usage(byte[] received, string content) =>
        new() { ["prompt_tokens"] = received.Length / 4, ["completion_tokens"] = content.Length / 4, ["total_tokens"] = (received.Length / 4) + (content.Length / 4) };

    private static string FinishOf(Fault fault) => fault switch { Fault.ContentFilterInStream => "content_filter", Fault.Length => "length", _ => "stop" };

    private static string Error(string code, string message) => new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["type"] = code, ["param"] = null } }.ToJsonString();

    private static Task PauseAsync(HttpContext context, ModelScript script) => script.DelayMilliseconds == 0 ? Task.CompletedTask : Task.Delay(script.DelayMilliseconds, context.RequestAborted);

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
