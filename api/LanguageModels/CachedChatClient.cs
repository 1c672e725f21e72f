using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;

namespace OutlookAssist.LanguageModels;

/// <summary>Answers an equal question from memory. The question is the masked prompt with its passages, so any change of a cited document or of what the asker may see makes it another one.</summary>
internal sealed class CachedChatClient(IChatClient inner, int size) : DelegatingChatClient(inner)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = size });

    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = (ModelCallOptions)options!;
        ChatMessage[] asked = [.. messages];
        var key = KeyOf(asked, call);
        if (_answers.TryGetValue(key, out string? known))
        {
            call.FromCache = true;
            yield return new ChatResponseUpdate(ChatRole.Assistant, known);
            yield break;
        }

        var whole = new StringBuilder();
        await foreach (var update in base.GetStreamingResponseAsync(asked, options, cancellationToken))
        {
            whole.Append(update.Text);
            yield return update;
        }

        // Only an answer that came to its end is worth keeping.
        _answers.Set(key, whole.ToString(), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
    }

    /// <summary>Forgets every answer.</summary>
    public void Clear() => _answers.Clear();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _answers.Dispose();
        base.Dispose(disposing);
    }

    private static string KeyOf(ChatMessage[] messages, ModelCallOptions call)
    {
        var text = new StringBuilder(call.Caller.Organisation).Append('\0').Append(call.Feature).Append('\0').Append(call.PromptVersion);
        foreach (var message in messages)
        {
            // The marker is new every time and means nothing.
            text.Append('\0').Append(message.Role).Append('\0').Append(message.Text.Replace(call.Marker, "", StringComparison.Ordinal));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
