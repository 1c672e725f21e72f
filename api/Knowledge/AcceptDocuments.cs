using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Takes received files in: every document of an upload or none, on disk and queued in one transaction.</summary>
internal sealed class AcceptDocuments(DocumentFiles files, OutlookAssistDatabase database, IDocumentIntake intake, JobQueue jobs, KnowledgeNews news, TimeProvider time)
{
    private const int LongestId = 200;

    /// <summary>Accepts the documents; one that is known under its identifier is replaced as soon as the new version can answer.</summary>
    public async Task HandleAsync(KnowledgeScope scope, IReadOnlyCollection<ReceivedDocument> documents, string tags, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var ready = new List<KnowledgeContent>();
        var replaced = new List<long?>();
        foreach (var document in documents)
        {
            var parts = await KnowledgeContents.PartsOf(database, scope, document.DocumentId).ToListAsync(cancellation);
            foreach (var (number, file) in document.Files.Index())
            {
                var content = await FindOrAddContentAsync(scope, file, cancellation);
                var part = parts.Find(part => part.FileNumber == number) ?? Add(scope, document.DocumentId, number);
                replaced.Add(part.PendingContentKey);
                part.Name = file.Name;
                part.Tags = tags;
                part.UploadedTicks = time.GetUtcNow().Ticks;
                part.PendingContentKey = content.Key;
                part.Retired = false;
                if (content.State == DocumentState.Ready)
                {
                    ready.Add(content);
                }
            }

            // Files that the new version no longer has answer until it does.
            parts.Where(part => part.FileNumber >= document.Files.Count).ToList().ForEach(part => part.Retired = true);
            await database.SaveChangesAsync(cancellation);
        }

        var obsolete = new List<string>();
        foreach (var content in ready)
        {
            obsolete.AddRange(await KnowledgeContents.PublishAsync(database, content, cancellation));
        }

        obsolete.AddRange(await KnowledgeContents.CollectAsync(database, replaced, cancellation));
        await transaction.CommitAsync(cancellation);
        obsolete.ForEach(files.Delete);
        jobs.Wake();
        if (scope.Collection == KnowledgeScope.DefaultCollection)
        {
            await news.DocumentsChangedAsync(scope.Organisation, [.. documents.Select(document => document.DocumentId)], cancellation);
        }
    }

    /// <summary>The problem with an identifier that a client chose, or null.</summary>
    public static ProblemHttpResult? ExamineId(string documentId) =>
        documentId.Length > LongestId || documentId is "." or ".." || documentId.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
            ? Problems.Validation("documentId", $"An identifier has at most {LongestId} letters, digits, dots, hyphens and underscores.")
            : null;

    /// <summary>The problem with what was received, every offending file named, or null.</summary>
    public static ProblemHttpResult? Examine(ReceivedUpload upload)
    {
        if (upload.Files.Count == 0)
        {
            return Problems.Validation("file", "There is no file in the request.");
        }

        var refused = new List<(int Status, RefusedFile File)>();
        foreach (var file in upload.Files)
        {
            if (file.Size == 0)
            {
                refused.Add((422, new RefusedFile(file.Name, "empty-document", "The file is empty. Upload one with content.")));
            }
            else if (file.Sha256 is null)
            {
                refused.Add((413, new RefusedFile(file.Name, "too-large", "The file is larger than this product accepts. Split it into parts.")));
            }
            else if (DocumentTypes.Examine(file.Name, file.Head) is { Type: null } verdict)
            {
                refused.Add((verdict.Code == "empty-document" ? 422 : 415, new RefusedFile(file.Name, verdict.Code!, verdict.Detail!)));
            }
        }

        return refused.Count == 0
            ? null
            : Problems.Create(refused[0].Status, refused[0].File.Code, $"Nothing was accepted. {refused[0].File.Detail}", ("files", refused.Select(entry => entry.File).ToList()));
    }

    private KnowledgeDocument Add(KnowledgeScope scope, string documentId, int number)
    {
        var part = new KnowledgeDocument { Organisation = scope.Organisation, Collection = scope.Collection, DocumentId = documentId, FileNumber = number, Name = "", Tags = "" };
        database.Add(part);
        return part;
    }

    private async Task<KnowledgeContent> FindOrAddContentAsync(KnowledgeScope scope, ReceivedFile file, CancellationToken cancellation)
    {
        var mediaType = MediaTypes.Of(file.Name);
        var same = !intake.SharesContents ? null : await database.Set<KnowledgeContent>().FirstOrDefaultAsync(
            content => content.Organisation == scope.Organisation && content.Collection == scope.Collection
                && content.Sha256 == file.Sha256 && content.ContentType == mediaType && content.State != DocumentState.Failed,
            cancellation);
        if (same is not null)
        {
            return same;
        }

        var added = new KnowledgeContent
        {
            Organisation = scope.Organisation,
            Collection = scope.Collection,
            Sha256 = file.Sha256!,
            Name = file.Name,
            ContentType = mediaType,
            File = files.Keep(file),
            Size = file.Size,
        };
        database.Add(added);
        await database.SaveChangesAsync(cancellation);
        jobs.Enqueue(database, new DocumentAccepted(added.Key), new JobPlace(Organisation: added.Organisation));
        return added;
    }
}

/// <summary>The files of one document that wait to be accepted.</summary>
internal sealed record ReceivedDocument(string DocumentId, IReadOnlyList<ReceivedFile> Files);

/// <summary>One file that the door refused, with the remedy.</summary>
internal sealed record RefusedFile(string Name, string Code, string Detail);
