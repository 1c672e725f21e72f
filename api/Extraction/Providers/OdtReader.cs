using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads an OpenDocument text: headings by outline level, lists, tables with headers, notes; deleted and hidden text stays out.</summary>
internal static class OdtReader
{
    private const string What = "OpenDocument text";

    /// <summary>Adds the file to the document.</summary>
    public static void Read(Stream file, DocumentBuilder document)
    {
        using var parts = ZippedDocument.Open(file, What, document.Budget);
        if (IsEncrypted(parts))
            throw ExtractionFailures.Protected(What);
        if (!parts.Has("content.xml"))
            throw ExtractionFailures.Damaged(What);
        document.Title = ReadTitle(parts);
        // Headers and footers belong to the page styles.
        ReadStory(parts, "styles.xml", "header", document);
        ReadStory(parts, "content.xml", "text", document);
        ReadStory(parts, "styles.xml", "footer", document);
    }

    private static void ReadStory(ZippedDocument parts, string part, string container, DocumentBuilder document)
    {
        using var xml = parts.OpenXml(part);
        if (xml is not null)
            parts.Guard(() => new OpenDocumentStory(document, container).Read(xml));
    }

    private static bool IsEncrypted(ZippedDocument parts)
    {
        using var xml = parts.OpenXml("META-INF/manifest.xml");
        var found = false;
        if (xml is not null)
        {
            parts.Guard(() =>
            {
                while (!found && xml.Read())
                    found = xml.LocalName == "encryption-data";
            });
        }

        return found;
    }

    private static string? ReadTitle(ZippedDocument parts)
    {
        using var xml = parts.OpenXml("meta.xml");
        string? title = null;
        if (xml is not null)
        {
            parts.Guard(() =>
            {
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "title", IsEmptyElement: false })
                        title = xml.ReadElementContentAsString();
                }
            });
        }

        return string.IsNullOrWhiteSpace(title) ? null : title;
    }
}
