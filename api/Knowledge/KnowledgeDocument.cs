namespace OutlookAssist.Knowledge;

/// <summary>A file of a document as an organisation knows it: an identifier and a name over some content.</summary>
/// <remarks>Most documents are one file. Kernel Memory's may be several, which come and go together.</remarks>
internal sealed class KnowledgeDocument
{
    /// <summary>Our own key.</summary>
    public long Key { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The collection inside the organisation.</summary>
    public required string Collection { get; set; }

    /// <summary>The identifier that clients use; unique inside the collection.</summary>
    public required string DocumentId { get; set; }

    /// <summary>The place of this file among the files of the document, from 0.</summary>
    public int FileNumber { get; set; }

    /// <summary>The base name of the uploaded file.</summary>
    public required string Name { get; set; }

    /// <summary>Tags as a JSON object of key to list of values.</summary>
    public required string Tags { get; set; }

    /// <summary>When it was uploaded, in UTC ticks.</summary>
    public long UploadedTicks { get; set; }

    /// <summary>The content that answers searches now, or null before the first one is ready.</summary>
    public long? LiveContentKey { get; set; }

    /// <summary>The content that will take its place when it is ready, or null.</summary>
    public long? PendingContentKey { get; set; }

    /// <summary>True for a file that the newest version of the document no longer has; it answers until that version does.</summary>
    public bool Retired { get; set; }

    /// <summary>When it was moved to <see cref="KnowledgeScope.DeletedCollection"/>, in UTC ticks; null everywhere else.</summary>
    public long? DeletedTicks { get; set; }

    /// <summary>The collection that it was deleted from and comes back to; null everywhere else, and for the default one.</summary>
    public string? Origin { get; set; }

    /// <summary>The content whose state a person wants to know: the newest.</summary>
    public long NewestContentKey => PendingContentKey ?? LiveContentKey ?? 0;
}

/// <summary>The bytes of one or more documents and how far they are indexed; identical bytes are kept and indexed once.</summary>
internal sealed class KnowledgeContent
{
    /// <summary>Our own key.</summary>
    public long Key { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The collection inside the organisation: two collections never share a content.</summary>
    public required string Collection { get; set; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The name it was first uploaded under; its ending chooses the reader and its words count as a title.</summary>
    public required string Name { get; set; }

    /// <summary>The media type that downloads are served with.</summary>
    public required string ContentType { get; set; }

    /// <summary>The file below the documents folder.</summary>
    public required string File { get; set; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; set; }

    /// <summary>How far it is.</summary>
    public DocumentState State { get; set; }

    /// <summary>0…1.</summary>
    public double Progress { get; set; }

    /// <summary>Grows with every change of state, so that a worker whose content was cancelled or tried again notices and stops.</summary>
    public int Revision { get; set; }

    /// <summary>A stable code when it failed.</summary>
    public string? FailureCode { get; set; }

    /// <summary>What a person can do about the failure.</summary>
    public string? FailureDetail { get; set; }

    /// <summary>The title that the document states of itself.</summary>
    public string? Title { get; set; }

    /// <summary>The BCP 47 tag of its main language.</summary>
    public string? Language { get; set; }

    /// <summary>Physical pages, or null where the format has none.</summary>
    public int? Pages { get; set; }

    /// <summary>Passages in the index.</summary>
    public int Passages { get; set; }

    /// <summary>True when text that no reader would see was left out.</summary>
    public bool HiddenText { get; set; }
}

/// <summary>How far a document is on its way into the index.</summary>
internal enum DocumentState
{
    /// <summary>Accepted and on disk.</summary>
    Queued,

    /// <summary>Being turned into text.</summary>
    Extracting,

    /// <summary>Its passages are being written.</summary>
    Indexing,

    /// <summary>Answers searches.</summary>
    Ready,

    /// <summary>Could not be read; the failure says why.</summary>
    Failed,
}

/// <summary>The stored form of a passage.</summary>
internal sealed class PassageRow
{
    /// <summary>The key it has in the full-text index too.</summary>
    public long Id { get; set; }

    /// <summary>The content it belongs to.</summary>
    public long ContentKey { get; set; }

    /// <summary>Its number inside the document, from 0.</summary>
    public int Partition { get; set; }

    /// <summary>The physical page from 1, or null where the format has none.</summary>
    public int? Page { get; set; }

    /// <summary>The page on which its section begins: a section that runs over a page break is best cited from its beginning.</summary>
    public int? SectionPage { get; set; }

    /// <summary>The headings in force where it begins, outermost first.</summary>
    public required string Heading { get; set; }

    /// <summary>The words.</summary>
    public required string Text { get; set; }
}
