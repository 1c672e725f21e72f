using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Accepts uploaded documents: all files of a request or none, on disk and queued before the answer is given.</summary>
internal sealed class AddDocument(DocumentUpload uploads, AcceptDocuments accept)
{
    /// <summary>Reads the request and accepts it, or refuses it whole with every offending file named.</summary>
    public async Task<Results<Accepted<AcceptedDocuments>, ProblemHttpResult>> HandleAsync(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        var (upload, problem) = await uploads.ReceiveAsync(request, caller.Organisation, cancellation);
        try
        {
            problem ??= AcceptDocuments.Examine(upload);
            var documentId = upload.Fields.LastOrDefault(field => field.Name == "documentId").Value is { Length: > 0 } id ? id : null;
            problem ??= ExamineId(documentId, upload);
            if (!DocumentTags.TryRead(upload.Fields.Where(field => field.Name == "tags" && field.Value.Length > 0).Select(field => field.Value), out var tags, out var reason))
            {
                problem ??= Problems.Validation("tags", reason!);
            }

            if (problem is not null)
            {
                return problem;
            }

            var documents = upload.Files.Select(file => new ReceivedDocument(documentId ?? Guid.NewGuid().ToString("N"), [file])).ToList();
            await accept.HandleAsync(new KnowledgeScope(caller.Organisation), documents, DocumentTags.Format(tags), cancellation);
            return TypedResults.Accepted((string?)null, new AcceptedDocuments([.. documents.Select(document => new AcceptedDocument(document.DocumentId, document.Files[0].Name))]));
        }
        finally
        {
            DocumentFiles.Discard(upload); // What was kept has moved away; what was refused, a duplicate or failed must not stay.
        }
    }

    private static ProblemHttpResult? ExamineId(string? documentId, ReceivedUpload upload) => documentId switch
    {
        null => null,
        _ when upload.Files.Count > 1 => Problems.Validation("documentId", "One identifier fits one file. Send the files one by one, or without an identifier."),
        _ => AcceptDocuments.ExamineId(documentId),
    };
}

/// <summary>The answer to an upload.</summary>
internal sealed record AcceptedDocuments(IReadOnlyList<AcceptedDocument> Documents);

/// <summary>One accepted document.</summary>
internal sealed record AcceptedDocument(string DocumentId, string Name);
