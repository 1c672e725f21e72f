using System.Globalization;
using System.Text;
using System.Xml;
using static OutlookAssist.Extraction.Providers.WordStyles;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads one story of a Word document (body, header, footer, notes) in one pass without building a tree of it.</summary>
internal sealed class WordStory(WordStyles styles, DocumentBuilder document)
{
    private readonly Stack<Paragraph> paragraphs = new();
    private readonly Stack<Table> tables = new();
    private bool runHidden;
    private bool runWhite;
    private bool runShaded;
    private bool inRunProperties;
    private bool inParagraphProperties;
    private int skipped;

    /// <summary>Reads to the end of the part.</summary>
    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            document.Budget.CheckDepth(xml.Depth);
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Start(xml);
                    if (xml.IsEmptyElement)
                        End(xml.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                    Text(xml.Value);
                    break;
            }
        }
    }

    private bool inText;

    private void Start(XmlReader xml)
    {
        var name = xml.LocalName;
        // A drawing states its text twice, once for old programs; moved text stands twice, once where it was.
        if (name is "Fallback" or "moveFrom" or "del" && !xml.IsEmptyElement && !inRunProperties && !inParagraphProperties)
            skipped++;
        switch (name)
        {
            case "p":
                paragraphs.Push(new Paragraph());
                break;
            case "pPr":
                inParagraphProperties = true;
                break;
            case "pStyle" when paragraphs.TryPeek(out var styled):
                styled.Style = Attribute(xml, "val");
                break;
            case "numPr" when inParagraphProperties && paragraphs.TryPeek(out var numbered):
                numbered.IsItem = true;
                break;
            case "numId" when inParagraphProperties && Attribute(xml, "val") == "0" && paragraphs.TryPeek(out var unnumbered):
                unnumbered.IsItem = false;
                break;
            case "outlineLvl" when inParagraphProperties && paragraphs.TryPeek(out var outlined):
                outlined.Level = OutlineLevel(Attribute(xml, "val"));
                break;
            case "r":
                runHidden = runWhite = runShaded = false;
                break;
            case "rPr":
                inRunProperties = true;
                break;
            case "vanish" when inRunProperties && !inParagraphProperties:
                runHidden = Attribute(xml, "val") is not ("0" or "false" or "off");
                break;
            case "color" when inRunProperties:
                runWhite = string.Equals(Attribute(xml, "val"), "FFFFFF", StringComparison.OrdinalIgnoreCase);
                break;
            case "sz" when inRunProperties && int.TryParse(Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var halfPoints):
                runHidden |= halfPoints <= 2 && !inParagraphProperties;
                break;
            case "shd" or "highlight":
                runShaded |= inRunProperties;
                if (inParagraphProperties && paragraphs.TryPeek(out var shaded))
                    shaded.IsShaded = true;
                break;
            case "t":
                inText = true;
                break;
            case "tab" or "br" or "cr" or "ptab" when !inParagraphProperties:
                Text(" ");
                break;
            case "noBreakHyphen":
                Text("-");
                break;
            case "tbl":
                tables.Push(new Table());
                break;
            case "tr" when tables.TryPeek(out var table):
                table.StartRow();
                break;
            case "tblHeader" when tables.TryPeek(out var headed) && Attribute(xml, "val") is not ("0" or "false"):
                headed.MarkHeader();
                break;
            case "gridSpan" when tables.TryPeek(out var spanned) && int.TryParse(Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var span):
                spanned.Span = Math.Min(span, 60);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "Fallback" or "moveFrom" or "del" when skipped > 0 && !inRunProperties && !inParagraphProperties:
                skipped--;
                break;
            case "p" when paragraphs.TryPop(out var paragraph):
                Finish(paragraph);
                break;
            case "pPr":
                inParagraphProperties = false;
                break;
            case "rPr":
                inRunProperties = false;
                break;
            case "t":
                inText = false;
                break;
            case "tc" when tables.TryPeek(out var table):
                table.FinishCell();
                break;
            case "tr" when tables.TryPeek(out var rows):
                rows.FinishRow();
                break;
            case "tbl" when tables.TryPop(out var finished):
                Finish(finished);
                break;
        }
    }

    private void Text(string text)
    {
        if (skipped > 0 || !paragraphs.TryPeek(out var paragraph))
            return;
        // White text in a table usually stands on the colour of the table's style.
        var unseen = runHidden || (runWhite && !runShaded && !paragraph.IsShaded && tables.Count == 0);
        if (!unseen)
            paragraph.Text.Append(text);
        else if (!string.IsNullOrWhiteSpace(text))
            document.ReportHidden();
    }

    private void Finish(Paragraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (tables.TryPeek(out var table))
        {
            document.Budget.SpendCharacters(0);
            table.Append(text);
            return;
        }

        var level = paragraph.Level ?? styles.HeadingLevel(paragraph.Style);
        if (level > 0)
            document.Heading(text, level);
        else if (paragraph.IsItem ?? styles.IsList(paragraph.Style))
            document.ListItem(text);
        else
            document.Paragraph(text);
    }

    private void Finish(Table table)
    {
        // A table inside a cell reads on as text of that cell.
        if (tables.TryPeek(out var outer))
            outer.Append(string.Join(" ", table.Rows.Select(row => TableWords.Say(row, []))));
        else
            TableWords.AddTo(document, table.Rows, table.HeaderRows > 0 ? table.HeaderRows : null);
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public string? Style { get; set; }

        public int? Level { get; set; }

        public bool? IsItem { get; set; }

        public bool IsShaded { get; set; }
    }

    private sealed class Table
    {
        private readonly StringBuilder cell = new();
        private List<string> row = [];

        public List<IReadOnlyList<string>> Rows { get; } = [];

        public int HeaderRows { get; private set; }

        public int Span { get; set; } = 1;

        public void StartRow() => row = [];

        public void MarkHeader()
        {
            if (HeaderRows == Rows.Count)
                HeaderRows++;
        }

        public void Append(string text) => cell.Append(cell.Length > 0 ? " " : "").Append(text.Trim());

        public void FinishCell()
        {
            row.Add(cell.ToString());
            for (; Span > 1; Span--)
                row.Add("");
            Span = 1;
            cell.Clear();
        }

        public void FinishRow() => Rows.Add(row);
    }
}
