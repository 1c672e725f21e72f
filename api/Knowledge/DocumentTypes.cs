namespace OutlookAssist.Knowledge;

/// <summary>A format that can be read.</summary>
internal enum DocumentType
{
    /// <summary>Text without structure.</summary>
    PlainText,

    /// <summary>CommonMark and its tables.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Word since 2007.</summary>
    Docx,

    /// <summary>PowerPoint since 2007.</summary>
    Pptx,

    /// <summary>Excel since 2007.</summary>
    Xlsx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>An electronic book.</summary>
    Epub,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>Values separated by commas, semicolons or tabs.</summary>
    Csv,

    /// <summary>JSON, or one JSON value per line.</summary>
    Json,

    /// <summary>A saved mail.</summary>
    Mail,
}

/// <summary>What the door says about a file: a type to read it as, or a refusal with its code and a sentence that names the remedy.</summary>
internal sealed record DocumentTypeVerdict(DocumentType? Type, string? Code = null, string? Detail = null);

/// <summary>Decides by name and first bytes whether a file is let in; content that contradicts its name is refused.</summary>
internal static class DocumentTypes
{
    /// <summary>So many first bytes are enough to judge a file; fewer are judged as far as they go.</summary>
    public const int HeadLength = 4096;

    private static readonly Dictionary<string, DocumentType> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = DocumentType.PlainText,
        [".text"] = DocumentType.PlainText,
        [".log"] = DocumentType.PlainText,
        [".md"] = DocumentType.Markdown,
        [".markdown"] = DocumentType.Markdown,
        [".html"] = DocumentType.Html,
        [".htm"] = DocumentType.Html,
        [".xhtml"] = DocumentType.Html,
        [".pdf"] = DocumentType.Pdf,
        [".docx"] = DocumentType.Docx,
        [".docm"] = DocumentType.Docx,
        [".dotx"] = DocumentType.Docx,
        [".pptx"] = DocumentType.Pptx,
        [".pptm"] = DocumentType.Pptx,
        [".ppsx"] = DocumentType.Pptx,
        [".xlsx"] = DocumentType.Xlsx,
        [".xlsm"] = DocumentType.Xlsx,
        [".odt"] = DocumentType.Odt,
        [".epub"] = DocumentType.Epub,
        [".rtf"] = DocumentType.Rtf,
        [".csv"] = DocumentType.Csv,
        [".tsv"] = DocumentType.Csv,
        [".json"] = DocumentType.Json,
        [".jsonl"] = DocumentType.Json,
        [".eml"] = DocumentType.Mail,
    };

    private static readonly Dictionary<string, string> Remedies = new(StringComparer.OrdinalIgnoreCase)
    {
        [".doc"] = "Save it as .docx and upload that copy.",
        [".xls"] = "Save it as .xlsx and upload that copy.",
        [".ppt"] = "Save it as .pptx and upload that copy.",
        [".msg"] = "Save the message as .eml or as text and upload that copy.",
        [".zip"] = "Unpack it and upload the documents in it.",
        [".7z"] = "Unpack it and upload the documents in it.",
        [".rar"] = "Unpack it and upload the documents in it.",
        [".tar"] = "Unpack it and upload the documents in it.",
        [".gz"] = "Unpack it and upload the documents in it.",
        [".png"] = ImageRemedy,
        [".jpg"] = ImageRemedy,
        [".jpeg"] = ImageRemedy,
        [".gif"] = ImageRemedy,
        [".bmp"] = ImageRemedy,
        [".tif"] = ImageRemedy,
        [".tiff"] = ImageRemedy,
        [".webp"] = ImageRemedy,
        [".heic"] = ImageRemedy,
        [".svg"] = ImageRemedy,
    };

    private const string ImageRemedy = "A picture has no text to read: upload the document it was made from, or a PDF with recognised text.";

    /// <summary>The extensions that are let in, with their dot, in alphabetical order.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. ByExtension.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Judges a file by its name and its first <see cref="HeadLength"/> bytes.</summary>
    public static DocumentTypeVerdict Examine(string fileName, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(fileName);
        if (head.IsEmpty)
            return new DocumentTypeVerdict(null, "empty-document", "The file is empty. Check that it was saved, and upload it again.");
        if (!ByExtension.TryGetValue(extension, out var type))
            return Refuse(extension.Length == 0 ? "A file without an ending is not supported." : $"Files of type {Shorten(extension)} are not supported.", extension);
        var found = FileSignature.Of(head);
        return Agrees(type, found)
            ? new DocumentTypeVerdict(type)
            : Refuse($"The file is named {extension.ToLowerInvariant()} but is {FileSignature.Name(found)}.", FileSignature.Extension(found));
    }

    private static bool Agrees(DocumentType type, SignatureKind found) => type switch
    {
        // What cannot be recognised may be a damaged PDF or archive; reading it will say so.
        DocumentType.Pdf => found is SignatureKind.Pdf or SignatureKind.Unknown or SignatureKind.Text or SignatureKind.Binary,
        // Word wraps a document with a password in the container of its old format.
        DocumentType.Docx or DocumentType.Pptx or DocumentType.Xlsx => found is SignatureKind.Zip or SignatureKind.Ole or SignatureKind.Unknown or SignatureKind.Binary,
        DocumentType.Odt or DocumentType.Epub => found is SignatureKind.Zip or SignatureKind.Unknown or SignatureKind.Binary,
        // Rich Text may carry pictures as bytes.
        DocumentType.Rtf => found is SignatureKind.Text or SignatureKind.Unknown or SignatureKind.Binary,
        _ => found is SignatureKind.Text or SignatureKind.Unknown,
    };

    private static DocumentTypeVerdict Refuse(string fact, string extension) => new(
        null,
        "unsupported-document",
        $"{fact} {Remedies.GetValueOrDefault(extension) ?? $"Upload one of {string.Join(", ", Extensions)}."}");

    // The ending comes from a stranger and goes into a sentence.
    private static string Shorten(string extension) =>
        extension.Length <= 10 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : "this name";
}
