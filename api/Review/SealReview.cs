using System.Text;
using System.Text.Json;
using OutlookAssist.Protection;

namespace OutlookAssist.Review;

/// <summary>The words of items are sealed: the database alone tells nobody who wrote or what.</summary>
internal sealed class SealReview(ContentCipher cipher)
{
    /// <summary>Seals what the list shows of the mail.</summary>
    public byte[] Headline(string organisation, long messageId, ReviewHeadline headline) =>
        cipher.Seal(organisation, ReviewTable.Headline.PlaceOf(messageId), JsonSerializer.SerializeToUtf8Bytes(headline));

    /// <summary>What the list shows of the mail.</summary>
    public ReviewHeadline HeadlineOf(ReviewItem item) => item.Headline is { } content
        ? JsonSerializer.Deserialize<ReviewHeadline>(cipher.Open(item.Organisation, ReviewTable.Headline.PlaceOf(item.MessageId), content)) ?? ReviewHeadline.Forgotten
        : ReviewHeadline.Forgotten;

    /// <summary>Seals the text that a reviewer made of the draft.</summary>
    public byte[] EditedText(ReviewItem item, string text) => Text(ReviewTable.EditedText, item, text);

    /// <summary>The text that a reviewer made of the draft; null while nobody did.</summary>
    public string? EditedTextOf(ReviewItem item) => TextOf(ReviewTable.EditedText, item, item.EditedText);

    /// <summary>Seals what the reviewer said.</summary>
    public byte[] Comment(ReviewItem item, string text) => Text(ReviewTable.Comment, item, text);

    /// <summary>What the reviewer said; null when nothing.</summary>
    public string? CommentOf(ReviewItem item) => TextOf(ReviewTable.Comment, item, item.Comment);

    private byte[] Text(SealedColumn column, ReviewItem item, string text) => cipher.Seal(item.Organisation, column.PlaceOf(item.MessageId), Encoding.UTF8.GetBytes(text));

    private string? TextOf(SealedColumn column, ReviewItem item, byte[]? content) =>
        content is null ? null : Encoding.UTF8.GetString(cipher.Open(item.Organisation, column.PlaceOf(item.MessageId), content));
}
