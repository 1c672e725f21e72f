namespace OutlookAssist.Review;

/// <summary>Which items a list shows, in which order; every part may be left out.</summary>
/// <param name="State">open (the default), waiting, escalated, claimed, approved, rejected, discarded or all.</param>
/// <param name="Urgency">low, normal, high or critical.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Category">One of the organisation's categories.</param>
/// <param name="Mailbox">The identifier of a mailbox.</param>
/// <param name="Text">Words of the sender or the subject.</param>
/// <param name="Mine">Only what the one who asks has open.</param>
/// <param name="Order">priority (the default), due, newest or oldest.</param>
/// <param name="Limit">1 to 1,000; 100 unless said.</param>
/// <param name="Cursor">Where the page before ended.</param>
internal sealed record ReviewQuery(
    string? State = null, string? Urgency = null, string? Sentiment = null, string? Category = null, string? Mailbox = null,
    string? Text = null, bool? Mine = null, string? Order = null, int? Limit = null, string? Cursor = null);

/// <summary>A page of items; <c>Cursor</c> is null on the last. <c>Me</c> is the one who asks, as claims name people.</summary>
internal sealed record ReviewPage(IReadOnlyList<ReviewSummary> Items, string? Cursor, string Me);
