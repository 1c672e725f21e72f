using System.Globalization;
using System.Text;
using System.Xml;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads one story of an OpenDocument file in one pass: what stands inside elements of the container's name.</summary>
internal sealed class OpenDocumentStory(DocumentBuilder document, string container)
{
    private readonly Stack<Block> blocks = new();
    private readonly Stack<Table> tables = new();
    private readonly HashSet<string> hiddenStyles = new(StringComparer.Ordinal);
    private readonly Stack<bool> spans = new();
    private string? style;
    private int inside;
    private int skipped;
    private int listDepth;

    /// <summary>Reads to the end of the part.</summary>
    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            document.Budget.CheckDepth(xml.Depth);
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = xml.IsEmptyElement;
                    var name = xml.LocalName;
                    Start(xml, name, isEmpty);
                    if (isEmpty)
                        End(name, xml);
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName, xml);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    Append(xml.Value);
                    break;
            }
        }
    }

    private void Start(XmlReader xml, string name, bool isEmpty)
    {
        if (name == container && IsContainer(xml))
            inside++;
        if (name is "tracked-changes" or "annotation" or "forms" or "desc")
            skipped++;
        switch (name)
        {
            case "style":
                style = WordStyles.Attribute(xml, "name");
                break;
            case "text-properties" when style is not null && WordStyles.Attribute(xml, "display") == "none":
                hiddenStyles.Add(style);
                break;
            case "h":
                blocks.Push(new Block(BlockKind.Heading, int.TryParse(WordStyles.Attribute(xml, "outline-level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 1));
                break;
            case "p":
                blocks.Push(new Block(listDepth > 0 ? BlockKind.ListItem : BlockKind.Paragraph, 0) { IsHidden = IsHidden(xml) });
                break;
            case "span":
                spans.Push(IsHidden(xml));
                break;
            case "hidden-text" or "hidden-paragraph":
                if (inside > 0)
                    document.ReportHidden();
                break;
            case "list" when !isEmpty:
                listDepth++;
                break;
            case "s":
                Append(" ");
                break;
            case "tab" or "line-break":
                Append(" ");
                break;
            case "table":
                tables.Push(new Table());
                break;
            case "table-header-rows" when tables.TryPeek(out var headed):
                headed.InHeader = true;
                break;
            case "table-row" when tables.TryPeek(out var rows):
                rows.Row = [];
                break;
            case "table-cell" or "covered-table-cell" when tables.TryPeek(out var cells):
                cells.Cell.Clear();
                break;
        }
    }

    private void End(string name, XmlReader xml)
    {
        switch (name)
        {
            case "tracked-changes" or "annotation" or "forms" or "desc":
                skipped--;
                break;
            case "h" or "p" when blocks.TryPop(out var block):
                Finish(block);
                break;
            case "span":
                spans.TryPop(out _);
                break;
            case "list" when !(xml.NodeType == XmlNodeType.Element && xml.IsEmptyElement):
                listDepth--;
                break;
            case "table-cell" or "covered-table-cell" when tables.TryPeek(out var cells):
                cells.Row.Add(cells.Cell.ToString());
                break;
            case "table-row" when tables.TryPeek(out var rows):
                rows.FinishRow();
                break;
            case "table-header-rows" when tables.TryPeek(out var headed):
                headed.InHeader = false;
                break;
            case "table" when tables.TryPop(out var table):
                Finish(table);
                break;
        }

        if (name == container && inside > 0 && IsContainer(xml))
            inside--;
    }

    // "text" is the name of the body and of nothing else in its namespace; headers and footers have variants for left and first pages.
    private static bool IsContainer(XmlReader xml) => xml.NamespaceURI.EndsWith(":office:1.0", StringComparison.Ordinal) || xml.NamespaceURI.EndsWith(":style:1.0", StringComparison.Ordinal);

    private bool IsHidden(XmlReader xml) => WordStyles.Attribute(xml, "style-name") is { } name && hiddenStyles.Contains(name);

    private void Append(string text)
    {
        if (inside == 0 || skipped > 0 || !blocks.TryPeek(out var block))
            return;
        if (!block.IsHidden && !spans.Contains(true))
            block.Text.Append(text);
        else if (!string.IsNullOrWhiteSpace(text))
            document.ReportHidden();
    }

    private void Finish(Block block)
    {
        var text = block.Text.ToString();
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (tables.TryPeek(out var table))
        {
            document.Budget.SpendCharacters(0);
            table.Cell.Append(table.Cell.Length > 0 ? " " : "").Append(text.Trim());
        }
        else
        {
            document.Add(block.Kind, text, block.Kind == BlockKind.Heading ? Math.Clamp(block.Level, 1, 6) : 0);
        }
    }

    private void Finish(Table table)
    {
        if (tables.TryPeek(out var outer))
            outer.Cell.Append(' ').Append(string.Join(" ", table.Rows.Select(row => TableWords.Say(row, []))));
        else
            TableWords.AddTo(document, table.Rows, table.HeaderRows > 0 ? table.HeaderRows : null);
    }

    private sealed class Block(BlockKind kind, int level)
    {
        public BlockKind Kind { get; } = kind;

        public int Level { get; } = level;

        public bool IsHidden { get; init; }

        public StringBuilder Text { get; } = new();
    }

    private sealed class Table
    {
        public StringBuilder Cell { get; } = new();

        public List<string> Row { get; set; } = [];

        public List<IReadOnlyList<string>> Rows { get; } = [];

        public int HeaderRows { get; private set; }

        public bool InHeader { get; set; }

        public void FinishRow()
        {
            Rows.Add(Row);
            if (InHeader)
                HeaderRows++;
        }
    }
}
