using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OutlookAssist.LanguageModels;

/// <summary>Asks several models in their order of preference: the next one when one fails before its first word.</summary>
internal sealed class PreferredChatClient(IReadOnlyList<IChatClient> models, TimeProvider time) : IChatClient
{
    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = (ModelCallOptions)options!;
        ChatMessage[] same = [.. messages];
        for (var index = 0; index < models.Count; index++)
        {
            using var patience = Patience(call, index, cancellationToken);
            await using var updates = models[index].GetStreamingResponseAsync(same, options, patience.Token).GetAsyncEnumerator(patience.Token);
            if (!await BeginsAsync(updates, isLast: index == models.Count - 1, cancellationToken))
            {
                continue;
            }

            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            do
            {
                yield return updates.Current;
            }
            while (await updates.MoveNextAsync());
            yield break;
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var model in models)
        {
            model.Dispose();
        }
    }

    /// <summary>A model that hangs leaves those behind it an equal share of the time.</summary>
    private CancellationTokenSource Patience(ModelCallOptions call, int index, CancellationToken cancellation)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (index < models.Count - 1 && call.Deadline - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            patience.CancelAfter(left / (models.Count - index));
        }

        return patience;
    }

    private static async Task<bool> BeginsAsync(IAsyncEnumerator<ChatResponseUpdate> updates, bool isLast, CancellationToken caller)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        // What one filter blocks is a person's turn and is not tried elsewhere.
        catch (ModelFailureException failure) when (!isLast && failure.Kind is not (ModelFailure.ContentFilter or ModelFailure.Refused))
        {
            return false;
        }
        catch (OperationCanceledException) when (!isLast && !caller.IsCancellationRequested)
        {
            return false;
        }
    }
}
