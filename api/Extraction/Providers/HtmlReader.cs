using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads a web page as its reader sees it: headings, lists, tables with headers; scripts, menus' code and hidden text stay out.</summary>
internal static partial class HtmlReader
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav", "ol", "p", "section", "summary", "ul", "frameset", "noframes", "option", "search",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "select", "datalist", "title", "meta", "link",
    };

    /// <summary>Adds a whole page, in the encoding that its marks or <c>meta</c> elements state.</summary>
    public static void Read(byte[] bytes, DocumentBuilder document)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2048)));
        var declared = DeclaredCharset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
        ReadFragment(TextEncodings.Decode(bytes, declared), document);
    }

    /// <summary>Adds a page or a piece of one.</summary>
    public static void ReadFragment(string html, DocumentBuilder document)
    {
        var budget = document.Budget;
        budget.CheckParsed(html.Length);
        // The parser cannot be cancelled, but it reports every element that it makes, and an exception ends it there.
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, OnCreated = (_, _) => budget.SpendElement() });
        using var page = parser.ParseDocument(html);
        document.Title ??= page.Title is { Length: > 0 } title ? title : null;
        if (page.Body is { } body)
            new Walk(document).Visit(body);
    }

    [GeneratedRegex("""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex DeclaredCharset();

    /// <summary>True when a style sheet's own words hide the element from a reader.</summary>
    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || string.Equals(element.GetAttribute("type"), "hidden", StringComparison.OrdinalIgnoreCase))
            return true;
        return element.GetAttribute("style") is { Length: > 0 } style && HidingStyle().IsMatch(style);
    }

    // A measured white background behind white text is rare in documents and cannot be known without layout, so white on white
    // counts only where one element states both.
    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|font-size\s*:\s*0*\.?0*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:^|;)\s*color\s*:\s*transparent|(?:text-indent|left|top|margin-left)\s*:\s*-\d{4,}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HidingStyle();

    /// <summary>One pass over the page; an explicit depth stands in for the stack that a hostile page would use up.</summary>
    private sealed class Walk(DocumentBuilder document)
    {
        private readonly StringBuilder text = new();
        private BlockKind kind = BlockKind.Paragraph;
        private int level;
        private int depth;

        public void Visit(IElement root)
        {
            VisitChildren(root);
            Flush();
        }

        private void VisitChildren(INode node)
        {
            document.Budget.CheckDepth(++depth);
            foreach (var child in node.ChildNodes)
            {
                document.Budget.Cancellation.ThrowIfCancellationRequested();
                if (child is IText words)
                    text.Append(words.Data);
                else if (child is IElement element)
                    VisitElement(element);
            }

            depth--;
        }

        private void VisitElement(IElement element)
        {
            var name = element.LocalName;
            if (Silent.Contains(name))
                return;
            if (IsHidden(element))
            {
                if (!string.IsNullOrWhiteSpace(element.TextContent))
                    document.ReportHidden();
                return;
            }

            switch (name)
            {
                case "br":
                    text.Append(kind == BlockKind.Preformatted ? '\n' : ' ');
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Within(element, BlockKind.Heading, name[1] - '0');
                    break;
                case "li":
                    Within(element, BlockKind.ListItem, 0);
                    break;
                case "pre" or "textarea" or "listing" or "xmp" or "plaintext":
                    Within(element, BlockKind.Preformatted, 0);
                    break;
                case "table":
                    VisitTable(element);
                    break;
                case "td" or "th" or "tr":
                    Within(element, BlockKind.Paragraph, 0);
                    break;
                case "img" or "area":
                    // What a picture says to those who cannot see it is text of the page.
                    if (element.GetAttribute("alt") is { Length: > 2 } alternative)
                        text.Append(' ').Append(alternative).Append(' ');
                    break;
                case "input":
                    if (element.GetAttribute("type") is not ("password" or "submit" or "button") && element.GetAttribute("value") is { Length: > 0 } value)
                        text.Append(' ').Append(value).Append(' ');
                    break;
                default:
                    if (Blocks.Contains(name))
                        Within(element, kind is BlockKind.ListItem && name is "p" or "div" ? BlockKind.ListItem : BlockKind.Paragraph, 0);
                    else
                        VisitChildren(element);
                    break;
            }
        }

        private void Within(IElement element, BlockKind inside, int insideLevel)
        {
            Flush();
            var (outerKind, outerLevel) = (kind, level);
            (kind, level) = (inside, insideLevel);
            VisitChildren(element);
            Flush();
            // What follows an inner block inside a list item is running text, not another item.
            (kind, level) = (outerKind == BlockKind.Heading ? BlockKind.Paragraph : outerKind, outerLevel);
        }

        private void VisitTable(IElement table)
        {
            Flush();
            var rows = table is IHtmlTableElement typed ? typed.Rows.ToList() : [];
            var isLayout = rows.Count == 0 || rows.Any(row => row.QuerySelector("table, ul, ol, h1, h2, h3, p + p") is not null)
                || string.Equals(table.GetAttribute("role"), "presentation", StringComparison.OrdinalIgnoreCase);
            if (isLayout)
            {
                Within(table, BlockKind.Paragraph, 0);
                return;
            }

            if (table.QuerySelector("caption") is { } caption)
                document.Paragraph(caption.TextContent);
            var headers = rows.TakeWhile(row => row.Cells.Length > 0 && (row.Cells.All(cell => cell.LocalName == "th") || row.ParentElement?.LocalName == "thead")).Count();
            TableWords.AddTo(document, rows.Where(row => !IsHidden(row)).Select(Cells).ToList(), headers > 0 ? headers : null);
        }

        private List<string> Cells(IHtmlTableRowElement row)
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells)
            {
                document.Budget.CheckDepth(depth);
                cells.Add(CellText(cell));
                for (var span = Math.Min(cell.ColumnSpan, 50); span > 1; span--)
                    cells.Add("");
            }

            return cells;
        }

        private string CellText(IElement cell)
        {
            if (IsHidden(cell))
            {
                document.ReportHidden();
                return "";
            }

            var words = new StringBuilder();
            foreach (var node in cell.Descendants())
            {
                if (node is IElement { LocalName: "br" or "p" or "div" or "li" })
                    words.Append(' ');
                else if (node is IText text && !node.Ancestors().OfType<IElement>().TakeWhile(parent => parent != cell).Any(parent => Silent.Contains(parent.LocalName) || IsHidden(parent)))
                    words.Append(text.Data);
            }

            return VisibleText.Clean(words.ToString(), keepLines: false, out _);
        }

        private void Flush()
        {
            if (text.Length == 0)
                return;
            var words = text.ToString();
            text.Clear();
            if (!string.IsNullOrWhiteSpace(words))
                document.Add(kind, words, level);
        }
    }
}
