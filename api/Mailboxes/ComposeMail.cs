using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Writes the mails that the product puts into mailboxes: RFC 5322, the same bytes for the same words, no header from outside that could begin another.</summary>
internal static class ComposeMail
{
    /// <summary>The header that marks a draft of ours; a mail that arrives with it has gone in a circle.</summary>
    public const string DraftHeader = "X-OutlookAssist-Draft";

    private const int LongestLine = 76;
    private const int MostReferences = 100;

    /// <summary>A draft for a person to review: it does not carry Auto-Submitted, since a person sends it.</summary>
    public static byte[] Draft(ReplyDraft reply, string tag) => Write(
        [
            ("From", Addresses([reply.From])),
            ("To", Addresses(reply.To)),
            ("Subject", Words(reply.Subject)),
            ("Date", Date(reply.WrittenAt)),
            ("Message-ID", MessageIdOf(tag, reply.From)),
            ("In-Reply-To", OneLine(reply.Answers.InternetMessageId)),
            ("References", References(reply.References)),
            (DraftHeader, OneLine(tag)),
        ],
        reply.Text,
        reply.Html,
        tag);

    /// <summary>A notice of receipt that a program sends by itself and that says so (RFC 3834).</summary>
    public static byte[] Acknowledgement(ReplyDraft reply, string tag) => Write(
        [
            ("From", Addresses([reply.From])),
            ("To", Addresses(reply.To)),
            ("Subject", Words(reply.Subject)),
            ("Date", Date(reply.WrittenAt)),
            ("Message-ID", MessageIdOf(tag, reply.From)),
            ("In-Reply-To", OneLine(reply.Answers.InternetMessageId)),
            ("References", References(reply.References)),
            ("Auto-Submitted", "auto-replied"),
            ("X-Auto-Response-Suppress", "All"),
        ],
        reply.Text,
        reply.Html,
        tag);

    /// <summary>The Message-ID that a tag always gives: a second try is recognised by it.</summary>
    public static string MessageIdOf(string tag, MailAddress from)
    {
        var domain = from.Address?.Split('@')[^1];
        return $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag)))[..32]}@{(string.IsNullOrEmpty(domain) || !domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') ? "outlookassist.invalid" : domain)}>";
    }

    private static byte[] Write(IEnumerable<(string Name, string Value)> fields, string text, string html, string tag)
    {
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("boundary " + tag)))[..32];
        var mail = new StringBuilder();
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            mail.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        mail.Append("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        Part(mail, boundary, "text/plain", text);
        Part(mail, boundary, "text/html", html);
        mail.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static void Part(StringBuilder mail, string boundary, string type, string text)
    {
        mail.Append("--").Append(boundary).Append("\r\nContent-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        mail.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static string Addresses(IEnumerable<MailAddress> addresses) => string.Join(",\r\n ", addresses.Select(Address).Where(address => address.Length > 0));

    private static string Address(MailAddress address)
    {
        // An address with a blank or a bracket in it could name a second recipient.
        if (address.Address is not { Length: > 0 } plain || plain.Any(letter => letter is <= ' ' or '<' or '>' or ',' or ';' or '"' or '(' or ')' or '\u007F'))
        {
            return "";
        }

        return string.IsNullOrWhiteSpace(address.Name) ? $"<{plain}>" : $"{Phrase(address.Name)} <{plain}>";
    }

    private static string Phrase(string name)
    {
        var line = OneLine(name);
        return line.All(letter => letter is >= ' ' and < '\u007F') && line.Length < LongestLine
            ? $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Words(line);
    }

    /// <summary>Header text; anything but short plain ASCII becomes encoded words (RFC 2047), each whole in itself.</summary>
    private static string Words(string text)
    {
        var line = OneLine(text);
        if (line.Length < LongestLine && line.All(letter => letter is >= ' ' and < '\u007F') && !line.Contains("=?", StringComparison.Ordinal))
        {
            return line;
        }

        const int MostBytes = 42;
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in line.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > MostBytes)
            {
                words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
                word.Clear();
            }

            word.AddRange(bytes);
        }

        words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
        return string.Join("\r\n ", words);
    }

    private static string References(IReadOnlyList<string> references) =>
        string.Join("\r\n ", references.Select(OneLine).Where(id => id is ['<', .., '>'] && id.Length < 900).TakeLast(MostReferences));

    private static string Date(DateTimeOffset moment) => moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static string OneLine(string? text) =>
        text is null ? "" : new string([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]).Trim();
}
