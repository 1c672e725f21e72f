using System.Text.Json.Serialization;

namespace OutlookAssist.Mailboxes.Providers.Gmail;

/// <summary>The pieces of Gmail's answers that are used; its 64-bit numbers travel as strings.</summary>
internal sealed record GmailMessage(
    string? Id = null,
    string? ThreadId = null,
    IReadOnlyList<string>? LabelIds = null,
    string? InternalDate = null,
    long? SizeEstimate = null,
    string? Raw = null,
    GmailPayload? Payload = null);

/// <summary>The headers that were asked for.</summary>
internal sealed record GmailPayload(IReadOnlyList<GmailHeader>? Headers = null);

/// <summary>A header.</summary>
internal sealed record GmailHeader(string? Name = null, string? Value = null);

/// <summary>A page of mails.</summary>
internal sealed record GmailMessages(IReadOnlyList<GmailMessage>? Messages = null, string? NextPageToken = null);

/// <summary>A thread.</summary>
internal sealed record GmailThread(string? Id = null, IReadOnlyList<GmailMessage>? Messages = null);

/// <summary>A page of what happened.</summary>
internal sealed record GmailHistory([property: JsonPropertyName("history")] IReadOnlyList<GmailEvent>? Events = null, string? NextPageToken = null, string? HistoryId = null);

/// <summary>Something that happened.</summary>
internal sealed record GmailEvent(IReadOnlyList<GmailEventMessage>? MessagesAdded = null, IReadOnlyList<GmailEventMessage>? MessagesDeleted = null, IReadOnlyList<GmailEventMessage>? LabelsAdded = null);

/// <summary>To which mail it happened.</summary>
internal sealed record GmailEventMessage(GmailMessage? Message = null);

/// <summary>Whose mailbox it is, and where it stands.</summary>
internal sealed record GmailProfile(string? EmailAddress = null, string? HistoryId = null);

/// <summary>The labels.</summary>
internal sealed record GmailLabels(IReadOnlyList<GmailLabel>? Labels = null);

/// <summary>A label.</summary>
internal sealed record GmailLabel(string? Id = null, string? Name = null);

/// <summary>A page of drafts.</summary>
internal sealed record GmailDrafts(IReadOnlyList<GmailDraft>? Drafts = null);

/// <summary>A draft; the id of its message changes with every change.</summary>
internal sealed record GmailDraft(string? Id = null, GmailMessage? Message = null);

/// <summary>What a watch was granted.</summary>
internal sealed record GmailWatch(string? HistoryId = null, string? Expiration = null);
