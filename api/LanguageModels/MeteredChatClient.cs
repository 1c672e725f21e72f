using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OutlookAssist.LanguageModels;

/// <summary>Counts every call: refuses those beyond the budget, records the others with tokens, cost and outcome, and shows them to OpenTelemetry. Never a word of their content.</summary>
internal sealed class MeteredChatClient(IChatClient inner, ModelLedger ledger, TimeProvider time) : DelegatingChatClient(inner)
{
    /// <summary>The source of activities with the <c>gen_ai</c> attributes.</summary>
    public static readonly ActivitySource Activities = new("OutlookAssist.LanguageModels");

    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = (ModelCallOptions)options!;
        var measured = new Measured(call, time);
        using var activity = Activities.StartActivity("chat", ActivityKind.Client);
        try
        {
            await measured.WatchAsync(ledger.RefuseBeyondBudgetAsync(call.Caller, cancellationToken));
            await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await measured.WatchAsync(updates))
            {
                yield return updates.Current;
            }
        }
        finally
        {
            // Also when the caller has seen enough or went away: what was sent was sent.
            await ledger.RecordAsync(measured, activity);
        }
    }

    /// <summary>One call while it is being measured.</summary>
    internal sealed class Measured(ModelCallOptions call, TimeProvider time)
    {
        private readonly long _began = time.GetTimestamp();

        public ModelCallOptions Call => call;

        public DateTimeOffset Started { get; } = time.GetUtcNow();

        public long InputTokens { get; private set; }

        public long OutputTokens { get; private set; }

        public double? FirstMilliseconds { get; private set; }

        public double Milliseconds => time.GetElapsedTime(_began).TotalMilliseconds;

        public string Outcome { get; private set; } = "abandoned";

        public async Task WatchAsync(Task permission)
        {
            try
            {
                await permission;
            }
            catch (ModelFailureException failure)
            {
                Outcome = failure.Kind.ToString();
                throw;
            }
        }

        public async ValueTask<bool> WatchAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    Outcome = call.FromCache ? "cached" : "answered";
                    return false;
                }
            }
            catch (ModelFailureException failure)
            {
                Outcome = failure.Kind.ToString();
                throw;
            }

            FirstMilliseconds ??= Milliseconds;
            foreach (var usage in updates.Current.Contents.OfType<UsageContent>())
            {
                InputTokens += usage.Details.InputTokenCount ?? 0;
                OutputTokens += usage.Details.OutputTokenCount ?? 0;
            }

            return true;
        }
    }
}
