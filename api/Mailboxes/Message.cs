namespace OutlookAssist.Mailboxes;

/// <summary>A mail as a client hands it in: the shape of <c>message</c> in the public API.</summary>
/// <param name="Id">The client's own identifier of the item, opaque to us.</param>
/// <param name="InternetMessageId">The RFC 5322 Message-ID, angle brackets included.</param>
/// <param name="ConversationId">The client's identifier of the thread, opaque to us.</param>
/// <param name="Subject">The decoded subject.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="To">Visible recipients.</param>
/// <param name="Cc">Visible copies.</param>
/// <param name="ReceivedAt">When it arrived; relative dates in it count from here.</param>
/// <param name="Headers">Header fields by name, compared without case; a repeated field joins its values by a line feed.</param>
/// <param name="Body">The words.</param>
/// <param name="Attachments">Names and sizes only; content is never sent here.</param>
internal sealed record Message(
    string? Id = null,
    string? InternetMessageId = null,
    string? ConversationId = null,
    string? Subject = null,
    MailAddress? From = null,
    IReadOnlyList<MailAddress>? To = null,
    IReadOnlyList<MailAddress>? Cc = null,
    DateTimeOffset? ReceivedAt = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    MessageBody? Body = null,
    IReadOnlyList<MessageAttachment>? Attachments = null);

/// <summary>A mailbox address with its display name.</summary>
internal sealed record MailAddress(string? Name = null, string? Address = null);

/// <summary>The body as it came: <c>ContentType</c> is <c>text</c> or <c>html</c>.</summary>
internal sealed record MessageBody(string? ContentType = null, string? Content = null);

/// <summary>What is known of an attachment without opening it. Size in bytes.</summary>
internal sealed record MessageAttachment(string? Name = null, string? ContentType = null, long? Size = null);
