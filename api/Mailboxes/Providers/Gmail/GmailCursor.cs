using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Gmail;

/// <summary>How far the mailbox was read.</summary>
/// <param name="HistoryId">What happened up to here is known, or will be when the listing is at its end.</param>
/// <param name="Page">The page that is next; null for the first.</param>
/// <param name="IsListing">Whether the mailbox is being listed whole: at the first time, and when its history was forgotten.</param>
/// <param name="At">The label that is next.</param>
internal sealed record GmailCursor(string HistoryId, string? Page, bool IsListing, int At)
{
    /// <summary>Reads what <see cref="Write"/> wrote; null before the first reading.</summary>
    public static GmailCursor? Read(string? cursor) => cursor is null ? null : JsonSerializer.Deserialize<GmailCursor>(cursor);

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
