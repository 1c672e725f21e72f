using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;

namespace OutlookAssist.Mailboxes;

/// <summary>Keeps an eye on every connected mailbox: waits for news where the server tells it, renews subscriptions, and asks anyway now and then, since news can get lost.</summary>
internal sealed partial class WatchMailboxes(
    IDbContextFactory<OutlookAssistDatabase> databases,
    OpenMailbox open,
    RequestReading request,
    MailboxTurns turns,
    KnownSubscriptions subscriptions,
    IOptions<MailboxesOptions> options,
    TimeProvider time,
    ILogger<WatchMailboxes> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(28);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Watch> _watches = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Look, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // The database did not answer; the next look may find it free.
                LookFailed(log, failure.GetType().FullName ?? "");
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_watches.Values.Select(watch => watch.Waiting));
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        await using var database = await databases.CreateDbContextAsync(stopping);
        var mailboxes = await database.Set<MailboxConnection>().AsNoTracking().Where(row => row.State == MailboxState.Connected).ToListAsync(stopping);
        foreach (var gone in _watches.Keys.Except(mailboxes.Select(mailbox => mailbox.Id)).ToList())
        {
            _watches.Remove(gone, out var watch);
            await watch!.EndAsync();
        }

        turns.ForgetWaiting();
        var now = time.GetUtcNow();
        foreach (var mailbox in mailboxes)
        {
            if (!_watches.TryGetValue(mailbox.Id, out var watch))
            {
                _watches.Add(mailbox.Id, watch = new Watch(stopping));
                watch.Waiting = WaitAsync(mailbox, watch.Token);
            }

            if (now >= watch.NextPoll)
            {
                watch.NextPoll = now + TimeSpan.FromSeconds(options.Value.PollSeconds);
                await request.HandleAsync(mailbox.Organisation, mailbox.Id, stopping);
            }

            if (now >= watch.NextRenewal && mailbox.RenewSubscriptionTicks <= now.Ticks)
            {
                watch.NextRenewal = now + AfterFailure;
                await SubscribeAsync(mailbox, stopping);
            }
        }
    }

    /// <summary>Stays in the mailbox and asks for a reading whenever it tells of news; returns where a mailbox cannot tell.</summary>
    private async Task WaitAsync(MailboxConnection mailbox, CancellationToken ending)
    {
        await Task.Yield();
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await using var opened = await open.OpenAsync(mailbox, ending);
                while (await WaitOnceAsync(mailbox, opened, ending))
                {
                }

                return;
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                WatchFailed(log, mailbox.Id, (failure as MailboxException)?.Code ?? failure.GetType().FullName ?? "");
                await Task.Delay(AfterFailure, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False where waiting ends at once without news: such a mailbox is only asked.</summary>
    private async Task<bool> WaitOnceAsync(MailboxConnection mailbox, IMailbox opened, CancellationToken ending)
    {
        var begun = time.GetTimestamp();
        if (await opened.WaitForNewsAsync(LongestWait, ending))
        {
            await request.HandleAsync(mailbox.Organisation, mailbox.Id, ending);
            return true;
        }

        return time.GetElapsedTime(begun) > Look;
    }

    private async Task SubscribeAsync(MailboxConnection mailbox, CancellationToken stopping)
    {
        try
        {
            await using var opened = await open.OpenAsync(mailbox, stopping);
            var subscription = await opened.SubscribeAsync(mailbox.Subscription, stopping);
            await using var database = await databases.CreateDbContextAsync(stopping);
            if (await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == mailbox.Id && row.State == MailboxState.Connected, stopping) is not { } row)
            {
                return;
            }

            (row.Subscription, row.RenewSubscriptionTicks) = (subscription?.Subscription, subscription?.RenewAt.UtcTicks ?? DateTimeOffset.MaxValue.Ticks);
            await database.SaveChangesAsync(stopping);
            subscriptions.Forget();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Polling goes on meanwhile; the next look tries again.
            SubscriptionFailed(log, mailbox.Id, (failure as MailboxException)?.Code ?? failure.GetType().FullName ?? "");
        }
    }

    private sealed class Watch(CancellationToken stopping)
    {
        private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        public CancellationToken Token => _ending.Token;

        public Task Waiting { get; set; } = Task.CompletedTask;

        public DateTimeOffset NextPoll { get; set; }

        public DateTimeOffset NextRenewal { get; set; }

        public async Task EndAsync()
        {
            await _ending.CancelAsync();
            await Waiting;
            _ending.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mailboxes could not be looked at: {Exception}")]
    private static partial void LookFailed(ILogger log, string exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Id} does not tell of news ({Code}); it is asked now and then")]
    private static partial void WatchFailed(ILogger log, string id, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The subscription of mailbox {Id} could not be renewed: {Code}")]
    private static partial void SubscriptionFailed(ILogger log, string id, string code);
}
