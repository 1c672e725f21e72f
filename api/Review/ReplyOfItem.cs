using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Protection;

namespace OutlookAssist.Review;

/// <summary>Finds the stored draft of an item, whoever it was written for: a reviewer looks at what others asked for.</summary>
internal sealed class ReplyOfItem(OutlookAssistDatabase database, ContentCipher cipher)
{
    /// <summary>The item with its draft; null when there is no such item, and without a draft where none was written or it is not kept any more.</summary>
    public async Task<ReplyToReview?> FindAsync(string organisation, long id, CancellationToken cancellation)
    {
        var item = await database.Set<ReviewItem>().AsNoTracking().FirstOrDefaultAsync(item => item.Id == id && item.Organisation == organisation, cancellation);
        if (item is null)
        {
            return null;
        }

        var content = item.DraftId is null ? null : await database.Set<StoredDraft>().AsNoTracking()
            .Where(draft => draft.Id == item.DraftId && draft.Organisation == organisation).Select(draft => draft.Content).FirstOrDefaultAsync(cancellation);
        return new ReplyToReview(item, content is null ? null : JsonSerializer.Deserialize<Draft>(cipher.OpenText(organisation, DraftTable.Content.PlaceOf(item.DraftId), content), JsonSerializerOptions.Web));
    }
}

/// <summary>An item and the draft that it is about.</summary>
internal sealed record ReplyToReview(ReviewItem Item, Draft? Draft);
