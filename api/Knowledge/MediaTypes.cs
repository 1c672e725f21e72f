namespace OutlookAssist.Knowledge;

/// <summary>The media type that an original is served with, by the ending of its name: what the uploader claimed is not trusted.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".text"] = "text/plain",
        [".log"] = "text/plain",
        [".md"] = "text/markdown",
        [".markdown"] = "text/markdown",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "application/xhtml+xml",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".csv"] = "text/csv",
        [".rtf"] = "application/rtf",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".eml"] = "message/rfc822",
        [".json"] = "application/json",
        [".epub"] = "application/epub+zip",
    };

    /// <summary>The media type, or the one of unknown bytes.</summary>
    public static string Of(string name) => ByEnding.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
