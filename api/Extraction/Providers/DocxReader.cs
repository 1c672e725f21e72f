using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads a Word document: headings by style or outline level, lists, tables with headers, text boxes, headers, footers and notes.</summary>
internal static class DocxReader
{
    private const string What = "Word document";

    /// <summary>Adds the file to the document.</summary>
    public static void Read(Stream file, DocumentBuilder document)
    {
        using var parts = ZippedDocument.Open(file, What, document.Budget);
        var main = OfficeRelations.MainPart(parts) ?? "word/document.xml";
        if (!parts.Has(main))
            throw ExtractionFailures.Damaged(What);
        document.Title = OfficeRelations.Title(parts);
        var relations = OfficeRelations.Of(parts, main);
        var styles = new WordStyles();
        Each(parts, relations, "/styles", part => WithXml(parts, part, styles.Load));
        Each(parts, relations, "/header", part => ReadStory(parts, part, styles, document));
        ReadStory(parts, main, styles, document);
        Each(parts, relations, "/chart", part => WithXml(parts, part, xml => LooseText.Add(xml, document)));
        Each(parts, relations, "/diagramData", part => WithXml(parts, part, xml => LooseText.Add(xml, document)));
        Each(parts, relations, "/footnotes", part => ReadStory(parts, part, styles, document));
        Each(parts, relations, "/endnotes", part => ReadStory(parts, part, styles, document));
        Each(parts, relations, "/footer", part => ReadStory(parts, part, styles, document));
    }

    private static void Each(ZippedDocument parts, IReadOnlyList<OfficeRelation> relations, string type, Action<string> read)
    {
        foreach (var target in relations.Where(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Select(relation => relation.Target).Distinct())
            read(target);
    }

    private static void ReadStory(ZippedDocument parts, string part, WordStyles styles, DocumentBuilder document) =>
        WithXml(parts, part, xml => new WordStory(styles, document).Read(xml));

    private static void WithXml(ZippedDocument parts, string part, Action<XmlReader> read)
    {
        using var xml = parts.OpenXml(part);
        if (xml is not null)
            parts.Guard(() => read(xml));
    }
}
