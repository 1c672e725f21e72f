namespace OutlookAssist.Mailboxes.Mime;

/// <summary>One part of a message: its header, and either the bytes of its body or the parts inside it.</summary>
/// <param name="Header">The fields of the part.</param>
/// <param name="Type">Content-Type, with the default filled in.</param>
/// <param name="Disposition">Content-Disposition; empty when absent.</param>
/// <param name="Body">The body as it stands in the message, still encoded.</param>
/// <param name="Children">The parts of a multipart, in order.</param>
/// <param name="IsDoubtful">True when it stands behind a place where the nesting of the message is broken.</param>
internal sealed record MimePart(
    HeaderBlock Header,
    ContentField Type,
    ContentField Disposition,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<MimePart> Children,
    bool IsDoubtful)
{
    /// <summary>The media type in lower case; text/plain where none is stated.</summary>
    public string MediaType => Type.Value.Contains('/', StringComparison.Ordinal) ? Type.Value : "text/plain";

    /// <summary>The transfer encoding in lower case; empty where none is stated.</summary>
    public string TransferEncoding
    {
        get
        {
            var value = System.Text.Encoding.Latin1.GetString(Header.First("Content-Transfer-Encoding")).ToLowerInvariant();
            return value.Split([';', '('], 2)[0].Replace(" ", "", StringComparison.Ordinal).Trim('"', '\'', '.', '\t');
        }
    }

    /// <summary>The file name, from whichever field has it.</summary>
    public string? FileName => Disposition["filename"] ?? Type["name"];
}
