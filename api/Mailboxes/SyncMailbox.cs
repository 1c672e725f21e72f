using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Mailboxes;

/// <summary>The job that reads what is new in one mailbox.</summary>
/// <param name="Organisation">The organisation that owns it.</param>
/// <param name="MailboxId">The <see cref="MailboxConnection.Id"/>.</param>
internal sealed record MailboxNews(string Organisation, string MailboxId);

/// <summary>Reads a mailbox from where it was read to, page by page; each page is stored together with the place behind it, so that a crash loses nothing and repeats nothing.</summary>
internal sealed partial class SyncMailbox(
    IDbContextFactory<OutlookAssistDatabase> databases,
    OpenMailbox open,
    StoreArrivals store,
    MailboxTurns turns,
    TimeProvider time,
    ILogger<SyncMailbox> log) : IJobHandler<MailboxNews>
{
    private const int MostPagesAtOnce = 2_000;
    private const long MostBytesAtOnce = 16L << 20;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public async Task HandleAsync(MailboxNews payload, CancellationToken cancellation)
    {
        turns.Begun(payload.MailboxId);
        using var turn = turns.TryTake(payload.MailboxId) ?? throw new JobDeferredException(Soon);
        var mailbox = await FindAsync(payload, cancellation);
        if (mailbox is not { State: MailboxState.Connected })
        {
            return;
        }

        try
        {
            await ReadAsync(mailbox, cancellation);
            await NoteAsync(mailbox, row => (row.SyncedTicks, row.Failures, row.Problem) = (time.GetUtcNow().Ticks, 0, null));
        }
        catch (MailboxException failure)
        {
            MailboxFailed(log, mailbox.Id, mailbox.Kind, failure.Code);
            var failures = await NoteAsync(mailbox, row =>
            {
                (row.Failures, row.Problem) = (row.Failures + 1, failure.Code);
                row.State = failure.NeedsPerson ? MailboxState.Failed : row.State;
            });
            if (!failure.NeedsPerson)
            {
                throw new JobDeferredException(failure.RetryAfter ?? PauseAfter(failures));
            }
        }
    }

    private async Task ReadAsync(MailboxConnection mailbox, CancellationToken cancellation)
    {
        await using var opened = await open.OpenAsync(mailbox, cancellation);
        for (var pages = 0; pages < MostPagesAtOnce; pages++)
        {
            var page = await opened.FetchChangesAsync(mailbox.Cursor, cancellation);
            if (!await TakeAsync(mailbox, opened, page, cancellation) || !page.HasMore)
            {
                return;
            }
        }

        // A mailbox that never ends must let others have their turn.
        throw new JobDeferredException(Soon);
    }

    /// <summary>Downloads what is unknown and stores it; false when somebody else has read on, or the mailbox is to be left alone.</summary>
    private async Task<bool> TakeAsync(MailboxConnection mailbox, IMailbox opened, ChangePage page, CancellationToken cancellation)
    {
        var batch = new List<TakenMail>();
        var bytes = 0L;
        foreach (var found in await store.UnknownAsync(mailbox, page.Messages, cancellation))
        {
            var taken = await DownloadAsync(mailbox, opened, found, cancellation);
            if (taken is null)
            {
                continue;
            }

            batch.Add(taken);
            bytes += taken.Raw?.Length ?? 0;
            if (bytes > MostBytesAtOnce)
            {
                // The place stays where it is: after a crash the rest of the page is read again and these are known.
                await store.StoreAsync(mailbox, batch, mailbox.Cursor, cancellation);
                (batch, bytes) = ([], 0);
            }
        }

        return await store.StoreAsync(mailbox, batch, page.Cursor, cancellation);
    }

    private static async Task<TakenMail?> DownloadAsync(MailboxConnection mailbox, IMailbox opened, FoundMessage found, CancellationToken cancellation)
    {
        if (found.IsDraft)
        {
            return null;
        }

        if (found.ReceivedAt.UtcTicks < mailbox.IgnoreBeforeTicks)
        {
            return new TakenMail(found, null, null, SkippedReasons.TooOld);
        }

        try
        {
            return await opened.DownloadAsync(found.ProviderId, cancellation) is { } raw ? TakenMail.Read(found, raw) : null;
        }
        catch (MailboxException failure) when (failure.Problem is MailboxProblem.TooLarge or MailboxProblem.Refused)
        {
            // One mail that cannot be had must not keep the others waiting.
            return new TakenMail(found, null, null, failure.Problem == MailboxProblem.TooLarge ? SkippedReasons.TooLarge : null);
        }
    }

    private async Task<MailboxConnection?> FindAsync(MailboxNews payload, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.Set<MailboxConnection>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == payload.MailboxId && row.Organisation == payload.Organisation, cancellation);
    }

    private async Task<int> NoteAsync(MailboxConnection mailbox, Action<MailboxConnection> change)
    {
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        if (await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == mailbox.Id && row.State == MailboxState.Connected) is not { } row)
        {
            return 0;
        }

        change(row);
        await database.SaveChangesAsync();
        return row.Failures;
    }

    /// <summary>Doubles with every failure, with jitter, so that many mailboxes of one server do not come back in step.</summary>
    private static TimeSpan PauseAfter(int failures)
    {
        var ceiling = Math.Min(LongestPause.TotalSeconds, ShortestPause.TotalSeconds * Math.Pow(2, Math.Min(failures, 10)));
        return TimeSpan.FromSeconds((ceiling / 2) + (Random.Shared.NextDouble() * ceiling / 2));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Id} ({Kind}) could not be read: {Code}")]
    private static partial void MailboxFailed(ILogger log, string id, string kind, string code);
}
