using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Lays out text line by line while HTML is read: white space folds, and breaks are written only when more text follows them.</summary>
internal sealed class HtmlTextWriter
{
    private const string CellSeparator = " | ";

    private readonly StringBuilder text = new();
    private int pendingBreaks;
    private bool pendingSpace;
    private bool pendingCell;
    private string? pendingItem;
    private bool listFollows;
    private bool isFresh;

    /// <summary>Where the next character will stand, when nothing is pending.</summary>
    public int Length => text.Length;

    private bool AtLineStart => text.Length == 0 || text[^1] == '\n';

    /// <summary>Adds characters; outside preformatted text every run of white space is one space.</summary>
    public void Write(ReadOnlySpan<char> characters, bool isPreformatted)
    {
        while (!characters.IsEmpty)
        {
            var length = characters.IndexOfAny(" \t\r\n\f\u00A0");
            var word = length < 0 ? characters : characters[..length];
            if (!word.IsEmpty)
            {
                Settle();
                text.Append(word);
            }

            if (length < 0)
                return;
            if (!isPreformatted)
                pendingSpace |= !AtLineStart;
            else if (characters[length] == '\n')
                EndLine();
            else if (characters[length] != '\r')
                WriteSpace();
            characters = characters[(length + 1)..];
        }
    }

    /// <summary>br: two of them make an empty line, more make no more.</summary>
    public void EndLine() => AddBreaks(Math.Min(pendingBreaks + 1, 2));

    /// <summary>The end of a block: a break only where text stands on the line.</summary>
    public void EndLineIfAny() => AddBreaks(Math.Max(pendingBreaks, 1));

    /// <summary>An empty line between what was and what comes.</summary>
    public void EndParagraph() => AddBreaks(2);

    /// <summary>The next text begins a list item.</summary>
    public void BeginItem(string mark)
    {
        isFresh = false;
        EndLineIfAny();
        // Items stand together whatever paragraphs the program wrapped them in.
        if (pendingItem is null && listFollows)
            pendingBreaks = Math.Min(pendingBreaks, 1);
        pendingItem = mark;
        listFollows = isFresh = true;
    }

    /// <summary>The next text stands in a new cell of the same row.</summary>
    public void BeginCell()
    {
        pendingCell |= !AtLineStart && pendingBreaks == 0;
        isFresh = true;
    }

    /// <summary>Breaks at the end of a cell do not end its row.</summary>
    public void EndCell()
    {
        if (!isFresh)
            pendingBreaks = 0;
        pendingCell = !AtLineStart && pendingBreaks == 0;
        isFresh = false;
    }

    /// <summary>A line across the page.</summary>
    public void WriteRule()
    {
        EndLineIfAny();
        Settle();
        text.Append("---");
        EndLineIfAny();
    }

    /// <summary>Adds where a link leads, in brackets, unless its text says so itself.</summary>
    public void WriteAddress(string address, int textStart)
    {
        var isWeb = address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        var isMail = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (!isWeb && !isMail)
            return;
        var plain = isMail ? address[7..] : address;
        var query = isMail ? plain.IndexOf('?') : -1;
        plain = query >= 0 ? plain[..query] : plain;
        var label = text.ToString(Math.Min(textStart, text.Length), text.Length - Math.Min(textStart, text.Length)).Trim();
        if (label.Length == 0 || plain.Length == 0 || Bare(label).Equals(Bare(plain), StringComparison.OrdinalIgnoreCase))
            return;
        text.Append(" (").Append(plain).Append(')');
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> address)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://", "www."])
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                address = address[scheme.Length..];
        }

        return address.TrimEnd('/');
    }

    private void AddBreaks(int breaks)
    {
        pendingSpace = false;
        // A paragraph at the very start of a cell or item stays beside its mark.
        if (text.Length > 0 && !isFresh)
            pendingBreaks = breaks;
    }

    private void WriteSpace()
    {
        Settle();
        text.Append(' ');
    }

    private void Settle()
    {
        if (pendingBreaks > 0)
        {
            text.Append('\n', pendingBreaks);
            listFollows = pendingItem is not null;
        }
        else if (pendingCell && !AtLineStart)
        {
            text.Append(CellSeparator);
        }
        else if (pendingSpace && !AtLineStart)
        {
            text.Append(' ');
        }

        pendingBreaks = 0;
        pendingCell = pendingSpace = isFresh = false;
        if (pendingItem is null)
            return;
        text.Append(pendingItem);
        pendingItem = null;
    }
}
