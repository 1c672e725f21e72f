using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Deletes a document from the remote service as soon as it answers.</summary>
internal sealed class ForgetDocument(KernelMemoryClient memory, OutlookAssistDatabase database) : IJobHandler<DocumentForgotten>
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async Task HandleAsync(DocumentForgotten payload, CancellationToken cancellation)
    {
        var scope = new KnowledgeScope(payload.Organisation, payload.Collection);
        if (await KnowledgeContents.FindAsync(database, scope, payload.DocumentId, cancellation) is not null)
        {
            return; // Uploaded again meanwhile, which replaces it over there.
        }

        try
        {
            await memory.DeleteAsync(KernelMemoryStore.IndexOf(scope), payload.DocumentId, cancellation);
        }
        catch (UnavailableException)
        {
            throw new JobDeferredException(TryAgain);
        }
    }
}
