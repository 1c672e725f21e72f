using System.Text;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads a saved mail as a document: its subject as the heading over its text. Attachments are documents of their own.</summary>
internal static class MailReader
{
    /// <summary>Adds the message to the document.</summary>
    public static void Read(byte[] bytes, DocumentBuilder document)
    {
        // Some programs save a mail as UTF-16, which no mail is on its way.
        if (TextEncodings.IsWide(bytes))
            bytes = Encoding.UTF8.GetBytes(TextEncodings.Decode(bytes));
        if (ParseMessage.Parse(bytes)?.Message is not { } message)
            throw ExtractionFailures.NoText();
        if (message.Headers?.GetValueOrDefault("Content-Type") is { } type && IsEncrypted(type))
            throw ExtractionFailures.Protected("mail");
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

    private static bool IsEncrypted(string contentType) =>
        contentType.StartsWith("multipart/encrypted", StringComparison.OrdinalIgnoreCase)
        || (contentType.Contains("pkcs7-mime", StringComparison.OrdinalIgnoreCase) && contentType.Contains("enveloped-data", StringComparison.OrdinalIgnoreCase));
}
