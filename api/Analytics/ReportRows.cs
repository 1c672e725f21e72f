using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Mailboxes;
using OutlookAssist.Review;

namespace OutlookAssist.Analytics;

/// <summary>A draft as reports count it.</summary>
internal sealed record DraftRow(string DraftId, long Ticks, string Category, string Sentiment, string Model, int OpenQuestions, double Milliseconds, string? Outcome, double? EditDistance, string? MailboxId);

/// <summary>An item of the review desk as reports count it.</summary>
internal sealed record ItemRow(string MailboxId, string Urgency, string Model, ReviewState State, long ReceivedTicks, long? DraftedTicks, long? DueTicks, long? BreachedTicks, long? DecidedTicks, double? EditDistance)
{
    /// <summary>Whether nobody decided yet.</summary>
    public bool IsOpen => State is ReviewState.Waiting or ReviewState.Escalated;
}

/// <summary>A received mail as reports count it.</summary>
internal sealed record MailRow(string MailboxId, long Ticks, bool IsSkipped);

/// <summary>Everything that a report counts, of one moment.</summary>
internal sealed record ReportRows(IReadOnlyList<DraftRow> Drafts, IReadOnlyList<ItemRow> Items, IReadOnlyList<MailRow> Mails, IReadOnlyDictionary<string, string> Mailboxes)
{
    /// <summary>Reads the rows of an organisation: what happened in the range, and whatever is open now.</summary>
    public static async Task<ReportRows> ReadAsync(OutlookAssistDatabase database, string organisation, ReportRange range, CancellationToken cancellation)
    {
        await using var snapshot = await database.BeginReadAsync(cancellation);
        var drafts = await (
            from fact in database.Set<DraftFact>().AsNoTracking()
            where fact.Organisation == organisation && fact.CreatedTicks >= range.From && fact.CreatedTicks < range.To
            join item in database.Set<ReviewItem>().AsNoTracking().Where(item => item.Organisation == organisation) on fact.DraftId equals item.DraftId into items
            from item in items.DefaultIfEmpty()
            select new DraftRow(fact.DraftId, fact.CreatedTicks, fact.Category, fact.Sentiment, fact.Model, fact.OpenQuestions, fact.Milliseconds, fact.Outcome, fact.EditDistance, item == null ? null : item.MailboxId))
            .ToListAsync(cancellation);
        var rows = await database.Set<ReviewItem>().AsNoTracking()
            .Where(item => item.Organisation == organisation
                && (item.State == ReviewState.Waiting || item.State == ReviewState.Escalated
                    || (item.DraftedTicks >= range.From && item.DraftedTicks < range.To) || (item.DueTicks >= range.From && item.DueTicks < range.To)
                    || (item.DecidedTicks >= range.From && item.DecidedTicks < range.To) || (item.BreachedTicks >= range.From && item.BreachedTicks < range.To)))
            .Select(item => new ItemRow(item.MailboxId, item.Urgency, item.Model, item.State, item.ReceivedTicks, item.DraftedTicks, item.DueTicks, item.BreachedTicks, item.DecidedTicks, item.EditDistance))
            .ToListAsync(cancellation);
        var mails = await database.Set<ReceivedMessage>().AsNoTracking()
            .Where(message => message.Organisation == organisation && message.SeenTicks >= range.From && message.SeenTicks < range.To)
            .Select(message => new MailRow(message.MailboxId, message.SeenTicks, message.State == MessageState.Skipped)).ToListAsync(cancellation);
        var names = await database.Set<MailboxConnection>().AsNoTracking().Where(mailbox => mailbox.Organisation == organisation)
            .Select(mailbox => new { mailbox.Id, mailbox.Address }).ToDictionaryAsync(mailbox => mailbox.Id, mailbox => mailbox.Address, cancellation);
        return new ReportRows(drafts, rows, mails, names);
    }

    /// <summary>Only what belongs to one mailbox, or to one model.</summary>
    public ReportRows Only(string? mailbox, string? model)
    {
        var rows = this;
        if (mailbox is { Length: > 0 })
        {
            var ofPane = mailbox == CountReport.Pane;
            rows = rows with
            {
                Drafts = [.. rows.Drafts.Where(draft => ofPane ? draft.MailboxId is null : draft.MailboxId == mailbox)],
                Items = [.. rows.Items.Where(item => item.MailboxId == mailbox)],
                Mails = [.. rows.Mails.Where(mail => mail.MailboxId == mailbox)],
            };
        }

        return model is { Length: > 0 }
            ? rows with { Drafts = [.. rows.Drafts.Where(draft => draft.Model == model)], Items = [.. rows.Items.Where(item => item.Model == model)] }
            : rows;
    }
}
