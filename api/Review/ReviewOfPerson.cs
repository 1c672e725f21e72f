using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Review;

/// <summary>What the review desk keeps about somebody who wrote: found by opening what is sealed, since no column tells who it was.</summary>
internal sealed class ReviewOfPerson(OutlookAssistDatabase database, SealReview sealing) : IPersonRecords
{
    /// <inheritdoc />
    public string Name => "reviews";

    /// <summary>The words go, the figures stay: they name nobody.</summary>
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var ids = new List<long>();
        await foreach (var item in FindAsync(organisation, address, cancellation))
        {
            ids.Add(item.Id);
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        foreach (var id in ids)
        {
            await database.ExecuteAsync("UPDATE ReviewItems SET Headline = NULL, EditedText = NULL, Comment = NULL, ConversationId = NULL WHERE Id = $id", cancellation, ("$id", id));
        }

        await transaction.CommitAsync(cancellation);
        return ids.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in FindAsync(organisation, address, cancellation))
        {
            var headline = sealing.HeadlineOf(item);
            yield return PersonRecord.Json($"{item.Id}", new
            {
                headline.SenderName,
                headline.SenderAddress,
                headline.Subject,
                ReceivedAt = new DateTime(item.ReceivedTicks, DateTimeKind.Utc),
                State = item.State.ToString().ToLowerInvariant(),
                item.Category,
                item.Urgency,
                item.Sentiment,
                EditedText = sealing.EditedTextOf(item),
                Comment = sealing.CommentOf(item),
            });
        }
    }

    private async IAsyncEnumerable<ReviewItem> FindAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var items = database.Set<ReviewItem>().AsNoTracking().Where(item => item.Organisation == organisation && (item.Headline != null || item.EditedText != null || item.Comment != null));
        await foreach (var item in items.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (string.Equals(sealing.HeadlineOf(item).SenderAddress.Trim(), address, StringComparison.OrdinalIgnoreCase)
                || Names(sealing.EditedTextOf(item)) || Names(sealing.CommentOf(item)))
            {
                yield return item;
            }
        }

        bool Names(string? text) => text?.Contains(address, StringComparison.OrdinalIgnoreCase) == true;
    }
}
