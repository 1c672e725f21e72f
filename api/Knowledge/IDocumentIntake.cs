using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>How accepted documents get into the store, and out of it again; every kind of store brings its own.</summary>
internal interface IDocumentIntake
{
    /// <summary>Whether documents with the same bytes may share one content.</summary>
    bool SharesContents { get; }

    /// <summary>Brings a content so far that it can be found; may be repeated after a crash.</summary>
    /// <exception cref="ExtractionException">It never will; code and sentence say why.</exception>
    /// <exception cref="Jobs.JobDeferredException">It is on its way; come back later.</exception>
    Task TakeInAsync(KnowledgeContent content, ReportProgress report, CancellationToken cancellation);

    /// <summary>Has a document's passages removed wherever they do not go with their content, once the caller's transaction commits.</summary>
    void Forget(OutlookAssistDatabase database, KnowledgeScope scope, string documentId);
}

/// <summary>Notes how far a content is, with a share of 0…1 of the whole way.</summary>
internal delegate Task ReportProgress(DocumentState state, double progress);
