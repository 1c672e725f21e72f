using System.Collections.Concurrent;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Mailboxes in memory that keep to the port's contract, count what is asked of them, and fail on request.</summary>
internal sealed class FakeMailboxes : IMailboxProvider
{
    /// <summary>The kind under which they are connected.</summary>
    public const string Name = "fake";

    /// <inheritdoc />
    public string Kind => Name;

    /// <summary>The drafts by tag.</summary>
    public ConcurrentDictionary<string, List<ReplyDraft>> Drafts { get; } = new();

    /// <summary>What a thread looks like, by the provider's name of the mail.</summary>
    public ConcurrentDictionary<string, ConversationState> Threads { get; } = new();

    /// <summary>Asked before a draft is accepted.</summary>
    public Func<ReplyDraft, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Asked after it was accepted and before it is acknowledged.</summary>
    public Func<ReplyDraft, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc />
    public (string Field, string Detail)? Examine(MailboxCredentials credentials) => null;

    /// <inheritdoc />
    public Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation) => Task.FromResult<IMailbox>(new Opened(this));

    private sealed class Opened(FakeMailboxes all) : IMailbox
    {
        public Task<MailboxHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(new MailboxHealth(["inbox"], []));

        public Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation) => Task.FromResult(new ChangePage([], [], cursor ?? "0", false));

        public Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

        public Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation) => Task.FromResult(all.Drafts.ContainsKey(tag) ? new SavedDraft(tag, "1") : null);

        public async Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
        {
            await all.Before(reply);
            if (!all.Drafts.ContainsKey(tag))
            {
                all.Drafts.AddOrUpdate(tag, [reply], (_, before) => [.. before, reply]);
                await all.After(reply);
            }

            return new SavedDraft(tag, "1");
        }

        public Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation) => Task.FromResult(all.Drafts.TryRemove(draft.Id, out _) ? DiscardOutcome.Discarded : DiscardOutcome.NotFound);

        public Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation) => Task.FromResult(all.Threads.GetValueOrDefault(message.ProviderId) ?? new ConversationState(false, false, false));

        public Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation) => Task.FromResult(false);

        public Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation) => Task.FromResult<NewsSubscription?>(null);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
