using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Review;

/// <summary>Items end with the mails they are about: their words go, their figures stay for the reports.</summary>
internal sealed class OldReviews(OutlookAssistDatabase database, DiscardItems discard) : IRetainedRecords
{
    private const int AtOnce = 500;

    /// <inheritdoc />
    public string Class => RetentionClass.Mail;

    /// <inheritdoc />
    public async Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation)
    {
        var (purged, limit) = (0, before.UtcTicks);
        while (true)
        {
            await using var transaction = await database.BeginWriteAsync(cancellation);
            var old = await database.Set<ReviewItem>()
                .Where(item => item.Organisation == organisation && item.ReceivedTicks < limit && (item.Headline != null || item.EditedText != null || item.Comment != null || item.State == ReviewState.Waiting || item.State == ReviewState.Escalated))
                .OrderBy(item => item.Id).Take(AtOnce).ToListAsync(cancellation);
            foreach (var item in old)
            {
                if (item.IsOpen)
                {
                    discard.Discard(database, item, DiscardItems.MailGone);
                }

                (item.Headline, item.EditedText, item.Comment) = (null, null, null);
            }

            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            database.ChangeTracker.Clear();
            purged += old.Count;
            if (old.Count < AtOnce)
            {
                return purged;
            }
        }
    }
}
