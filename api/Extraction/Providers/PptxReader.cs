using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads a presentation slide by slide: titles as headings, points as list items, tables with headers, notes; hidden slides stay out.</summary>
internal static class PptxReader
{
    private const string What = "presentation";

    /// <summary>Adds the file to the document.</summary>
    public static void Read(Stream file, DocumentBuilder document)
    {
        using var parts = ZippedDocument.Open(file, What, document.Budget);
        var main = OfficeRelations.MainPart(parts) ?? "ppt/presentation.xml";
        if (!parts.Has(main))
            throw ExtractionFailures.Damaged(What);
        document.Title = OfficeRelations.Title(parts);
        var targets = OfficeRelations.Of(parts, main).ToLookup(relation => relation.Id);
        var number = 0;
        foreach (var id in SlideIds(parts, main))
        {
            document.StartPage(++number);
            if (targets[id].FirstOrDefault() is { } slide)
                ReadSlide(parts, slide.Target, document);
        }
    }

    private static List<string> SlideIds(ZippedDocument parts, string main)
    {
        var ids = new List<string>();
        using var xml = parts.OpenXml(main)!;
        parts.Guard(() =>
        {
            while (xml.Read())
            {
                // The slide has an "id" of its own beside the one of its relation.
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sldId" } && RelationId(xml) is { } id)
                    ids.Add(id);
            }
        });
        return ids;
    }

    private static string? RelationId(XmlReader xml)
    {
        string? found = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                found = xml.Value;
        }

        xml.MoveToElement();
        return found;
    }

    private static void ReadSlide(ZippedDocument parts, string slide, DocumentBuilder document)
    {
        var text = new SlideText(document);
        WithXml(parts, slide, text.Read);
        if (text.IsHidden)
        {
            document.ReportHidden();
            return;
        }

        text.AddTo(document);
        foreach (var relation in OfficeRelations.Of(parts, slide))
        {
            if (relation.Type.EndsWith("/diagramData", StringComparison.Ordinal) || relation.Type.EndsWith("/chart", StringComparison.Ordinal))
                WithXml(parts, relation.Target, xml => LooseText.Add(xml, document));
            else if (relation.Type.EndsWith("/notesSlide", StringComparison.Ordinal))
                WithXml(parts, relation.Target, xml => AddNotes(xml, document));
        }
    }

    private static void AddNotes(XmlReader xml, DocumentBuilder document)
    {
        var notes = new SlideText(document);
        notes.Read(xml);
        notes.AddBodyTo(document);
    }

    private static void WithXml(ZippedDocument parts, string part, Action<XmlReader> read)
    {
        using var xml = parts.OpenXml(part);
        if (xml is not null)
            parts.Guard(() => read(xml));
    }
}
