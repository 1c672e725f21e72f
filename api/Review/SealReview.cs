using System.Text.Json;
using OutlookAssist.Protection;

namespace OutlookAssist.Review;

/// <summary>The words of items are sealed: the database alone tells nobody who wrote or what.</summary>
internal sealed class SealReview(ContentCipher cipher)
{
    /// <summary>Seals what the list shows of the mail.</summary>
    public byte[] Headline(string organisation, long messageId, ReviewHeadline headline) =>
        cipher.Seal(organisation, Place("Headline", messageId), JsonSerializer.SerializeToUtf8Bytes(headline));

    /// <summary>What the list shows of the mail.</summary>
    public ReviewHeadline HeadlineOf(ReviewItem item) => item.Headline is { } content
        ? JsonSerializer.Deserialize<ReviewHeadline>(cipher.Open(item.Organisation, Place("Headline", item.MessageId), content)) ?? ReviewHeadline.Forgotten
        : ReviewHeadline.Forgotten;

    /// <summary>Seals the text that a reviewer made of the draft.</summary>
    public byte[] EditedText(ReviewItem item, string text) => Text(item, nameof(ReviewItem.EditedText), text);

    /// <summary>The text that a reviewer made of the draft; null while nobody did.</summary>
    public string? EditedTextOf(ReviewItem item) => TextOf(item, nameof(ReviewItem.EditedText), item.EditedText);

    /// <summary>Seals what the reviewer said.</summary>
    public byte[] Comment(ReviewItem item, string text) => Text(item, nameof(ReviewItem.Comment), text);

    /// <summary>What the reviewer said; null when nothing.</summary>
    public string? CommentOf(ReviewItem item) => TextOf(item, nameof(ReviewItem.Comment), item.Comment);

    private byte[] Text(ReviewItem item, string column, string text) => cipher.Seal(item.Organisation, Place(column, item.MessageId), System.Text.Encoding.UTF8.GetBytes(text));

    private string? TextOf(ReviewItem item, string column, byte[]? content) =>
        content is null ? null : System.Text.Encoding.UTF8.GetString(cipher.Open(item.Organisation, Place(column, item.MessageId), content));

    // The mail names the row: it is known before the row has a number.
    private static string Place(string column, long messageId) => $"ReviewItems/{column}/{messageId}";
}
