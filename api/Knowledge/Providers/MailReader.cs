using OutlookAssist.Mailboxes;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads a saved mail as a document: its subject as the heading over its text. Attachments are documents of their own.</summary>
internal static class MailReader
{
    /// <summary>Adds the message to the document.</summary>
    public static void Read(byte[] bytes, DocumentBuilder document)
    {
        if (ParseMessage.Parse(bytes)?.Message is not { } message)
            throw ExtractionFailures.NoText();
        var content = message.Body?.Content ?? "";
        // A subject without a text is not worth finding.
        if (string.IsNullOrWhiteSpace(content))
            throw ExtractionFailures.NoText();
        document.Heading(message.Subject ?? "", 1);
        if (string.Equals(message.Body!.ContentType, "html", StringComparison.OrdinalIgnoreCase))
            HtmlReader.ReadFragment(content, document);
        else
            PlainTextReader.Read(content, document);
        document.Title = message.Subject;
    }
}
