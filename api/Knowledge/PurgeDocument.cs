using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Names a document that was deleted and can be brought back until this job runs.</summary>
internal sealed record DocumentDeleted(string Organisation, string DocumentId, long Ticks);

/// <summary>Removes a deleted document for good when the time for an undo has passed.</summary>
internal sealed class PurgeDocument(DeleteDocument delete) : IJobHandler<DocumentDeleted>
{
    /// <inheritdoc />
    public Task HandleAsync(DocumentDeleted payload, CancellationToken cancellation) =>
        delete.PurgeAsync(payload.Organisation, payload.DocumentId, payload.Ticks, cancellation);
}
