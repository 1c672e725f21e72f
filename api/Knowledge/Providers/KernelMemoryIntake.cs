using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Jobs;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>The intake of a remote Kernel Memory v1 service: hands originals and tags on, and asks until the service is done.</summary>
internal sealed class KernelMemoryIntake(KernelMemoryClient memory, KernelMemoryStore store, DocumentFiles files, IDbContextFactory<OutlookAssistDatabase> databases, JobQueue jobs) : IDocumentIntake
{
    private const double HandedOnShare = 0.3;
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public bool SharesContents => false; // Over there a document's identifier and tags belong to its passages.

    /// <inheritdoc />
    public async Task TakeInAsync(KnowledgeContent content, ReportProgress report, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var own = await database.Set<KnowledgeDocument>().AsNoTracking().FirstOrDefaultAsync(part => part.PendingContentKey == content.Key, cancellation);
        if (own is null || own.Collection != content.Collection)
        {
            return; // Replaced by a newer version, or deleted; one that is brought back is recalled.
        }

        var scope = new KnowledgeScope(content.Organisation, content.Collection);
        var parts = await KnowledgeContents.PartsOf(database, scope, own.DocumentId).AsNoTracking().Where(part => !part.Retired).ToListAsync(cancellation);
        if (content.State != DocumentState.Indexing)
        {
            await HandOnAsync(database, scope, own, parts, cancellation);
            await report(DocumentState.Indexing, HandedOnShare);
        }

        var status = await memory.StatusAsync(KernelMemoryStore.IndexOf(scope), own.DocumentId, cancellation);
        if (status is null)
        {
            await report(DocumentState.Queued, 0); // The service lost it: hand it on again.
            throw new JobDeferredException(AskAgain);
        }

        if (status.Failed)
        {
            throw new ExtractionException("store-failed", status.FailureReason ?? "The knowledge store could not read this document. Upload it in another format.");
        }

        if (!status.Completed || status.Empty)
        {
            throw new JobDeferredException(AskAgain);
        }

        await DescribeAsync(content, scope, own, cancellation);
    }

    /// <inheritdoc />
    public void Forget(OutlookAssistDatabase database, KnowledgeScope scope, string documentId) =>
        jobs.Enqueue(database, new DocumentForgotten(scope.Organisation, scope.Collection, documentId));

    /// <inheritdoc />
    public async Task RecallAsync(OutlookAssistDatabase database, IReadOnlyCollection<KnowledgeDocument> parts, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            if (await database.Set<KnowledgeContent>().FindAsync([part.NewestContentKey], cancellation) is { State: not DocumentState.Failed } content)
            {
                part.PendingContentKey = content.Key;
                content.State = DocumentState.Queued;
                content.Revision++;
                await jobs.WithdrawAsync(database, new DocumentAccepted(content.Key), cancellation);
                jobs.Enqueue(database, new DocumentAccepted(content.Key), new JobPlace(Organisation: content.Organisation));
            }
        }
    }

    /// <summary>The files of a document travel together, with the first of them; the others wait for it.</summary>
    private async Task HandOnAsync(OutlookAssistDatabase database, KnowledgeScope scope, KnowledgeDocument own, List<KnowledgeDocument> parts, CancellationToken cancellation)
    {
        var keys = parts.Select(part => part.NewestContentKey).ToList();
        var contents = await database.Set<KnowledgeContent>().AsNoTracking().Where(content => keys.Contains(content.Key)).ToDictionaryAsync(content => content.Key, cancellation);
        if (own.FileNumber == 0)
        {
            await memory.UploadAsync(KernelMemoryStore.IndexOf(scope), own.DocumentId, DocumentTags.Parse(own.Tags),
                parts.Select(part => (part.Name, files.Open(contents[part.NewestContentKey]))), cancellation);
        }
        else if (contents.GetValueOrDefault(parts[0].NewestContentKey) is not { State: DocumentState.Indexing or DocumentState.Ready or DocumentState.Failed })
        {
            throw new JobDeferredException(AskAgain);
        }
    }

    /// <summary>What the service made of a file, as far as its passages tell.</summary>
    private async Task DescribeAsync(KnowledgeContent content, KnowledgeScope scope, KnowledgeDocument own, CancellationToken cancellation)
    {
        var filter = new TagFilter([[new TagCondition(TagFilter.DocumentIdKey, [own.DocumentId])]]);
        var passages = (await store.ListAsync(scope, filter, MemoryRequest.MostPassages, cancellation)).Where(passage => passage.DocumentName == own.Name).ToList();
        content.Passages = passages.Count;
        content.Pages = passages.Max(passage => passage.Page);
        content.Language = passages.Count == 0 ? null : LanguageDetector.Detect(string.Join('\n', passages.Select(passage => passage.Text))).Tag;
    }
}

/// <summary>Names a document that was deleted here and must go from the remote service too.</summary>
internal sealed record DocumentForgotten(string Organisation, string Collection, string DocumentId);
