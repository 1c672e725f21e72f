using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Gives a document other tags; its passages stay as they are.</summary>
internal sealed class ChangeTags(OutlookAssistDatabase database, KnowledgeNews news, KnownCollections collections)
{
    private const int MostTags = 50;

    /// <summary>204, or 404 when there is no such document, or 400 for what is no tag.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string documentId, NewTags request, Caller caller, CancellationToken cancellation)
    {
        if (request.Tags is null)
        {
            return Problems.Validation("tags", "Give the tags as an object of key to a list of values; an empty object removes all.");
        }

        var pairs = request.Tags.SelectMany(tag => (tag.Value ?? []).Select(value => $"{tag.Key}:{value}")).ToList();
        if (pairs.Count > MostTags)
        {
            return Problems.Validation("tags", $"A document has at most {MostTags} tags.");
        }

        if (!DocumentTags.TryRead(pairs, out var tags, out var problem) || request.Tags.Keys.Any(key => key.Contains(':', StringComparison.Ordinal)))
        {
            return Problems.Validation("tags", problem ?? "The key of a tag has no colon.");
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        var scope = await KnowledgeContents.WhereAsync(database, await collections.ScopeOfAsync(caller, cancellation), documentId, cancellation) ?? new KnowledgeScope(caller.Organisation);
        var parts = await KnowledgeContents.PartsOf(database, scope, documentId).ToListAsync(cancellation);
        if (parts.Count == 0)
        {
            return Problems.NotFound("There is no document with this identifier.");
        }

        parts.ForEach(part => part.Tags = DocumentTags.Format(tags));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await news.DocumentsChangedAsync(caller.Organisation, [documentId], cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>All tags that the document shall have.</summary>
internal sealed record NewTags(IReadOnlyDictionary<string, IReadOnlyList<string>?>? Tags = null);
