using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Turns the HTML of a mail into the text that its reader sees, and sets aside what the reader cannot see.</summary>
internal static class HtmlText
{
    /// <summary>Characters of HTML that are read; what comes after is left out.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    /// <summary>Reads an HTML body. Never throws, whatever the markup.</summary>
    public static HtmlContent Read(string html)
    {
        var source = html.AsSpan(0, Math.Min(html.Length, MaximumLength));
        var page = new HtmlPage();
        var scanner = new HtmlScanner(source);
        var decoded = new StringBuilder();
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case HtmlTokenKind.Text when scanner.IsRawText:
                    page.AddStyle(scanner.Content);
                    break;
                case HtmlTokenKind.Text:
                    page.Write(Decode(scanner.Content, decoded));
                    break;
                // An address in angle brackets that nobody escaped is text, not an element.
                case HtmlTokenKind.StartTag when scanner.Name.Contains('@'):
                    page.Write($"<{scanner.Name}>");
                    break;
                case HtmlTokenKind.StartTag:
                    page.Open(scanner.Name, scanner.Content, scanner.IsSelfClosing);
                    break;
                case HtmlTokenKind.EndTag:
                    page.Close(scanner.Name);
                    break;
                case HtmlTokenKind.Comment when scanner.Content.StartsWith("[if"):
                    page.WriteHidden(TextOfConditional(scanner.Content));
                    break;
            }
        }

        return page.Finish();
    }

    private static ReadOnlySpan<char> Decode(ReadOnlySpan<char> text, StringBuilder buffer)
    {
        if (!text.Contains('&'))
            return text;
        buffer.Clear();
        HtmlEntities.Decode(text, buffer);
        return buffer.ToString();
    }

    /// <summary>Only one mail program shows what stands in a conditional comment; its words are reported, its settings are not.</summary>
    private static string TextOfConditional(ReadOnlySpan<char> comment)
    {
        var text = new StringBuilder();
        var scanner = new HtmlScanner(comment[(comment.IndexOf('>') + 1)..]);
        var dropped = 0;
        while (scanner.Read())
        {
            if (scanner.Kind == HtmlTokenKind.Text && !scanner.IsRawText && dropped == 0)
                HtmlEntities.Decode(scanner.Content, text);
            else if (scanner.Name.StartsWith("o:", StringComparison.OrdinalIgnoreCase) || HtmlTags.Find(scanner.Name) == HtmlTag.Dropped)
                dropped = Math.Max(0, dropped + (scanner.Kind == HtmlTokenKind.EndTag ? -1 : scanner.IsSelfClosing ? 0 : 1));
        }

        return text.ToString();
    }
}
