using System.Text;
using System.Xml;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Collects what stands on one slide, so that its title can come first wherever it was drawn.</summary>
internal sealed class SlideText(DocumentBuilder document)
{
    private readonly List<Shape> shapes = [];
    private readonly StringBuilder text = new();
    private Shape? shape;
    private List<IReadOnlyList<string>>? table;
    private List<string>? row;
    private readonly StringBuilder cell = new();
    private bool inText;
    private bool unseen;
    private bool hasBullet;

    /// <summary>True when the slide is left out of the show.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Reads the slide's part.</summary>
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
                    text.Append(xml.Value);
                    break;
            }
        }
    }

    /// <summary>Adds title, points, text and tables.</summary>
    public void AddTo(DocumentBuilder target)
    {
        foreach (var title in shapes.Where(candidate => candidate.IsTitle))
            target.Heading(string.Join(' ', title.Paragraphs), 1);
        foreach (var other in shapes.Where(candidate => !candidate.IsTitle))
            other.AddTo(target);
    }

    /// <summary>Adds only the main text: what a notes page has besides the picture of its slide.</summary>
    public void AddBodyTo(DocumentBuilder target)
    {
        foreach (var body in shapes.Where(candidate => candidate.Placeholder == "body"))
        {
            foreach (var paragraph in body.Paragraphs)
                target.Paragraph(paragraph);
        }
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sld":
                IsHidden = xml.GetAttribute("show") is "0" or "false";
                break;
            case "sp" or "graphicFrame" or "cxnSp":
                shape = new Shape();
                unseen = false;
                break;
            case "cNvPr" when xml.GetAttribute("hidden") is "1" or "true":
                unseen = true;
                break;
            case "ph" when shape is not null:
                shape.Placeholder = xml.GetAttribute("type") ?? "body";
                break;
            case "tbl":
                table = [];
                break;
            case "tr":
                row = [];
                break;
            case "tc" when row is not null:
                cell.Clear();
                break;
            case "t":
                inText = true;
                break;
            case "buChar" or "buAutoNum" or "buBlip":
                hasBullet = true;
                break;
            case "br" or "tab":
                text.Append(' ');
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "p":
                FinishParagraph();
                break;
            case "tc":
                row?.Add(cell.ToString());
                break;
            case "tr" when row is not null:
                table?.Add(row);
                row = null;
                break;
            case "tbl" when table is not null:
                (shape ??= new Shape()).Tables.Add(table);
                table = null;
                break;
            case "sp" or "graphicFrame" or "cxnSp" when shape is not null:
                if (unseen && (shape.Paragraphs.Count > 0 || shape.Tables.Count > 0))
                    document.ReportHidden();
                // Slide numbers, dates and footers are the same on every slide and say nothing about it.
                else if (shape.Placeholder is not ("sldNum" or "dt" or "ftr" or "hdr" or "sldImg"))
                    shapes.Add(shape);
                shape = null;
                break;
        }
    }

    private void FinishParagraph()
    {
        var words = text.ToString().Trim();
        var isItem = hasBullet;
        hasBullet = false;
        text.Clear();
        if (words.Length == 0)
            return;
        document.Budget.SpendCharacters(0);
        if (row is not null)
            cell.Append(cell.Length > 0 ? " " : "").Append(words);
        else
            shape?.Add(words, isItem);
    }

    private sealed class Shape
    {
        public string? Placeholder { get; set; }

        private readonly HashSet<int> items = [];

        public List<string> Paragraphs { get; } = [];

        public List<List<IReadOnlyList<string>>> Tables { get; } = [];

        public bool IsTitle => Placeholder is "title" or "ctrTitle";

        public void Add(string paragraph, bool isItem)
        {
            if (isItem)
                items.Add(Paragraphs.Count);
            Paragraphs.Add(paragraph);
        }

        public void AddTo(DocumentBuilder target)
        {
            for (var index = 0; index < Paragraphs.Count; index++)
            {
                // The text of a slide's body is a list of points, whether or not it says so.
                if (items.Contains(index) || (Placeholder is "body" or "obj" && Paragraphs.Count > 1))
                    target.ListItem(Paragraphs[index]);
                else
                    target.Paragraph(Paragraphs[index]);
            }

            foreach (var rows in Tables)
                TableWords.AddTo(target, rows, null);
        }
    }
}
