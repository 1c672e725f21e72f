using System.Collections.Frozen;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads mail HTML as a flat stream of tags and text in one pass, because a tree of a hostile mail can be as deep as the mail is long.</summary>
/// <remarks>Only what a mail client would show matters here, so the scanner never repairs a document: it names tags, hands out attribute text, and moves on.</remarks>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    // What stands in these is never markup, up to their own end tag.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RawTextElements =
        new[] { "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp" }
            .ToFrozenDictionary(name => name, name => name, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> html = html;
    private int position;
    private string? rawTextElement;

    // Once an end tag is missing, looking for it again from every later start would be quadratic.
    private int commentEndMissingFrom = int.MaxValue;
    private int tagEndMissingFrom = int.MaxValue;

    /// <summary>What was read last.</summary>
    public HtmlTokenKind Kind { get; private set; }

    /// <summary>The tag's name as written, without prefix handling; empty for text and comments.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The attributes of a start tag, the characters of a text, or the inside of a comment.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>True when <see cref="Content"/> is the inside of an element such as script, which is no text.</summary>
    public bool IsRawText { get; private set; }

    /// <summary>True for a start tag that closes itself.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Read()
    {
        IsSelfClosing = false;
        IsRawText = false;
        Name = default;
        if (position >= html.Length)
            return false;
        if (rawTextElement is not null)
            return ReadRawText();
        if (html[position] == '<' && StartsTag(position))
            return ReadMarkup();

        var end = position + 1;
        while (end < html.Length)
        {
            var next = html[end..].IndexOf('<');
            end = next < 0 ? html.Length : end + next;
            if (next < 0 || StartsTag(end))
                break;
            end++;
        }

        return Emit(HtmlTokenKind.Text, position, end, end);
    }

    /// <summary>Reads the next attribute from the text of a start tag; the value is still encoded.</summary>
    public static bool ReadAttribute(scoped ref ReadOnlySpan<char> attributes, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        attributes = attributes.TrimStart(" \t\r\n\f/");
        name = value = default;
        if (attributes.IsEmpty)
            return false;
        var nameEnd = attributes[1..].IndexOfAny(" \t\r\n\f/=") + 1;
        if (nameEnd == 0)
            nameEnd = attributes.Length;
        name = attributes[..nameEnd];
        var rest = attributes[nameEnd..].TrimStart(" \t\r\n\f");
        if (rest.IsEmpty || rest[0] != '=')
        {
            attributes = rest;
            return true;
        }

        rest = rest[1..].TrimStart(" \t\r\n\f");
        if (!rest.IsEmpty && rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            value = close < 0 ? rest[1..] : rest.Slice(1, close);
            attributes = close < 0 ? default : rest[(close + 2)..];
            return true;
        }

        var valueEnd = rest.IndexOfAny(" \t\r\n\f");
        value = valueEnd < 0 ? rest : rest[..valueEnd];
        attributes = valueEnd < 0 ? default : rest[valueEnd..];
        return true;
    }

    private readonly bool StartsTag(int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private bool ReadMarkup()
    {
        if (html[position + 1] is '!' or '?')
            return ReadComment();
        var isEnd = html[position + 1] == '/';
        var nameStart = position + (isEnd ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < html.Length && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not '>' and not '/')
            nameEnd++;
        var close = FindTagEnd(nameEnd);
        Name = html[nameStart..nameEnd];
        IsSelfClosing = !isEnd && close > nameEnd && html[close - 1] == '/';
        if (!isEnd && !IsSelfClosing && RawTextElements.TryGetValue(Name, out var raw))
            rawTextElement = raw;
        return Emit(isEnd ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag, Math.Min(nameEnd, close), close, close + 1);
    }

    /// <summary>A &gt; inside a quoted attribute does not end the tag; a quote that never closes must not swallow the mail.</summary>
    private int FindTagEnd(int from)
    {
        var at = from;
        while (at < html.Length && at < tagEndMissingFrom)
        {
            var step = html[at..].IndexOfAny('>', '"', '\'');
            if (step < 0)
                break;
            at += step;
            if (html[at] == '>')
                return at;
            // A quote counts only as the start of a value: an apostrophe in a broken tag is nothing.
            var before = html[from..at].TrimEnd();
            if (before.IsEmpty || before[^1] != '=')
            {
                at++;
                continue;
            }

            var close = html[(at + 1)..].IndexOf(html[at]);
            if (close < 0)
            {
                tagEndMissingFrom = at;
                break;
            }

            at += close + 2;
        }

        var plain = html[from..].IndexOf('>');
        return plain < 0 ? html.Length : from + plain;
    }

    private bool ReadComment()
    {
        if (html[position..].StartsWith("<!--"))
        {
            var inside = position + 4;
            var end = position < commentEndMissingFrom ? html[inside..].IndexOf("-->") : -1;
            if (end >= 0)
                return Emit(HtmlTokenKind.Comment, inside, inside + end, inside + end + 3);
            // An unclosed comment hides the rest in a browser; a person who mails us deserves better, so only the mark is skipped.
            commentEndMissingFrom = Math.Min(commentEndMissingFrom, position);
            return Emit(HtmlTokenKind.Comment, inside, inside, inside);
        }

        var close = html[position..].IndexOf('>');
        var stop = close < 0 ? html.Length : position + close;
        return Emit(HtmlTokenKind.Comment, Math.Min(position + 2, stop), stop, Math.Min(stop + 1, html.Length));
    }

    private bool ReadRawText()
    {
        var element = rawTextElement!;
        rawTextElement = null;
        var at = position;
        while (at < html.Length)
        {
            var step = html[at..].IndexOf("</");
            if (step < 0)
                break;
            at += step;
            if (html[(at + 2)..].StartsWith(element, StringComparison.OrdinalIgnoreCase))
            {
                IsRawText = true;
                return Emit(HtmlTokenKind.Text, position, at, at);
            }

            at += 2;
        }

        IsRawText = true;
        return Emit(HtmlTokenKind.Text, position, html.Length, html.Length);
    }

    private bool Emit(HtmlTokenKind kind, int start, int end, int next)
    {
        Kind = kind;
        Content = html[Math.Min(start, html.Length)..Math.Min(end, html.Length)];
        position = next;
        return true;
    }
}

/// <summary>What the scanner can meet.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Characters between tags.</summary>
    Text,

    /// <summary>An opening tag with its attributes.</summary>
    StartTag,

    /// <summary>A closing tag.</summary>
    EndTag,

    /// <summary>A comment, declaration or processing instruction.</summary>
    Comment,
}
