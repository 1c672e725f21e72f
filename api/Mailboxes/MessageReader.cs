using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads a mail the way its receiver does: the visible text, divided into new words, history and signature.</summary>
internal static class MessageReader
{
    /// <summary>Reads a message. Never throws, whatever the body.</summary>
    public static ReadableMessage Read(Message message)
    {
        var content = message.Body?.Content ?? string.Empty;
        var isForward = IsForward(message.Subject);
        if (string.Equals(message.Body?.ContentType, "html", StringComparison.OrdinalIgnoreCase))
        {
            var html = HtmlText.Read(content);
            return Build(message, html.Text, html.HiddenText, QuotedText.Divide(html.Text, html.Parts, isForward));
        }

        var hidden = new StringBuilder();
        var text = Normalize(content, hidden);
        return Build(message, text, hidden.ToString().TrimEnd(), QuotedText.Divide(text, null, isForward));
    }

    private static ReadableMessage Build(Message message, string text, string hidden, DividedText divided) =>
        new(message, text, divided.NewText, divided.QuotedText, divided.Signature, hidden);

    /// <summary>Line feeds only, no trailing white space, nothing invisible.</summary>
    private static string Normalize(string content, StringBuilder hidden)
    {
        if (content.Length > HtmlText.MaximumLength)
            content = content[..HtmlText.MaximumLength];
        var visible = InvisibleCharacters.AreIn(content) ? InvisibleCharacters.Remove(content, hidden) : content;
        var text = new StringBuilder(visible.Length);
        foreach (var line in visible.AsSpan().EnumerateLines())
            text.Append(line.TrimEnd()).Append('\n');
        return text.Replace('\u00A0', ' ').ToString().Trim();
    }

    private static bool IsForward(string? subject)
    {
        var start = subject.AsSpan().TrimStart();
        foreach (var prefix in ReplyPhrases.ForwardPrefixes)
        {
            if (start.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
