using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.Extensions.AI;
using Polly;

namespace OutlookAssist.LanguageModels;

/// <summary>Gives one model its retries, its circuit and its time limit, until its first words; what breaks later is for the caller to mend.</summary>
internal sealed class ResilientChatClient(IChatClient inner, ConcurrencyLimiter places, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly ResiliencePipeline _pipeline = ModelResilience.Pipeline(time);

    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var deadline = ((ModelCallOptions)options!).Deadline;
        var left = deadline - time.GetUtcNow();
        using var limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var place = await TakePlaceAsync(either.Token, cancellationToken);
        await using var updates = await ModelResilience.RunAsync(_pipeline, deadline, token => BeginAsync([.. messages], options, either.Token, token), either.Token, cancellationToken);
        do
        {
            yield return updates.Current;
        }
        while (await MoveAsync(updates, cancellationToken));
    }

    private async Task<RateLimitLease> TakePlaceAsync(CancellationToken limited, CancellationToken caller)
    {
        try
        {
            var place = await places.AcquireAsync(1, limited);
            return place.IsAcquired ? place : throw new ModelFailureException(ModelFailure.Busy);
        }
        catch (OperationCanceledException late) when (!caller.IsCancellationRequested)
        {
            throw new ModelFailureException(ModelFailure.Busy, cause: late);
        }
    }

    /// <summary>An attempt has begun well when its first piece is there; the rest of the stream lives on the draft's own time.</summary>
    private async ValueTask<IAsyncEnumerator<ChatResponseUpdate>> BeginAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken stream, CancellationToken attempt)
    {
        attempt.ThrowIfCancellationRequested();
        var updates = base.GetStreamingResponseAsync(messages, options, stream).GetAsyncEnumerator(stream);
        try
        {
            return await updates.MoveNextAsync() ? updates : throw new ModelFailureException(ModelFailure.Malformed);
        }
        catch
        {
            await updates.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken caller)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException late) when (!caller.IsCancellationRequested)
        {
            throw new ModelFailureException(ModelFailure.TimedOut, cause: late);
        }
    }
}
