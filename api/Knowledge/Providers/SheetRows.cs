using System.Globalization;
using System.Xml;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads the cells of one sheet and says them row by row; an empty row ends a table, as people lay out sheets.</summary>
internal sealed class SheetRows(string name, List<string> strings, CellFormats formats, DocumentBuilder document)
{
    private readonly List<SortedDictionary<int, string>> open = [];
    private readonly HashSet<int> hiddenColumns = [];
    private int lastRow;

    /// <summary>An empty sheet is not even named: its name alone would pass for text.</summary>
    private bool isNamed;

    /// <summary>Reads to the end of the part.</summary>
    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            document.Budget.CheckDepth(xml.Depth);
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "col" && xml.GetAttribute("hidden") is "1" or "true")
                HideColumns(xml);
            else if (xml.LocalName == "row")
                ReadRow(xml);
        }

        Close();
    }

    private void HideColumns(XmlReader xml)
    {
        var from = Number(xml.GetAttribute("min"), 1);
        for (var column = from; column <= Math.Min(Number(xml.GetAttribute("max"), from), from + 16_384); column++)
            hiddenColumns.Add(column);
    }

    private void ReadRow(XmlReader xml)
    {
        var number = Number(xml.GetAttribute("r"), lastRow + 1);
        var isHidden = xml.GetAttribute("hidden") is "1" or "true";
        var cells = new SortedDictionary<int, string>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            var column = 0;
            xml.Read();
            while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) && !xml.EOF)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    column = Column(xml.GetAttribute("r")) ?? column + 1;
                    var text = ReadCell(xml);
                    if (string.IsNullOrWhiteSpace(text))
                        continue;
                    if (isHidden || hiddenColumns.Contains(column))
                        document.ReportHidden();
                    else
                        cells[column] = text;
                }
                else
                {
                    xml.Read();
                }
            }
        }

        if (cells.Count == 0 || number > lastRow + 1)
            Close();
        lastRow = number;
        if (cells.Count > 0)
            open.Add(cells);
        // A sheet of a million rows is said as it is read; the header stays with the first part only.
        document.Budget.SpendCharacters(0);
    }

    /// <summary>Leaves the reader behind the cell.</summary>
    private string ReadCell(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        var value = "";
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) && !xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "t" })
                value += xml.ReadElementContentAsString();
            else
                xml.Read();
        }

        xml.Read();
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            "inlineStr" or "str" or "e" or "d" => value,
            _ => formats.Write(value, style),
        };
    }

    private void Close()
    {
        if (open.Count == 0)
            return;
        if (!isNamed)
            document.Heading(name, 1);
        isNamed = true;
        var columns = open.SelectMany(row => row.Keys).Distinct().Order().ToList();
        TableWords.AddTo(
            document,
            open.Select(row => (IReadOnlyList<string>)columns.Select(column => row.GetValueOrDefault(column, "")).ToList()).ToList(),
            null);
        open.Clear();
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>"BC12" is column 55.</summary>
    private static int? Column(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        var column = 0;
        foreach (var character in reference)
        {
            if (!char.IsAsciiLetter(character))
                break;
            column = (column * 26) + (char.ToUpperInvariant(character) - 'A' + 1);
            if (column > 16_384)
                return null;
        }

        return column == 0 ? null : column;
    }
}
