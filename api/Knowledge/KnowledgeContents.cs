using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Knowledge.Providers;

namespace OutlookAssist.Knowledge;

/// <summary>Keeps contents in step with the documents that name them.</summary>
internal static class KnowledgeContents
{
    /// <summary>The files of a document in their order.</summary>
    public static IQueryable<KnowledgeDocument> PartsOf(OutlookAssistDatabase database, KnowledgeScope scope, string documentId) =>
        database.Set<KnowledgeDocument>()
            .Where(part => part.Organisation == scope.Organisation && part.Collection == scope.Collection && part.DocumentId == documentId)
            .OrderBy(part => part.FileNumber);

    /// <summary>Where a document lies among the collections that a caller may read, the default one first; null when it is in none of them.</summary>
    public static async Task<KnowledgeScope?> WhereAsync(OutlookAssistDatabase database, KnowledgeScope readable, string documentId, CancellationToken cancellation)
    {
        var collections = readable.All;
        var found = await database.Set<KnowledgeDocument>().Where(part => part.Organisation == readable.Organisation && collections.Contains(part.Collection) && part.DocumentId == documentId)
            .Select(part => part.Collection).Distinct().ToListAsync(cancellation);
        return collections.FirstOrDefault(found.Contains) is { } collection ? new KnowledgeScope(readable.Organisation, collection) : null;
    }

    /// <summary>The first file of a document, or null.</summary>
    public static Task<KnowledgeDocument?> FindAsync(OutlookAssistDatabase database, KnowledgeScope scope, string documentId, CancellationToken cancellation) =>
        PartsOf(database, scope, documentId).FirstOrDefaultAsync(cancellation);

    /// <summary>Makes <paramref name="content"/> what the documents that wait for it answer with; gives the files to delete after the commit.</summary>
    public static async Task<IReadOnlyList<string>> PublishAsync(OutlookAssistDatabase database, KnowledgeContent content, CancellationToken cancellation)
    {
        var waiting = await database.Set<KnowledgeDocument>().Where(document => document.PendingContentKey == content.Key).ToListAsync(cancellation);
        var replaced = waiting.Select(document => document.LiveContentKey).ToList();
        foreach (var document in waiting)
        {
            document.LiveContentKey = content.Key;
            document.PendingContentKey = null;
        }

        await database.SaveChangesAsync(cancellation);
        foreach (var document in waiting)
        {
            replaced.AddRange(await RetireAsync(database, document, cancellation));
        }

        return await CollectAsync(database, replaced, cancellation);
    }

    /// <summary>Once every file of a new version answers, those that only the old one had go; gives their contents.</summary>
    private static async Task<IEnumerable<long?>> RetireAsync(OutlookAssistDatabase database, KnowledgeDocument newest, CancellationToken cancellation)
    {
        var parts = await PartsOf(database, new KnowledgeScope(newest.Organisation, newest.Collection), newest.DocumentId).ToListAsync(cancellation);
        var retired = parts.Where(part => part.Retired).ToList();
        if (retired.Count == 0 || parts.Any(part => !part.Retired && part.PendingContentKey is not null))
        {
            return [];
        }

        database.RemoveRange(retired);
        await database.SaveChangesAsync(cancellation);
        return retired.SelectMany(part => new[] { part.LiveContentKey, part.PendingContentKey });
    }

    /// <summary>Removes those of the contents that no document names any more; gives the files to delete after the commit.</summary>
    public static async Task<IReadOnlyList<string>> CollectAsync(OutlookAssistDatabase database, IEnumerable<long?> keys, CancellationToken cancellation)
    {
        var files = new List<string>();
        foreach (var key in keys.OfType<long>().Distinct())
        {
            if (await database.Set<KnowledgeDocument>().AnyAsync(document => document.LiveContentKey == key || document.PendingContentKey == key, cancellation)
                || await database.Set<KnowledgeContent>().FindAsync([key], cancellation) is not { } content)
            {
                continue;
            }

            await SqliteKnowledgeStore.RemoveAsync(database, key, cancellation);
            database.Remove(content);
            files.Add(content.File);
        }

        await database.SaveChangesAsync(cancellation);
        return files;
    }
}
