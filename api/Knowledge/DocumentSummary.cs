namespace OutlookAssist.Knowledge;

/// <summary>A document as the API shows it.</summary>
/// <param name="DocumentId">The identifier that clients use.</param>
/// <param name="Name">The base name of the uploaded file.</param>
/// <param name="State">queued, extracting, indexing, ready or failed.</param>
/// <param name="Progress">0…1.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="Pages">Physical pages, or null where the format has none.</param>
/// <param name="Size">Bytes of the original.</param>
/// <param name="ContentType">The media type of the original.</param>
/// <param name="Language">The BCP 47 tag of its main language, or null until it is read.</param>
/// <param name="Tags">Key to values.</param>
/// <param name="UploadedAt">When it was accepted.</param>
/// <param name="HiddenText">True when text that no reader would see was left out.</param>
/// <param name="Collection">The collection it is in; <c>default</c> is read by everybody.</param>
/// <param name="Answering">True while a version of it, this one or the one before, answers searches.</param>
internal sealed record DocumentSummary(
    string DocumentId,
    string Name,
    DocumentState State,
    double Progress,
    DocumentFailure? Failure,
    int Passages,
    int? Pages,
    long Size,
    string ContentType,
    string? Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tags,
    DateTimeOffset UploadedAt,
    bool HiddenText,
    string Collection,
    bool Answering)
{
    /// <summary>Joins a document with its newest content.</summary>
    public static DocumentSummary Of(KnowledgeDocument document, KnowledgeContent content) => new(
        document.DocumentId,
        document.Name,
        content.State,
        Math.Round(content.Progress, 3),
        content.FailureCode is { } code ? new DocumentFailure(code, content.FailureDetail ?? "") : null,
        content.Passages,
        content.Pages,
        content.Size,
        content.ContentType,
        content.Language,
        DocumentTags.Parse(document.Tags),
        new DateTimeOffset(document.UploadedTicks, TimeSpan.Zero),
        content.HiddenText,
        document.Collection == KnowledgeScope.DeletedCollection ? document.Origin ?? KnowledgeScope.DefaultCollection : document.Collection,
        document.LiveContentKey is not null);
}

/// <summary>A stable code and a sentence that a person can act on.</summary>
internal sealed record DocumentFailure(string Code, string Detail);
