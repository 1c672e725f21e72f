using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>Reads the log of the desk as it grows, whichever process writes it, tells open pages, and notices when somebody's time ran out.</summary>
internal sealed partial class WatchReview(IDbContextFactory<OutlookAssistDatabase> databases, IHubContext<ReviewHub> hub, ReviewNews news, ShowItem show, TimeProvider time, ILogger<WatchReview> log) : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BreachPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var (told, breachesAt) = (-1L, DateTimeOffset.MinValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() >= breachesAt)
                {
                    await NoteBreachesAsync(stoppingToken);
                    breachesAt = time.GetUtcNow() + BreachPause;
                }

                told = await TellAsync(told, stoppingToken);
                await news.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database did not answer: what happened meanwhile is still in the log.
                NotTold(log, failure.GetType().FullName ?? "");
                await Task.Delay(BreachPause, time, stoppingToken);
            }
        }
    }

    /// <summary>Tells what happened after <paramref name="told"/> and gives the last thing that is known now; before the first time nothing is news.</summary>
    private async Task<long> TellAsync(long told, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var organisations = news.Organisations;
        if (told < 0 || organisations.Count == 0)
        {
            return await database.Set<ReviewEvent>().MaxAsync(happened => (long?)happened.Id, cancellation) ?? 0;
        }

        var events = await database.Set<ReviewEvent>().AsNoTracking().Where(happened => happened.Id > told).OrderBy(happened => happened.Id).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var group in events.Where(happened => organisations.Contains(happened.Organisation)).GroupBy(happened => happened.Organisation))
        {
            var ids = group.Select(happened => happened.ItemId).Distinct().ToList();
            var items = await database.Set<ReviewItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellation);
            // Several things may have happened to one item: its state is told once, with all their names.
            var lines = group.GroupBy(happened => happened.ItemId).Where(of => items.ContainsKey(of.Key))
                .Select(of => new ReviewNewsLine([.. of.Select(happened => NameOf(happened.Kind)).Distinct()], show.Summary(items[of.Key]))).ToList();
            await hub.Clients.Group(group.Key).SendAsync("itemsChanged", lines, cancellation);
        }

        if (events.Count == MostAtOnce)
        {
            news.Wake();
        }

        return events.Count > 0 ? events[^1].Id : told;
    }

    private async Task NoteBreachesAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcTicks;
        var late = database.Set<ReviewItem>().Where(item => (item.State == ReviewState.Waiting || item.State == ReviewState.Escalated) && item.DueTicks <= now && item.BreachedTicks == null);
        if (!await late.AnyAsync(cancellation))
        {
            return;
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        foreach (var item in await late.Take(MostAtOnce).ToListAsync(cancellation))
        {
            item.BreachedTicks = now;
            database.Record(item, ReviewEventKind.Breached, now);
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string NameOf(ReviewEventKind kind) => kind switch
    {
        ReviewEventKind.Offered => "new",
        ReviewEventKind.DeliveryFailed => "deliveryFailed",
        _ => kind.ToString().ToLowerInvariant(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "What happened on the review desk could not be read: {Exception}")]
    private static partial void NotTold(ILogger log, string exception);
}

/// <summary>One item and what happened to it: new, drafted, escalated, claimed, released, edited, approved, rejected, undone, discarded, breached, delivered or deliveryFailed.</summary>
internal sealed record ReviewNewsLine(IReadOnlyList<string> What, ReviewSummary Item);
