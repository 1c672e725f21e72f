using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Knowledge.Providers;

namespace OutlookAssist.Knowledge;

/// <summary>Keeps contents in step with the documents that name them.</summary>
internal static class KnowledgeContents
{
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
        return await CollectAsync(database, replaced, cancellation);
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
