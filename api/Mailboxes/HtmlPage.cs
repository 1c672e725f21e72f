using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Follows the open elements of a mail while it is read, and decides for every piece of text where and whether it is shown.</summary>
internal sealed class HtmlPage
{
    // Deeper elements than any mail program makes are read as if they stood directly in the deepest one kept.
    private const int MaximumDepth = 256;
    private const int LongestAddress = 256;

    private static readonly string[] QuoteNames =
        ["gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix", "gmail_attr", "divrplyfwdmsg", "appendonsend", "olk_src_body_section", "zmail_extra", "tutanota_quote", "mail-quote"];

    private static readonly string[] RestIsQuoteNames = ["divrplyfwdmsg", "appendonsend"];

    private static readonly string[] SignatureNames =
        ["gmail_signature", "moz-signature", "signature", "ms-outlook-mobile-signature", "protonmail_signature_block", "mail-signature"];

    private readonly HtmlTextWriter writer = new();
    private readonly StringBuilder hidden = new();
    private readonly HtmlStyleSheet sheet = new();
    private readonly List<MarkedPart> parts = [];
    private readonly Stack<int> listNumbers = new();
    private readonly Element[] open = new Element[MaximumDepth];
    private readonly int[] openByTag = new int[Enum.GetValues<HtmlTag>().Length];
    private int depth;
    private int droppedDepth;
    private int restIsQuoteFrom = -1;
    private HtmlLook look = HtmlLook.Page;

    private struct Element
    {
        public HtmlTag Tag;
        public int NameHash;
        public HtmlLook OuterLook;
        public MarkedPartKind? Part;
        public int Start;
        public string? Address;
    }

    /// <summary>Takes the rules of a style element.</summary>
    public void AddStyle(ReadOnlySpan<char> css)
    {
        if (css.Contains('{'))
            sheet.Add(css);
    }

    /// <summary>Adds text where it stands.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        if (droppedDepth > 0)
            return;
        if (look.HidesText)
            WriteHidden(text);
        else if (InvisibleCharacters.AreIn(text))
            writer.Write(InvisibleCharacters.Remove(text, hidden), openByTag[(int)HtmlTag.Preformatted] > 0);
        else
            writer.Write(text, openByTag[(int)HtmlTag.Preformatted] > 0);
    }

    /// <summary>Adds text that no reader sees.</summary>
    public void WriteHidden(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (!trimmed.IsEmpty)
            hidden.Append(trimmed).Append('\n');
    }

    /// <summary>Opens an element.</summary>
    public void Open(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes, bool isSelfClosing)
    {
        var tag = HtmlTags.Find(name);
        if (tag == HtmlTag.Dropped || droppedDepth > 0)
        {
            droppedDepth += tag == HtmlTag.Dropped && !isSelfClosing ? 1 : 0;
            return;
        }

        var element = new Element { Tag = tag, NameHash = Hash(name), OuterLook = look };
        var stated = ReadAttributes(name, attributes, ref element);
        CloseImplied(tag);
        if (tag is HtmlTag.LineBreak or HtmlTag.Rule or HtmlTag.Void || (tag == HtmlTag.Inline && isSelfClosing))
        {
            if (tag == HtmlTag.LineBreak)
                writer.EndLine();
            else if (tag == HtmlTag.Rule)
                writer.WriteRule();
            return;
        }

        BreakBefore(tag);
        if (depth == MaximumDepth)
            return;
        element.OuterLook = look;
        element.Start = writer.Length;
        if (stated != HtmlLook.Nothing)
            look = look.Inner(stated);
        open[depth++] = element;
        openByTag[(int)tag]++;
    }

    /// <summary>Closes the nearest open element of this name, and what was left open inside it.</summary>
    public void Close(ReadOnlySpan<char> name)
    {
        var tag = HtmlTags.Find(name);
        if (tag == HtmlTag.Dropped)
            droppedDepth = Math.Max(0, droppedDepth - 1);
        if (droppedDepth > 0 || tag == HtmlTag.Dropped)
            return;
        if (tag == HtmlTag.LineBreak)
            writer.EndLine();
        if (openByTag[(int)tag] == 0)
            return;
        var hash = Hash(name);
        for (var at = depth - 1; at >= 0; at--)
        {
            if (open[at].NameHash == hash && open[at].Tag == tag)
            {
                CloseDownTo(at);
                return;
            }

            // A stray </b> must not close the table it stands in.
            if (tag == HtmlTag.Inline && open[at].Tag is HtmlTag.Cell or HtmlTag.Block)
                return;
        }
    }

    /// <summary>The finished text.</summary>
    public HtmlContent Finish()
    {
        CloseDownTo(0);
        var text = writer.ToString();
        if (restIsQuoteFrom >= 0)
            parts.Add(new MarkedPart(restIsQuoteFrom, text.Length, MarkedPartKind.Quote));
        parts.RemoveAll(part => part.Start >= Math.Min(part.End, text.Length));
        parts.Sort((one, other) => one.Start.CompareTo(other.Start));
        return new HtmlContent(text, hidden.ToString().TrimEnd(), parts);
    }

    private HtmlLook ReadAttributes(ReadOnlySpan<char> tagName, ReadOnlySpan<char> attributes, ref Element element)
    {
        var look = HtmlLook.Nothing;
        var classes = attributes[..0];
        var id = classes;
        var style = classes;
        while (HtmlScanner.ReadAttribute(ref attributes, out var name, out var value))
        {
            if (Is(name, "style"))
                style = value;
            else if (Is(name, "class"))
                classes = value;
            else if (Is(name, "id"))
                id = value;
            else if (Is(name, "bgcolor") || Is(name, "color") || Is(name, "hidden") || Is(name, "background"))
                look = look.WithAttribute(name, value);
            else if (Is(name, "href") && element.Tag == HtmlTag.Link)
                element.Address = Decode(value);
        }

        if (!sheet.IsEmpty)
            look = look.OverriddenBy(sheet.Find(tagName, classes, id));
        if (!style.IsEmpty)
            look = look.OverriddenBy(HtmlLook.Parse(style));
        element.Part = FindPart(element.Tag, classes, id, style);
        return look;
    }

    private MarkedPartKind? FindPart(HtmlTag tag, ReadOnlySpan<char> classes, ReadOnlySpan<char> id, ReadOnlySpan<char> style)
    {
        // Programs use a blockquote without a border to indent, which is not quoting.
        if (tag == HtmlTag.Quote && !style.Contains("border:none", StringComparison.OrdinalIgnoreCase))
            return MarkedPartKind.Quote;
        if (classes.IsEmpty && id.IsEmpty)
            return null;
        if (restIsQuoteFrom < 0 && Matches(id, RestIsQuoteNames))
            restIsQuoteFrom = writer.Length;
        if (Matches(id, QuoteNames) || Matches(classes, QuoteNames))
            return MarkedPartKind.Quote;
        return Matches(id, SignatureNames) || Matches(classes, SignatureNames) ? MarkedPartKind.Signature : null;
    }

    /// <summary>Programs prefix the names with "x_" once for every time that a mail is quoted.</summary>
    private static bool Matches(ReadOnlySpan<char> value, string[] names)
    {
        foreach (var range in value.Split(' '))
        {
            var word = value[range];
            while (word.StartsWith("x_", StringComparison.OrdinalIgnoreCase))
                word = word[2..];
            foreach (var name in names)
            {
                if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    private void BreakBefore(HtmlTag tag)
    {
        switch (tag)
        {
            case HtmlTag.Block or HtmlTag.Row or HtmlTag.Preformatted:
                writer.EndLineIfAny();
                break;
            case HtmlTag.Paragraph or HtmlTag.Quote or HtmlTag.Table:
                writer.EndParagraph();
                break;
            case HtmlTag.BulletList or HtmlTag.NumberedList:
                if (listNumbers.Count == 0)
                    writer.EndParagraph();
                listNumbers.Push(tag == HtmlTag.NumberedList ? 1 : 0);
                break;
            case HtmlTag.ListItem:
                writer.BeginItem(NextItemMark());
                break;
            case HtmlTag.Cell:
                writer.BeginCell();
                break;
        }
    }

    private string NextItemMark()
    {
        if (!listNumbers.TryPop(out var number))
            return "- ";
        listNumbers.Push(number == 0 ? 0 : number + 1);
        var indent = new string(' ', 2 * Math.Min(listNumbers.Count - 1, 8));
        return number == 0 ? $"{indent}- " : $"{indent}{number}. ";
    }

    private void CloseImplied(HtmlTag tag)
    {
        if (tag is HtmlTag.Inline or HtmlTag.Link or HtmlTag.LineBreak or HtmlTag.Void)
            return;
        if (depth > 0 && open[depth - 1].Tag == HtmlTag.Paragraph)
            CloseDownTo(depth - 1);
        if (tag is not (HtmlTag.ListItem or HtmlTag.Cell or HtmlTag.Row) || openByTag[(int)tag] == 0)
            return;
        for (var at = depth - 1; at >= 0; at--)
        {
            if (open[at].Tag == tag)
            {
                CloseDownTo(at);
                return;
            }

            if (open[at].Tag is HtmlTag.Table or HtmlTag.BulletList or HtmlTag.NumberedList || (tag == HtmlTag.Cell && open[at].Tag == HtmlTag.Row))
                return;
        }
    }

    private void CloseDownTo(int target)
    {
        while (depth > target)
        {
            ref var element = ref open[--depth];
            openByTag[(int)element.Tag]--;
            if (element.Tag == HtmlTag.Link && element.Address is { } address && !look.HidesText)
                writer.WriteAddress(address, element.Start);
            look = element.OuterLook;
            if (element.Part is { } part)
                parts.Add(new MarkedPart(element.Start, writer.Length, part));
            if (element.Tag is HtmlTag.BulletList or HtmlTag.NumberedList)
                listNumbers.TryPop(out _);
            if (element.Tag is HtmlTag.Paragraph or HtmlTag.Quote or HtmlTag.Table || (element.Tag is HtmlTag.BulletList or HtmlTag.NumberedList && listNumbers.Count == 0))
                writer.EndParagraph();
            else if (element.Tag is HtmlTag.Cell)
                writer.EndCell();
            else if (element.Tag is not (HtmlTag.Inline or HtmlTag.Link))
                writer.EndLineIfAny();
        }
    }

    private static string? Decode(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length is 0 or > LongestAddress)
            return null;
        if (!value.Contains('&'))
            return value.ToString();
        var decoded = new StringBuilder();
        HtmlEntities.Decode(value, decoded);
        return decoded.ToString();
    }

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int Hash(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
}
