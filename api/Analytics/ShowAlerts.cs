using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;
using OutlookAssist.Review;

namespace OutlookAssist.Analytics;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Code">mailbox-failed, mailbox-stuck, subscription-ending, service-level-missed, delivery-failed, work-given-up, queue-stuck, model-failures or model-cost.</param>
/// <param name="Severity">warning or critical.</param>
/// <param name="Subject">The mailbox, kind of work or model that it is about; empty where it is about all.</param>
/// <param name="Detail">A sentence that a person can act on.</param>
/// <param name="Value">The figure behind it.</param>
internal sealed record Alert(string Code, string Severity, string Subject, string Detail, double Value);

/// <summary>What holds now, the worst first; empty when all is well.</summary>
internal sealed record AlertList(DateTime At, IReadOnlyList<Alert> Alerts);

/// <summary>Looks at everything that can go wrong unseen. What is told is about one organisation, and quotes no mail.</summary>
internal sealed class ShowAlerts(OutlookAssistDatabase database, QueueFigures queues, IOptions<AlertOptions> options, TimeProvider time)
{
    private const int FewestCalls = 5;
    private const int FailuresInARow = 3;
    private static readonly string[] Fine = ["answered", "cached", "abandoned"];

    /// <summary>All alerts of this moment.</summary>
    public async Task<Ok<AlertList>> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<Alert> alerts =
        [
            .. await MailboxesAsync(caller.Organisation, now, cancellation),
            .. await ReviewAsync(caller.Organisation, now.UtcTicks, cancellation),
            .. await QueueAsync(caller.Organisation, cancellation),
            .. await ModelsAsync(caller.Organisation, now, cancellation),
        ];
        return TypedResults.Ok(new AlertList(now.UtcDateTime, [.. alerts.OrderBy(alert => alert.Severity, StringComparer.Ordinal).ThenBy(alert => alert.Code, StringComparer.Ordinal)]));
    }

    private async Task<IEnumerable<Alert>> MailboxesAsync(string organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var mailboxes = await database.Set<MailboxConnection>().AsNoTracking().Where(mailbox => mailbox.Organisation == organisation && mailbox.State != MailboxState.Disconnected).ToListAsync(cancellation);
        var limit = TimeSpan.FromMinutes(options.Value.MailboxMinutes);
        return mailboxes.SelectMany(mailbox => Of(mailbox, now, limit));
    }

    private static IEnumerable<Alert> Of(MailboxConnection mailbox, DateTimeOffset now, TimeSpan limit)
    {
        if (mailbox.State == MailboxState.Failed)
        {
            yield return new Alert("mailbox-failed", "critical", mailbox.Address, $"The mailbox does not let us in ({mailbox.Problem ?? "unknown"}). Connect it again.", mailbox.Failures);
        }
        else if (mailbox.State == MailboxState.Connected)
        {
            var silent = now - new DateTimeOffset(Math.Max(mailbox.SyncedTicks, mailbox.ConnectedTicks), TimeSpan.Zero);
            if (silent > limit || mailbox.Failures >= FailuresInARow)
            {
                yield return new Alert("mailbox-stuck", "warning", mailbox.Address, $"The mailbox was last read to its end {Math.Round(silent.TotalMinutes)} minutes ago ({mailbox.Problem ?? "no failure is known"}).", Math.Round(silent.TotalSeconds));
            }

            if (mailbox.RenewSubscriptionTicks > 0 && now.UtcTicks - mailbox.RenewSubscriptionTicks > limit.Ticks)
            {
                yield return new Alert("subscription-ending", "warning", mailbox.Address, "The mailbox should have been asked again for news and was not; it is still read at intervals.", Math.Round(TimeSpan.FromTicks(now.UtcTicks - mailbox.RenewSubscriptionTicks).TotalSeconds));
            }
        }
    }

    private async Task<IEnumerable<Alert>> ReviewAsync(string organisation, long now, CancellationToken cancellation)
    {
        var items = database.Set<ReviewItem>().AsNoTracking().Where(item => item.Organisation == organisation);
        var late = await items.CountAsync(item => (item.State == ReviewState.Waiting || item.State == ReviewState.Escalated) && item.DueTicks < now, cancellation);
        var failed = await items.CountAsync(item => item.Delivery == DeliveryState.Failed, cancellation);
        return new[]
        {
            new Alert("service-level-missed", "critical", "", $"{late} mails wait beyond their service level. Open the review desk.", late),
            new Alert("delivery-failed", "warning", "", $"{failed} decisions could not be brought to their mailbox.", failed),
        }.Where(alert => alert.Value > 0);
    }

    private async Task<IEnumerable<Alert>> QueueAsync(string organisation, CancellationToken cancellation)
    {
        var figures = await queues.ReadAsync(organisation, cancellation);
        var limit = options.Value.QueueMinutes * 60;
        return [
            .. figures.Where(figure => figure.Dead > 0).Select(figure => new Alert("work-given-up", "warning", figure.Kind, $"{figure.Dead} pieces of background work were given up. Look at why, then try them again or let them go.", figure.Dead)),
            .. figures.Where(figure => figure.OldestSeconds > limit).Select(figure => new Alert("queue-stuck", "critical", figure.Kind, $"Background work waits for {Math.Round(figure.OldestSeconds / 60)} minutes.", figure.OldestSeconds)),
        ];
    }

    private async Task<IEnumerable<Alert>> ModelsAsync(string organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var (hour, day) = (now.AddHours(-1).UtcTicks, now.UtcDateTime.Date.Ticks);
        var calls = database.Set<ModelCall>().AsNoTracking().Where(call => call.Organisation == organisation);
        var recent = await calls.Where(call => call.StartedTicks >= hour).GroupBy(call => new { call.Model, call.Outcome })
            .Select(group => new { group.Key.Model, group.Key.Outcome, Count = group.Count() }).ToListAsync(cancellation);
        var cost = await calls.Where(call => call.StartedTicks >= day).SumAsync(call => call.Cost, cancellation);
        var alerts = recent.GroupBy(call => call.Model)
            .Select(group => (Model: group.Key, All: group.Sum(call => call.Count), Failed: group.Where(call => !Fine.Contains(call.Outcome, StringComparer.Ordinal)).Sum(call => call.Count)))
            .Where(model => model.All >= FewestCalls && model.Failed >= model.All * options.Value.ModelFailureShare && model.Failed > 0)
            .Select(model => new Alert("model-failures", "warning", model.Model, $"{model.Failed} of {model.All} calls in the last hour failed.", Math.Round((double)model.Failed / model.All, 4)));
        return options.Value.ModelCostPerDay is { } most && cost > most
            ? alerts.Append(new Alert("model-cost", "warning", "", $"Language models cost {cost:0.00} today, more than the {most:0.00} of Alerts:ModelCostPerDay.", Math.Round(cost, 4)))
            : alerts;
    }
}
