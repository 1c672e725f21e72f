namespace OutlookAssist.Mailboxes;

/// <summary>A mail taken apart into what its writer says now, what is quoted, and what is only a signature; plain text throughout.</summary>
/// <param name="Message">The mail it was read from.</param>
/// <param name="Text">Everything a reader would see, as plain text with line feeds.</param>
/// <param name="NewText">What this writer wrote this time: never empty when <paramref name="Text"/> has words.</param>
/// <param name="QuotedText">The quoted or forwarded history, empty when there is none.</param>
/// <param name="Signature">The signature block, empty when there is none.</param>
/// <param name="HiddenText">Text that was in the mail but that no reader would see (white on white, size 0, display none, zero width); kept only so that it can be reported.</param>
internal sealed record ReadableMessage(
    Message Message,
    string Text,
    string NewText,
    string QuotedText,
    string Signature,
    string HiddenText);
