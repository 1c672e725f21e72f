using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Knows what an organisation sells or supports: the values of the tag <c>product</c> of its documents.</summary>
internal sealed class KnownProducts(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    private const string Tag = "product";
    private const int ShortestName = 2;

    // Tags change by hand: a mail of the next half minute may miss a new product.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Read, ProductNames? Names)> known = new(StringComparer.Ordinal);

    /// <summary>Its products, or null when no document names one.</summary>
    public ValueTask<ProductNames?> ForAsync(string organisation, CancellationToken cancellation) =>
        known.TryGetValue(organisation, out var held) && time.GetUtcNow() - held.Read < Kept ? ValueTask.FromResult(held.Names) : ReadAsync(organisation, cancellation);

    private async ValueTask<ProductNames?> ReadAsync(string organisation, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var stored = await database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(document => document.Organisation == organisation && document.Collection == KnowledgeScope.DefaultCollection && !document.Retired && document.Tags.Contains(Tag))
            .Select(document => document.Tags).Distinct().ToListAsync(cancellation);
        var names = stored.SelectMany(tags => DocumentTags.Parse(tags).GetValueOrDefault(Tag) ?? []).Select(name => name.Trim()).Where(name => name.Length >= ShortestName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var products = names.Count == 0 ? null : new ProductNames(names);
        known[organisation] = (time.GetUtcNow(), products);
        return products;
    }
}
