using System.Globalization;
using System.Text;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Collects the words of a Rich Text file into paragraphs and table rows, in whatever code pages its fonts use.</summary>
internal sealed class RtfText(DocumentBuilder document)
{
    private readonly StringBuilder paragraph = new();
    private readonly StringBuilder aside = new();
    private readonly List<byte> pending = [];
    private readonly Dictionary<int, int> codePages = [];
    private readonly Dictionary<int, int> headingStyles = [];
    private readonly List<IReadOnlyList<string>> table = [];
    private readonly StringBuilder cell = new();
    private List<string> row = [];
    private RtfDestination pendingFor;
    private int codePage = 1252;
    private int font;
    private int styleNumber;
    private int level;
    private bool isItem;
    private bool inTable;

    /// <summary>The code page where no font says another.</summary>
    public int DefaultCodePage { get; set; } = 1252;

    /// <summary>Begins a part of another kind.</summary>
    public void Enter(RtfDestination destination)
    {
        FlushBytes();
        aside.Clear();
        if (destination == RtfDestination.ListMark)
            isItem = true;
    }

    /// <summary>A font's number inside the font table.</summary>
    public void DefineFont(int number) => font = number;

    /// <summary>The character set of the font that is being defined.</summary>
    public void DefineCharset(int charset) => codePages[font] = charset switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => DefaultCodePage,
    };

    /// <summary>The code page of a font.</summary>
    public int CodePageOfFont(int number) => codePages.GetValueOrDefault(number, DefaultCodePage);

    /// <summary>Changes the code page of what follows.</summary>
    public void Use(int page)
    {
        if (page != codePage)
            FlushBytes();
        codePage = page;
    }

    /// <summary>Adds one byte of text; several may make one character.</summary>
    public void Add(byte value, RtfDestination destination)
    {
        if (destination != pendingFor)
            FlushBytes();
        pendingFor = destination;
        pending.Add(value);
    }

    /// <summary>Adds decoded text.</summary>
    public void Add(string text, RtfDestination destination)
    {
        FlushBytes();
        if (destination == RtfDestination.Body)
            paragraph.Append(text);
        else
            aside.Append(text);
    }

    /// <summary>Decodes what is pending.</summary>
    public void FlushBytes()
    {
        if (pending.Count == 0)
            return;
        var text = TextEncodings.OfCodePage(codePage).GetString(pending.ToArray());
        pending.Clear();
        if (pendingFor == RtfDestination.Body)
            paragraph.Append(text);
        else
            aside.Append(text);
    }

    /// <summary>A control word of running text or of a style's definition.</summary>
    public void Apply(string word, int? number, bool inStyleSheet)
    {
        FlushBytes();
        switch (word)
        {
            case "s" when inStyleSheet:
                styleNumber = number ?? 0;
                break;
            case "s":
                level = headingStyles.GetValueOrDefault(number ?? 0);
                break;
            case "outlinelevel" when number is >= 0 and < 6:
                if (inStyleSheet)
                    headingStyles[styleNumber] = number.Value + 1;
                else
                    level = number.Value + 1;
                break;
            case "pard" when !inStyleSheet:
                (level, isItem, inTable) = (0, false, false);
                break;
            case "intbl":
                inTable = true;
                break;
            case "ls" or "pnlvlblt" or "pnlvlbody" when !inStyleSheet:
                isItem = true;
                break;
            case "par" or "sect" or "page" when !inStyleSheet:
                EndParagraph();
                break;
            case "line" or "tab":
                paragraph.Append(' ');
                break;
            case "cell" or "nestcell":
                EndCell();
                break;
            case "row" or "nestrow":
                EndRow();
                break;
            default:
                if (Signs.TryGetValue(word, out var sign))
                    paragraph.Append(sign);
                break;
        }
    }

    /// <summary>A style's name ends; styles named after headings make headings.</summary>
    public void FinishStyleName()
    {
        var name = aside.ToString().Trim().TrimEnd(';').Trim().ToLowerInvariant();
        aside.Clear();
        if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found is > 0 and < 10)
            headingStyles[styleNumber] = Math.Min(found, 6);
        else if (name == "title")
            headingStyles[styleNumber] = 1;
        styleNumber = 0;
    }

    /// <summary>The title in the document's properties ends.</summary>
    public void FinishTitle()
    {
        if (!string.IsNullOrWhiteSpace(aside.ToString()))
            document.Title = aside.ToString();
        aside.Clear();
    }

    /// <summary>The file ends.</summary>
    public void Finish()
    {
        FlushBytes();
        if (cell.Length > 0 || row.Count > 0)
            EndRow();
        EndParagraph();
        EndTable();
    }

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["emdash"] = "—",
        ["endash"] = "–",
        ["bullet"] = "•",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["emspace"] = " ",
        ["enspace"] = " ",
    };

    private void EndParagraph()
    {
        var words = paragraph.ToString();
        paragraph.Clear();
        if (inTable)
        {
            cell.Append(cell.Length > 0 ? " " : "").Append(words.Trim());
            return;
        }

        if (string.IsNullOrWhiteSpace(words))
            return;
        EndTable();
        if (level > 0)
            document.Heading(words, level);
        else if (isItem)
            document.ListItem(words);
        else
            document.Paragraph(words);
    }

    private void EndCell()
    {
        inTable = true;
        EndParagraph();
        row.Add(cell.ToString());
        cell.Clear();
    }

    private void EndRow()
    {
        if (paragraph.Length > 0 || cell.Length > 0)
            EndCell();
        document.Budget.SpendCharacters(0);
        if (row.Count > 0)
            table.Add(row);
        row = [];
        inTable = false;
    }

    private void EndTable()
    {
        if (table.Count == 0)
            return;
        TableWords.AddTo(document, table, null);
        table.Clear();
    }
}
