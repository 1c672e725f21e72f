using System.Text;
using OutlookAssist.Mailboxes.Mime;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads a raw RFC 5322 message into the same shape that a mail client hands in, whatever its condition.</summary>
internal static class ParseMessage
{
    private static readonly string[] OnceOnly = ["Subject", "From", "Date", "Message-ID", "To", "Content-Type"];

    /// <summary>Parses a message; null when there is nothing in it but white space.</summary>
    public static ParsedMessage? Parse(ReadOnlyMemory<byte> raw)
    {
        var defects = new Defects();
        if (ReadMessage(raw, defects) is not { } message)
            return null;
        var readable = MessageReader.Read(message);
        return new ParsedMessage(message, readable.NewText, readable.QuotedText, readable.Signature, defects.Sentences, ReadThread.Read(readable));
    }

    /// <summary>The message alone, without dividing its text; null when there is nothing in it but white space.</summary>
    public static Message? ReadMessage(ReadOnlyMemory<byte> raw, Defects defects)
    {
        if (raw.Span.StartsWith("\uFEFF"u8))
            raw = raw[3..];
        if (raw.Span.Trim(" \t\r\n\0"u8).IsEmpty)
            return null;
        var parser = new MimeParser(defects);
        var root = parser.Parse(raw);
        var body = MailBody.Read(root, parser.Boundaries, defects);
        return BuildMessage(root.Header, body, defects);
    }

    private static Message BuildMessage(HeaderBlock header, MailBody body, Defects defects)
    {
        foreach (var name in OnceOnly)
        {
            if (header.Count(name) > 1)
                defects.Add(Defects.RepeatedField);
        }

        var subject = header.First("Subject");
        return new Message(
            InternetMessageId: Text(header.First("Message-ID")),
            Subject: header.Count("Subject") == 0 ? null : EncodedWords.Decode(subject, defects),
            From: AddressList.Parse(header.First("From"), defects).FirstOrDefault() ?? AddressList.Parse(header.First("Sender"), defects).FirstOrDefault(),
            To: AddressList.Parse(header.First("To"), defects),
            Cc: AddressList.Parse(header.First("Cc"), defects),
            ReceivedAt: ReceivedAt(header, defects),
            Headers: AllHeaders(header, defects),
            Body: body.Body,
            Attachments: body.Attachments);
    }

    /// <summary>When the last server took it in, which the sender cannot choose; else the date that the sender states.</summary>
    private static DateTimeOffset? ReceivedAt(HeaderBlock header, Defects defects)
    {
        var received = header.First("Received");
        var semicolon = received.LastIndexOf((byte)';');
        if (semicolon >= 0 && MailDate.Parse(received[(semicolon + 1)..]) is { } arrived)
            return arrived.ToUniversalTime();
        var stated = header.First("Date");
        var date = MailDate.Parse(stated);
        if (date is null && !stated.IsEmpty)
            defects.Add(Defects.WrongDate);
        return date?.ToUniversalTime();
    }

    private static Dictionary<string, string> AllHeaders(HeaderBlock header, Defects defects)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in header.Fields)
        {
            var decoded = EncodedWords.Decode(value, defects);
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}\n{decoded}" : decoded;
        }

        return headers;
    }

    private static string? Text(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Encoding.UTF8.GetString(value).Trim();
}

/// <summary>A parsed message with its three texts, all plain, what was wrong with it, and who said what in its thread, oldest first.</summary>
internal sealed record ParsedMessage(Message Message, string NewText, string QuotedText, string Signature, IReadOnlyList<string> Defects, IReadOnlyList<Turn> Turns);
