using System.Net;
using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Chooses what a reader reads among the parts of a message, and lists the rest as attachments.</summary>
internal sealed class MailBody
{
    private readonly Defects defects;
    private readonly HashSet<string> boundaries;
    private readonly List<Passage> passages = [];
    private readonly List<MessageAttachment> attachments = [];

    private MailBody(Defects defects, HashSet<string> boundaries)
    {
        this.defects = defects;
        this.boundaries = boundaries;
    }

    /// <summary>Everything that is not the body, in the order of the message.</summary>
    public IReadOnlyList<MessageAttachment> Attachments => attachments;

    /// <summary>The body: plain text where the message says everything in it, else HTML.</summary>
    public MessageBody Body
    {
        get
        {
            var isText = passages.TrueForAll(passage => passage.Plain is not null && !IsStub(passage));
            var body = new StringBuilder();
            foreach (var passage in passages)
            {
                if (body.Length > 0 && body[^1] != '\n')
                    body.Append('\n');
                body.Append(isText ? passage.Plain : passage.Html ?? $"<pre>{WebUtility.HtmlEncode(passage.Plain)}</pre>");
            }

            return new MessageBody(isText ? "text" : "html", body.ToString());
        }
    }

    /// <summary>Reads the tree of a message.</summary>
    public static MailBody Read(MimePart root, HashSet<string> boundaries, Defects defects)
    {
        var body = new MailBody(defects, boundaries);
        body.Add(root, isFirst: true, parent: string.Empty);
        return body;
    }

    /// <summary>Some programs put a sentence such as "this mail is HTML" in place of the text.</summary>
    private static bool IsStub(Passage passage) =>
        passage is { Html.Length: > 0, Plain.Length: < 200 }
        && (string.IsNullOrWhiteSpace(passage.Plain) || (passage.Html.Length > 2000 && passage.Plain.Contains("html", StringComparison.OrdinalIgnoreCase)));

    private void Add(MimePart part, bool isFirst, string parent)
    {
        var type = part.MediaType;
        if (type == "multipart/alternative" && part.Children.Count > 0)
        {
            AddAlternatives(part);
        }
        else if (type.StartsWith("multipart/", StringComparison.Ordinal) && part.Children.Count > 0)
        {
            if (type is "multipart/encrypted")
                defects.Add(Defects.Encrypted);
            for (var i = 0; i < part.Children.Count; i++)
                Add(part.Children[i], i == 0, type);
        }
        else if (IsBodyText(part, isFirst, parent))
        {
            var text = Read(part);
            if (!string.IsNullOrWhiteSpace(text))
                passages.Add(type == "text/html" ? new Passage(null, text) : new Passage(text, null));
        }
        else if (!type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Attach(part);
        }
    }

    /// <summary>The alternatives say the same; the last of each kind is the best.</summary>
    private void AddAlternatives(MimePart part)
    {
        string? plain = null, html = null;
        foreach (var child in part.Children)
        {
            if (child.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            {
                // HTML with its pictures: its own passage joins the alternative.
                var before = passages.Count;
                Add(child, isFirst: true, "multipart/alternative");
                if (passages.Count <= before)
                    continue;
                plain = passages[before].Plain ?? plain;
                html = passages[before].Html ?? html;
                passages.RemoveAt(before);
            }
            else if (IsAttachment(child) || child.MediaType is not ("text/plain" or "text/html"))
            {
                Attach(child);
            }
            else if (child.MediaType == "text/html")
            {
                html = Read(child);
            }
            else
            {
                plain = Read(child);
            }
        }

        if (plain is not null || html is not null)
            passages.Add(new Passage(plain, html));
    }

    private bool IsBodyText(MimePart part, bool isFirst, string parent)
    {
        if (part.MediaType is not ("text/plain" or "text/html" or "text/enriched" or "text/richtext" or "text/x-amp-html") || IsAttachment(part))
            return false;
        if (part.IsDoubtful && passages.Count > 0)
            return false;
        // Beside a first part, a text with a name is a file, and in related parts everything else is material of the first.
        return isFirst || (parent != "multipart/related" && part.FileName is null);
    }

    private static bool IsAttachment(MimePart part) => part.Disposition.Value == "attachment";

    private string Read(MimePart part)
    {
        var bytes = TransferEncoding.Decode(part.Body.Span, part.TransferEncoding, defects);
        var text = Charsets.Decode(bytes, part.Type["charset"] ?? (part.MediaType == "text/html" ? CharsetInHtml(bytes) : null), defects);
        if (defects.Sentences.Contains(Defects.Truncated))
            text = WithoutDelimiters(text);
        return part.Type["format"] is { } format && format.Equals("flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Unwrap(text, string.Equals(part.Type["delsp"], "yes", StringComparison.OrdinalIgnoreCase))
            : text;
    }

    /// <summary>A line that is exactly a delimiter of this message is never text.</summary>
    private string WithoutDelimiters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            var bare = line.AsSpan().TrimEnd();
            if (bare.StartsWith("--", StringComparison.Ordinal) && (boundaries.Contains(bare[2..].ToString()) || (bare.EndsWith("--", StringComparison.Ordinal) && bare.Length > 4 && boundaries.Contains(bare[2..^2].ToString()))))
                continue;
            kept.Append(line).Append('\n');
        }

        kept.Length--;
        return kept.ToString();
    }

    private void Attach(MimePart part)
    {
        var type = part.MediaType;
        var name = part.FileName;
        if (type is "application/ms-tnef" or "application/vnd.ms-tnef" || string.Equals(name, "winmail.dat", StringComparison.OrdinalIgnoreCase))
            defects.Add(Defects.Tnef);
        if (type is "application/pkcs7-mime" or "application/x-pkcs7-mime" && part.Type["smime-type"] is null or "enveloped-data")
            defects.Add(Defects.Encrypted);
        attachments.Add(new MessageAttachment(name, type, TransferEncoding.Measure(part.Body.Span, part.TransferEncoding)));
    }

    private static string? CharsetInHtml(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        var at = head.IndexOf("charset="u8);
        if (at < 0)
            return null;
        var value = head[(at + 8)..].TrimStart("\"' "u8);
        var end = value.IndexOfAny("\"'> ;/"u8);
        var name = end < 0 ? null : Encoding.Latin1.GetString(value[..end]);
        return name is { Length: > 0 } && Charsets.IsKnown(name) ? name : null;
    }

    /// <summary>A stretch of the body in one or both forms.</summary>
    private readonly record struct Passage(string? Plain, string? Html);
}
