using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Groups passages by the file they stand in, as Kernel Memory's clients expect them.</summary>
internal sealed class MemoryCitations(OutlookAssistDatabase database)
{
    /// <summary>One citation a file, in the order in which its first passage comes.</summary>
    public async Task<IReadOnlyList<MemoryCitation>> OfAsync(KnowledgeScope scope, IReadOnlyList<(Passage Passage, double Relevance)> passages, CancellationToken cancellation)
    {
        var wanted = passages.Select(found => found.Passage.DocumentId).Distinct().ToList();
        var parts = await database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(part => part.Organisation == scope.Organisation && part.Collection == scope.Collection && wanted.Contains(part.DocumentId)).ToListAsync(cancellation);
        var known = parts.ToLookup(part => (part.DocumentId, part.Name));
        return [.. passages.GroupBy(found => (found.Passage.DocumentId, found.Passage.DocumentName))
            .Select(file => Cite(scope, file.Key.DocumentId, file.Key.DocumentName, known[file.Key].FirstOrDefault(), file))];
    }

    private static MemoryCitation Cite(KnowledgeScope scope, string documentId, string name, KnowledgeDocument? part, IEnumerable<(Passage Passage, double Relevance)> passages)
    {
        // A remote store may hold documents that were never uploaded here.
        var tags = DocumentTags.Parse(part?.Tags ?? "{}");
        var updated = new DateTimeOffset(part?.UploadedTicks ?? 0, TimeSpan.Zero);
        var fileId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{documentId}\n{name}")).AsSpan(0, 16));
        return new MemoryCitation(
            $"{scope.Collection}/{documentId}/{fileId}",
            scope.Collection,
            documentId,
            fileId,
            MediaTypes.Of(name),
            name,
            string.Create(CultureInfo.InvariantCulture, $"/download?index={scope.Collection}&documentId={Uri.EscapeDataString(documentId)}&filename={Uri.EscapeDataString(name)}"),
            [.. passages.Select(found => new MemoryPartition(found.Passage.Text, found.Relevance, found.Passage.Partition, found.Passage.Page ?? 0, updated, tags))]);
    }
}
