using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Kernel Memory's upload: all files of a request are one document.</summary>
internal sealed class UploadMemory(DocumentUpload uploads, AcceptDocuments accept)
{
    /// <summary>Accepts the document, or refuses it whole.</summary>
    public async Task<Results<Accepted<MemoryAccepted>, ProblemHttpResult>> HandleAsync(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        var (upload, problem) = await uploads.ReceiveAsync(request, caller.Organisation, cancellation);
        try
        {
            problem ??= ExamineFields(upload) ?? ExamineFiles(upload);
            if (problem is not null || !MemoryRequest.TryScope(ValueOf(upload, "index"), caller, out var scope, out problem))
            {
                return problem!;
            }

            if (!DocumentTags.TryRead(upload.Fields.Where(field => field.Name == "tags" && !string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Value), out var tags, out var reason))
            {
                return Problems.Validation("tags", reason!);
            }

            var documentId = ValueOf(upload, "documentId") is { Length: > 0 } chosen ? chosen : Guid.NewGuid().ToString("N");
            await accept.HandleAsync(scope, [new ReceivedDocument(documentId, upload.Files)], DocumentTags.Format(tags), cancellation);
            return TypedResults.Accepted(
                $"/memory/upload-status?index={scope.Collection}&documentId={documentId}",
                new MemoryAccepted(scope.Collection, documentId, "Document upload completed, ingestion started"));
        }
        finally
        {
            DocumentFiles.Discard(upload);
        }
    }

    private static ProblemHttpResult? ExamineFields(ReceivedUpload upload)
    {
        foreach (var single in new[] { "index", "documentId", "args" })
        {
            if (upload.Fields.Count(field => field.Name == single) > 1)
            {
                return Problems.Validation(single, "This field may come once.");
            }
        }

        // Steps and arguments steer a pipeline that is fixed here; they are read so that a mistake does not go unnoticed.
        if (ValueOf(upload, "args") is { Length: > 0 } arguments && !IsObject(arguments))
        {
            return Problems.Validation("args", "The arguments are a JSON object.");
        }

        return AcceptDocuments.ExamineId(ValueOf(upload, "documentId"));
    }

    private static ProblemHttpResult? ExamineFiles(ReceivedUpload upload)
    {
        if (upload.Files.Any(file => file.Name.EndsWith(".url", StringComparison.OrdinalIgnoreCase)))
        {
            return Problems.Validation("file", "This product fetches no web pages. Save the page as HTML or PDF and upload that file.");
        }

        return upload.Files.DistinctBy(file => file.Name).Count() < upload.Files.Count
            ? Problems.Validation("file", "Two files of one document cannot have the same name.")
            : AcceptDocuments.Examine(upload);
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string ValueOf(ReceivedUpload upload, string name) => upload.Fields.FirstOrDefault(field => field.Name == name).Value?.Trim() ?? "";
}
