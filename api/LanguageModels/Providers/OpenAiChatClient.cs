using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace OutlookAssist.LanguageModels.Providers;

/// <summary>Completions from OpenAI, Azure OpenAI or a compatible server; text only, no tools.</summary>
internal sealed class OpenAiChatClient(ChatClient client, ModelChoice choice) : IChatClient
{
    // Set once a server has refused strict schemas, so that only the first call pays for finding out.
    private volatile bool _lacksSchemas;

    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = options as ModelCallOptions;
        if (call is not null)
        {
            call.Choice = choice;
        }

        OpenAI.Chat.ChatMessage[] wire = [.. messages.Select(Translate)];
        await using var updates = new Attempt(this, wire, options, cancellationToken);
        var isComplete = false;
        while (await updates.NextAsync(call) is { } update)
        {
            isComplete |= update.FinishReason is not null;
            yield return Translate(update);
        }

        if (!isComplete)
        {
            // A stream that ends without saying why was cut; half an answer is none.
            throw new ModelFailureException(updates.Count == 0 ? ModelFailure.Malformed : ModelFailure.Unreachable);
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static OpenAI.Chat.ChatMessage Translate(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text) : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text) : new UserChatMessage(message.Text);

    private static ChatResponseUpdate Translate(StreamingChatCompletionUpdate update)
    {
        if (update.RefusalUpdate is { Length: > 0 })
        {
            throw new ModelFailureException(ModelFailure.Refused);
        }

        if (update.FinishReason is OpenAI.Chat.ChatFinishReason.ContentFilter or OpenAI.Chat.ChatFinishReason.Length)
        {
            throw new ModelFailureException(update.FinishReason == OpenAI.Chat.ChatFinishReason.Length ? ModelFailure.TooLong : ModelFailure.ContentFilter);
        }

        var translated = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)));
        if (update.Usage is { } usage)
        {
            translated.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount }));
        }

        return translated;
    }

    private ChatCompletionOptions Settings(ChatOptions? options)
    {
        var settings = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens, Temperature = options?.Temperature };
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json)
        {
            settings.ResponseFormat = _lacksSchemas
                ? OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat()
                : OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true);
        }

        return settings;
    }

    /// <summary>The stream of one request, and of a second one where the server turns out to know no schemas.</summary>
    private sealed class Attempt(OpenAiChatClient owner, OpenAI.Chat.ChatMessage[] messages, ChatOptions? options, CancellationToken cancellation) : IAsyncDisposable
    {
        private IAsyncEnumerator<StreamingChatCompletionUpdate>? _updates;

        public int Count { get; private set; }

        public async Task<StreamingChatCompletionUpdate?> NextAsync(ModelCallOptions? call)
        {
            WireLog.Begin(call?.Sent);
            try
            {
                try
                {
                    return await MoveAsync();
                }
                catch (ClientResultException refused) when (Count == 0 && !owner._lacksSchemas && options?.ResponseFormat is ChatResponseFormatJson && SpeaksOfFormat(refused))
                {
                    owner._lacksSchemas = true;
                    _updates = null;
                    return await MoveAsync();
                }
            }
            catch (Exception thrown) when (OpenAiFailures.Of(thrown) is { } failure)
            {
                throw failure;
            }
        }

        public ValueTask DisposeAsync() => _updates?.DisposeAsync() ?? ValueTask.CompletedTask;

        private async Task<StreamingChatCompletionUpdate?> MoveAsync()
        {
            _updates ??= owner.Client.CompleteChatStreamingAsync(messages, owner.Settings(options), cancellation).GetAsyncEnumerator(cancellation);
            if (!await _updates.MoveNextAsync())
            {
                return null;
            }

            Count++;
            return _updates.Current;
        }

        private static bool SpeaksOfFormat(ClientResultException refused) =>
            refused.Status is 400 or 422 && refused.GetRawResponse()?.Content.ToString() is { } body && (body.Contains("response_format", StringComparison.Ordinal) || body.Contains("json_schema", StringComparison.Ordinal));
    }

    private ChatClient Client => client;
}
