using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Accepts uploaded documents: all files of a request or none, on disk and queued before the answer is given.</summary>
internal sealed class AddDocument(DocumentUpload uploads, DocumentFiles files, OutlookAssistDatabase database, JobQueue jobs, TimeProvider time)
{
    private const int LongestId = 200;

    /// <summary>Reads the request and accepts it, or refuses it whole with every offending file named.</summary>
    public async Task<Results<Accepted<AcceptedDocuments>, ProblemHttpResult>> HandleAsync(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        var (upload, problem) = await uploads.ReceiveAsync(request, cancellation);
        problem ??= Examine(upload);
        var documentId = upload.Fields.LastOrDefault(field => field.Name == "documentId").Value is { Length: > 0 } id ? id : null;
        problem ??= ExamineId(documentId, upload);
        IReadOnlyDictionary<string, IReadOnlyList<string>> tags = new Dictionary<string, IReadOnlyList<string>>();
        if (problem is null && !DocumentTags.TryRead(upload.Fields.Where(field => field.Name == "tags" && field.Value.Length > 0).Select(field => field.Value), out tags, out var reason))
        {
            problem = Problems.Validation("tags", reason!);
        }

        if (problem is not null)
        {
            DocumentFiles.Discard(upload);
            return problem;
        }

        var documents = upload.Files.Select(file => new AcceptedDocument(documentId ?? Guid.NewGuid().ToString("N"), file.Name)).ToList();
        try
        {
            await AcceptAsync(caller, upload.Files.Zip(documents), DocumentTags.Format(tags), cancellation);
        }
        finally
        {
            DocumentFiles.Discard(upload); // What was kept has moved away; what was a duplicate or failed must not stay.
        }

        jobs.Wake();
        return TypedResults.Accepted((string?)null, new AcceptedDocuments(documents));
    }

    private async Task AcceptAsync(Caller caller, IEnumerable<(ReceivedFile File, AcceptedDocument Document)> accepted, string tags, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var replaced = new List<long?>();
        var obsolete = new List<string>();
        foreach (var (file, document) in accepted)
        {
            var content = await FindOrAddContentAsync(caller, file, cancellation);
            var stored = await database.Set<KnowledgeDocument>().FirstOrDefaultAsync(
                candidate => candidate.Organisation == caller.Organisation && candidate.DocumentId == document.DocumentId, cancellation);
            if (stored is null)
            {
                stored = new KnowledgeDocument { Organisation = caller.Organisation, DocumentId = document.DocumentId, Name = file.Name, Tags = tags };
                database.Add(stored);
            }

            replaced.Add(stored.PendingContentKey);
            stored.Name = file.Name;
            stored.Tags = tags;
            stored.UploadedTicks = time.GetUtcNow().Ticks;
            stored.PendingContentKey = content.Key;
            await database.SaveChangesAsync(cancellation);
            if (content.State == DocumentState.Ready)
            {
                obsolete.AddRange(await KnowledgeContents.PublishAsync(database, content, cancellation));
            }
        }

        obsolete.AddRange(await KnowledgeContents.CollectAsync(database, replaced, cancellation));
        await transaction.CommitAsync(cancellation);
        foreach (var file in obsolete)
        {
            files.Delete(file);
        }
    }

    private async Task<KnowledgeContent> FindOrAddContentAsync(Caller caller, ReceivedFile file, CancellationToken cancellation)
    {
        var mediaType = MediaTypes.Of(file.Name);
        var same = await database.Set<KnowledgeContent>().FirstOrDefaultAsync(
            content => content.Organisation == caller.Organisation && content.Sha256 == file.Sha256 && content.ContentType == mediaType && content.State != DocumentState.Failed,
            cancellation);
        if (same is not null)
        {
            return same;
        }

        var added = new KnowledgeContent
        {
            Organisation = caller.Organisation,
            Sha256 = file.Sha256!,
            Name = file.Name,
            ContentType = mediaType,
            File = files.Keep(file),
            Size = file.Size,
        };
        database.Add(added);
        await database.SaveChangesAsync(cancellation);
        jobs.Enqueue(database, new DocumentAccepted(added.Key));
        return added;
    }

    private static ProblemHttpResult? ExamineId(string? documentId, ReceivedUpload upload)
    {
        if (documentId is null)
        {
            return null;
        }

        if (upload.Files.Count > 1)
        {
            return Problems.Validation("documentId", "One identifier fits one file. Send the files one by one, or without an identifier.");
        }

        return documentId.Length > LongestId || documentId is "." or ".." || documentId.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
            ? Problems.Validation("documentId", $"An identifier has at most {LongestId} letters, digits, dots, hyphens and underscores.")
            : null;
    }

    private static ProblemHttpResult? Examine(ReceivedUpload upload)
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
}

/// <summary>The answer to an upload.</summary>
internal sealed record AcceptedDocuments(IReadOnlyList<AcceptedDocument> Documents);

/// <summary>One accepted document.</summary>
internal sealed record AcceptedDocument(string DocumentId, string Name);

/// <summary>One file that the door refused, with the remedy.</summary>
internal sealed record RefusedFile(string Name, string Code, string Detail);
