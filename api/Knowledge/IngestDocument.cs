using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Names a content that was accepted and waits to be read and indexed.</summary>
internal sealed record DocumentAccepted(long ContentKey);

/// <summary>Turns an accepted document into passages that can be found; every step may be repeated after a crash.</summary>
internal sealed class IngestDocument(OutlookAssistDatabase database, DocumentFiles files, ExtractText extract, IKnowledgeStore store, RunningIngestions running) : IJobHandler<DocumentAccepted>
{
    private const double ExtractedShare = 0.5;
    private const int LanguageSample = 20_000;

    /// <inheritdoc />
    public async Task HandleAsync(DocumentAccepted payload, CancellationToken cancellation)
    {
        if (await database.Set<KnowledgeContent>().FindAsync([payload.ContentKey], cancellation) is not { State: not (DocumentState.Ready or DocumentState.Failed) } content)
        {
            await LeaveNothingAsync(payload.ContentKey, cancellation); // Deleted or cancelled meanwhile, or the crash came after the last step.
            return;
        }

        var stop = running.Begin(content.Key, cancellation);
        try
        {
            await IngestAsync(content, stop.Token);
        }
        catch (ExtractionException failure)
        {
            await FailAsync(content, failure.Code, failure.Message, cancellation);
        }
        catch (Exception failure) when (failure is DbUpdateConcurrencyException || (failure is OperationCanceledException && stop.IsCancellationRequested && !cancellation.IsCancellationRequested))
        {
            await LeaveNothingAsync(content.Key, cancellation); // Deleted or cancelled while it was being read.
        }
        finally
        {
            running.End(content.Key, stop);
        }
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(DocumentAccepted payload, CancellationToken cancellation)
    {
        if (await database.Set<KnowledgeContent>().FindAsync([payload.ContentKey], cancellation) is { } content)
        {
            await FailAsync(content, "too-complex", "The document could not be read within the limits of time and memory. Save it in another format or split it.", cancellation);
        }
    }

    private async Task IngestAsync(KnowledgeContent content, CancellationToken cancellation)
    {
        await EnterAsync(content, DocumentState.Extracting, 0.05, cancellation);
        var extracted = await extract.FromFileAsync(files.PathOf(content), content.Name, cancellation);
        var passages = SplitText.Split(extracted);
        if (passages.Count == 0)
        {
            throw new ExtractionException("no-text", "The document has no readable text. If it is a scan, run text recognition on it and upload the result.");
        }

        content.Title = extracted.Title;
        content.HiddenText = extracted.HiddenText;
        content.Pages = extracted.Pages[^1].Number is null ? null : extracted.Pages.Count;
        content.Language = LanguageDetector.Detect(Sample(passages)).Tag;
        await EnterAsync(content, DocumentState.Indexing, ExtractedShare, cancellation);
        await store.WriteAsync(content, passages, share => EnterAsync(content, DocumentState.Indexing, ExtractedShare + ((0.99 - ExtractedShare) * share), cancellation), cancellation);
        content.Passages = passages.Count;
        await PublishAsync(content, cancellation);
    }

    private async Task PublishAsync(KnowledgeContent content, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await EnterAsync(content, DocumentState.Ready, 1, cancellation);
        var obsolete = await KnowledgeContents.PublishAsync(database, content, cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var file in obsolete)
        {
            files.Delete(file);
        }
    }

    private Task FailAsync(KnowledgeContent content, string code, string detail, CancellationToken cancellation)
    {
        content.FailureCode = code;
        content.FailureDetail = detail;
        return EnterAsync(content, DocumentState.Failed, content.Progress, cancellation);
    }

    private async Task EnterAsync(KnowledgeContent content, DocumentState state, double progress, CancellationToken cancellation)
    {
        content.State = state;
        content.Revision++;
        content.Progress = progress;
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>Passages of a content that was deleted or cancelled would never be found, nor removed later.</summary>
    private async Task LeaveNothingAsync(long contentKey, CancellationToken cancellation)
    {
        database.ChangeTracker.Clear();
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await database.Set<KnowledgeContent>().FindAsync([contentKey], cancellation) is null or { State: DocumentState.Failed })
        {
            await Providers.SqliteKnowledgeStore.RemoveAsync(database, contentKey, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static string Sample(IReadOnlyList<PassageDraft> passages)
    {
        var sample = new System.Text.StringBuilder();
        foreach (var passage in passages)
        {
            if (sample.Append(passage.Text).Append('\n').Length > LanguageSample)
            {
                break;
            }
        }

        return sample.ToString();
    }
}
