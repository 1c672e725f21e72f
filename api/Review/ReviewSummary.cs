namespace OutlookAssist.Review;

/// <summary>An item as lists and listeners see it.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="State">waiting, escalated, approved, rejected or discarded; whether somebody has it open stands in <paramref name="Claim"/>.</param>
/// <param name="Version">To be sent with a change, so that nobody overwrites what they have not seen.</param>
/// <param name="From">Who wrote the mail.</param>
/// <param name="Subject">What the mail is called.</param>
/// <param name="MailboxId">The mailbox that it came to.</param>
/// <param name="ConversationId">Its thread.</param>
/// <param name="Priority">Higher comes first.</param>
/// <param name="Urgency">low, normal, high or critical.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Category">One of the organisation's categories.</param>
/// <param name="Confidence">How sure the category is, 0…1.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Grounding">answered, partial, unanswered or not-needed.</param>
/// <param name="OpenQuestions">Questions that no document answered.</param>
/// <param name="HasDraft">False where a person must write.</param>
/// <param name="Edited">Whether a reviewer changed the text.</param>
/// <param name="Engine">Who wrote the draft.</param>
/// <param name="ReceivedAt">When the mail arrived.</param>
/// <param name="DraftedAt">When the draft was ready.</param>
/// <param name="DueAt">When it must be decided.</param>
/// <param name="Breached">Whether that moment passed undecided.</param>
/// <param name="EscalatedFor">Why it must not wait, as a code.</param>
/// <param name="Claim">Who has it open; null when nobody has.</param>
/// <param name="Decision">What was decided; null while nothing was.</param>
internal sealed record ReviewSummary(
    long Id,
    string State,
    long Version,
    ReviewSender From,
    string Subject,
    string MailboxId,
    string? ConversationId,
    int Priority,
    string Urgency,
    string Sentiment,
    string Category,
    double Confidence,
    string Language,
    string Grounding,
    int OpenQuestions,
    bool HasDraft,
    bool Edited,
    ReviewEngine Engine,
    DateTime ReceivedAt,
    DateTime? DraftedAt,
    DateTime? DueAt,
    bool Breached,
    string? EscalatedFor,
    ReviewClaim? Claim,
    ReviewDecision? Decision);

/// <summary>Who wrote the mail.</summary>
internal sealed record ReviewSender(string Name, string Address);

/// <summary>Who wrote the draft; both empty where nobody did.</summary>
internal sealed record ReviewEngine(string Provider, string Model);

/// <summary>Who has an item open: <c>Person</c> is compared with one's own, <c>Name</c> is shown, after <c>Until</c> it counts no more.</summary>
internal sealed record ReviewClaim(string Person, string Name, DateTime Until);

/// <summary>What was decided.</summary>
/// <param name="Name">By whom; empty where the product did.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was rejected or discarded, as a code.</param>
/// <param name="EditDistance">The changed share of the draft, 0…1, of an approval.</param>
/// <param name="UndoUntil">Until when it can be taken back; null when that is over.</param>
/// <param name="Delivery">none, pending, saved, removed or failed: what became of the draft in the mailbox.</param>
internal sealed record ReviewDecision(string Name, DateTime At, string? Reason, double? EditDistance, DateTime? UndoUntil, string Delivery);
