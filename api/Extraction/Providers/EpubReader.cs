using System.Xml;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads an electronic book: its chapters in reading order, each a web page of its own.</summary>
internal static class EpubReader
{
    private const string What = "electronic book";

    /// <summary>Adds the file to the document.</summary>
    public static void Read(Stream file, DocumentBuilder document)
    {
        using var parts = ZippedDocument.Open(file, What, document.Budget);
        if (parts.Has("META-INF/rights.xml"))
            throw ExtractionFailures.Protected(What);
        var package = PackagePart(parts);
        if (package is null || !parts.Has(package))
            throw ExtractionFailures.Damaged(What);
        var (title, chapters) = ReadPackage(parts, package);
        document.Title = title;
        foreach (var chapter in chapters)
        {
            if (parts.ReadPart(chapter) is not { } bytes)
                continue;
            // Every chapter repeats the book's own title or has none; the package's is the better one.
            HtmlReader.Read(bytes, document);
            document.Title = title ?? document.Title;
        }
    }

    private static string? PackagePart(ZippedDocument parts)
    {
        using var xml = parts.OpenXml("META-INF/container.xml");
        string? package = null;
        if (xml is not null)
        {
            parts.Guard(() =>
            {
                while (package is null && xml.Read())
                    package = xml.LocalName == "rootfile" ? xml.GetAttribute("full-path") : null;
            });
        }

        return package;
    }

    private static (string? Title, List<string> Chapters) ReadPackage(ZippedDocument parts, string package)
    {
        var folder = package.Contains('/') ? package[..package.LastIndexOf('/')] : "";
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        string? title = null;
        using var xml = parts.OpenXml(package)!;
        parts.Guard(() =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "title" && !xml.IsEmptyElement && title is null)
                    title = xml.ReadString();
                else if (xml.LocalName == "item" && xml.GetAttribute("media-type") is { } type && type.Contains("html", StringComparison.Ordinal))
                    pages[xml.GetAttribute("id") ?? ""] = OfficeRelations.Resolve(folder, Uri.UnescapeDataString(xml.GetAttribute("href") ?? ""));
                else if (xml.LocalName == "itemref" && xml.GetAttribute("linear") != "no")
                    order.Add(xml.GetAttribute("idref") ?? "");
            }
        });
        return (string.IsNullOrWhiteSpace(title) ? null : title, order.Where(pages.ContainsKey).Distinct().Select(id => pages[id]).ToList());
    }
}
