using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge.Vectors;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Knowledge;

/// <summary>Names a content that was accepted and waits to be read and indexed.</summary>
internal sealed record DocumentAccepted(long ContentKey);

/// <summary>Turns an accepted document into passages that can be found; every step may be repeated after a crash.</summary>
internal sealed class IngestDocument(OutlookAssistDatabase database, DocumentFiles files, IDocumentIntake intake, RunningIngestions running, KnowledgeNews news, JobQueue jobs, EmbedTexts embed) : IJobHandler<DocumentAccepted>
{
    private static readonly TimeSpan StoreMayBeBack = TimeSpan.FromSeconds(5);

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
            await intake.TakeInAsync(content, (state, progress) => EnterAsync(content, state, progress, stop.Token), stop.Token);
            await PublishAsync(content, stop.Token);
        }
        catch (ExtractionException failure)
        {
            await FailAsync(content, failure.Code, failure.Message, cancellation);
        }
        catch (DamagedException failure)
        {
            await FailAsync(content, failure.Code, failure.Message, cancellation);
        }
        catch (Exception failure) when (failure is DbUpdateConcurrencyException || (failure is OperationCanceledException && stop.IsCancellationRequested && !cancellation.IsCancellationRequested))
        {
            await LeaveNothingAsync(content.Key, cancellation); // Deleted or cancelled while it was being read.
        }
        catch (UnavailableException)
        {
            throw new JobDeferredException(StoreMayBeBack); // What was accepted waits for the store as long as it takes.
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

    /// <inheritdoc />
    public async Task ReviveAsync(DocumentAccepted payload, CancellationToken cancellation)
    {
        if (await database.Set<KnowledgeContent>().FindAsync([payload.ContentKey], cancellation) is not { State: DocumentState.Failed } content)
        {
            throw new JobRejectedException("The document is gone, or ready.");
        }

        (content.State, content.Progress, content.FailureCode, content.FailureDetail) = (DocumentState.Queued, 0, null, null);
        content.Revision++;
        await database.SaveChangesAsync(cancellation);
    }

    private async Task PublishAsync(KnowledgeContent content, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await EnterAsync(content, DocumentState.Ready, 1, cancellation);
        var obsolete = await KnowledgeContents.PublishAsync(database, content, cancellation);
        if (embed.IsOn && intake.SharesContents)
        {
            jobs.Enqueue(database, new DocumentReady(content.Key), new JobPlace(Organisation: content.Organisation)); // It answers by its words from now on, by its meaning a little later.
            await database.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        jobs.Wake();
        foreach (var file in obsolete)
        {
            files.Delete(file);
        }

        await news.ContentChangedAsync(content, cancellation);
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
        if (state != DocumentState.Ready)
        {
            await news.ContentChangedAsync(content, cancellation); // Ready is told after the commit.
        }
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
}
