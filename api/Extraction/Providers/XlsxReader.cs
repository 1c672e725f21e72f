using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads a workbook sheet by sheet: every row in words behind its column headers; hidden sheets, rows and columns stay out.</summary>
internal static class XlsxReader
{
    private const string What = "workbook";

    /// <summary>Adds the file to the document.</summary>
    public static void Read(Stream file, DocumentBuilder document)
    {
        using var parts = ZippedDocument.Open(file, What, document.Budget);
        var main = OfficeRelations.MainPart(parts) ?? "xl/workbook.xml";
        if (!parts.Has(main))
            throw ExtractionFailures.Damaged(What);
        document.Title = OfficeRelations.Title(parts);
        var relations = OfficeRelations.Of(parts, main);
        var strings = new List<string>();
        var formats = new CellFormats();
        var sheets = new List<(string Name, string Id, bool Hidden)>();
        WithPart(parts, Target(relations, "/sharedStrings"), xml => ReadStrings(xml, strings, document.Budget));
        WithPart(parts, Target(relations, "/styles"), formats.Load);
        WithPart(parts, main, xml => ReadWorkbook(xml, sheets, formats));
        var number = 0;
        foreach (var (name, id, hidden) in sheets)
        {
            document.StartPage(++number);
            if (hidden)
            {
                document.ReportHidden();
                continue;
            }

            if (relations.FirstOrDefault(relation => relation.Id == id)?.Target is not { } part)
                continue;
            WithPart(parts, part, xml => new SheetRows(name, strings, formats, document).Read(xml));
            AddDrawings(parts, part, document);
        }
    }

    private static string? Target(IReadOnlyList<OfficeRelation> relations, string type) =>
        relations.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal))?.Target;

    private static void ReadWorkbook(XmlReader xml, List<(string Name, string Id, bool Hidden)> sheets, CellFormats formats)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                formats.From1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet")
                sheets.Add((xml.GetAttribute("name") ?? "", Attribute(xml, "id") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
    }

    private static string? Attribute(XmlReader xml, string name) => WordStyles.Attribute(xml, name);

    private static void ReadStrings(XmlReader xml, List<string> strings, ExtractionBudget budget)
    {
        var text = new System.Text.StringBuilder();
        var phonetic = false;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    phonetic = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic = false;
                    break;
                case XmlNodeType.Element when xml.LocalName == "si" && xml.IsEmptyElement:
                    strings.Add("");
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    budget.SpendCharacters(0);
                    strings.Add(text.ToString());
                    text.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when !phonetic && xml.Depth > 2:
                    text.Append(xml.Value);
                    break;
            }
        }
    }

    /// <summary>Text boxes and comments lie in parts of their own.</summary>
    private static void AddDrawings(ZippedDocument parts, string sheet, DocumentBuilder document)
    {
        foreach (var relation in OfficeRelations.Of(parts, sheet))
        {
            if (relation.Type.EndsWith("/drawing", StringComparison.Ordinal) || relation.Type.EndsWith("/comments", StringComparison.Ordinal))
                WithPart(parts, relation.Target, xml => LooseText.Add(xml, document));
        }
    }

    private static void WithPart(ZippedDocument parts, string? part, Action<XmlReader> read)
    {
        using var xml = part is null ? null : parts.OpenXml(part);
        if (xml is not null)
            parts.Guard(() => read(xml));
    }
}
