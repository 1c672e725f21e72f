namespace OutlookAssist.Mailboxes.Mime;

/// <summary>The files that a raw mail brings along, decoded.</summary>
internal static class AttachmentContents
{
    private const string Nameless = "attachment";

    /// <summary>Each with its name, in the order of the mail; pictures that belong to the text are left out.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Of(ReadOnlyMemory<byte> raw)
    {
        var defects = new Defects();
        return Files(new MimeParser(defects).Parse(raw)).Select(part => (NameOf(part), TransferEncoding.Decode(part.Body.Span, part.TransferEncoding, defects).ToArray()));
    }

    private static IEnumerable<MimePart> Files(MimePart part) =>
        part.Children.Count > 0 ? part.Children.SelectMany(Files)
        : part.Disposition.Value == "attachment" || (part.FileName is not null && !part.MediaType.StartsWith("image/", StringComparison.Ordinal)) ? [part]
        : [];

    private static string NameOf(MimePart part) => Path.GetFileName(part.FileName) is { Length: > 0 } name ? name : part.MediaType == "message/rfc822" ? $"{Nameless}.eml" : Nameless;
}
