using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>A remote Kernel Memory v1 service as the store: it finds the candidates, our own ranking judges them.</summary>
/// <remarks>What others put into the same index is found too, which is why an organisation may point the product at the memory it already has.</remarks>
internal sealed class KernelMemoryStore(KernelMemoryClient memory, IDbContextFactory<OutlookAssistDatabase> databases) : IKnowledgeStore
{
    /// <summary>The service does not say how rare a word is. Its candidates are taken for a sample of so many passages at least.</summary>
    private const int AssumedPassages = 1_000;

    /// <summary>The remote index of a scope; without sign-in the collections keep their names, so that an existing index can be used.</summary>
    public static string IndexOf(KnowledgeScope scope) =>
        scope.Organisation == Caller.Local.Organisation ? scope.Collection : $"{scope.Organisation}.{scope.Collection}";

    /// <inheritdoc />
    public async Task<PassageMatches> MatchAsync(PassageQuery query, CancellationToken cancellation)
    {
        if (query.Terms.Count == 0)
        {
            return new PassageMatches([], new Dictionary<string, long>(), 0);
        }

        var passages = new List<Passage>();
        foreach (var collection in query.Scope.All.Distinct())
        {
            passages.AddRange(await SearchAsync(new KnowledgeScope(query.Scope.Organisation, collection), query.Text, query.Tags, query.Limit, cancellation));
        }

        passages = [.. passages.OrderByDescending(passage => passage.Score).Take(query.Limit)];
        var frequencies = query.Terms.ToDictionary(term => term, _ => 0L, StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var terms = new List<Term>();
            TextTerms.Analyze(passage.Text, passage.Language, terms);
            foreach (var stem in terms.Select(term => term.Stem).Distinct().Where(frequencies.ContainsKey))
            {
                frequencies[stem]++;
            }
        }

        return new PassageMatches(passages, frequencies, Math.Max(AssumedPassages, passages.Count));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Passage>> ListAsync(KnowledgeScope scope, TagFilter tags, int limit, CancellationToken cancellation) =>
        await SearchAsync(scope, "", tags, limit, cancellation);

    /// <inheritdoc />
    public async Task<CollectionWords> WordsAsync(KnowledgeScope scope, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var collections = scope.All;
        var languages = await database.Set<KnowledgeContent>()
            .Where(content => content.Organisation == scope.Organisation && collections.Contains(content.Collection) && content.State == DocumentState.Ready && content.Language != null)
            .Select(content => content.Language!).Distinct().ToListAsync(cancellation);
        return new CollectionWords(languages, Vocabulary.Empty); // The service finds by its own means.
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Passage>> ReadPagesAsync(KnowledgeScope scope, IReadOnlyCollection<PageReference> pages, CancellationToken cancellation)
    {
        var found = new List<Passage>();
        foreach (var page in pages)
        {
            var conditions = new List<TagCondition> { new(TagFilter.DocumentIdKey, [page.DocumentId]) };
            if (page.Page is { } number)
            {
                conditions.Add(new TagCondition(TagFilter.PageKey, [number.ToString(CultureInfo.InvariantCulture)]));
            }

            var passages = await SearchAsync(scope, "", new TagFilter([conditions]), MemoryRequest.MostPassages, cancellation);
            found.AddRange(passages.Where(passage => passage.Page == page.Page).OrderBy(passage => passage.Partition));
        }

        return found;
    }

    private async Task<List<Passage>> SearchAsync(KnowledgeScope scope, string query, TagFilter tags, int limit, CancellationToken cancellation)
    {
        var filters = tags.Alternatives.SelectMany(Expand).ToList();
        var answer = await memory.SearchAsync(new MemorySearchRequest(IndexOf(scope), query, 0, limit, filters), cancellation);
        var languages = await LanguagesOfDocumentsAsync(scope, answer, cancellation);
        return [.. answer.Results
            .SelectMany(citation => citation.Partitions.Select(partition => Read(citation, partition, languages.GetValueOrDefault(citation.DocumentId))))
            .OrderByDescending(passage => passage.Score).Take(limit)];
    }

    private async Task<Dictionary<string, string>> LanguagesOfDocumentsAsync(KnowledgeScope scope, MemorySearchAnswer answer, CancellationToken cancellation)
    {
        var found = answer.Results.Select(citation => citation.DocumentId).Distinct().ToList();
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var known = await database.Set<KnowledgeDocument>()
            .Where(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection && document.FileNumber == 0 && found.Contains(document.DocumentId))
            .Join(database.Set<KnowledgeContent>(), document => document.LiveContentKey, content => content.Key, (document, content) => new { document.DocumentId, content.Language })
            .ToListAsync(cancellation);
        return known.Where(document => document.Language is not null).ToDictionary(document => document.DocumentId, document => document.Language!);
    }

    private static Passage Read(MemoryCitation citation, MemoryPartition partition, string? language)
    {
        int? page = partition.SectionNumber > 0 ? partition.SectionNumber : null;
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{citation.Index}\n{citation.DocumentId}\n{citation.SourceName}\n{partition.PartitionNumber}\n{partition.Text}"));
        return new Passage(
            BinaryPrimitives.ReadInt64LittleEndian(identity),
            citation.DocumentId,
            citation.SourceName,
            null,
            language ?? LanguageDetector.Detect(partition.Text).Tag,
            partition.PartitionNumber,
            page,
            page,
            "",
            partition.Text,
            partition.Relevance);
    }

    /// <summary>Inside a filter the service wants every pair to hold, so each choice among values becomes a filter of its own.</summary>
    private static IEnumerable<Dictionary<string, List<string?>?>> Expand(IReadOnlyList<TagCondition> conditions)
    {
        IEnumerable<Dictionary<string, List<string?>?>> filters = [new Dictionary<string, List<string?>?>(StringComparer.OrdinalIgnoreCase)];
        foreach (var condition in conditions)
        {
            filters = filters.SelectMany(filter => condition.Values.DefaultIfEmpty().Select(value =>
                new Dictionary<string, List<string?>?>(filter, StringComparer.OrdinalIgnoreCase) { [condition.Key] = [.. filter.GetValueOrDefault(condition.Key) ?? [], value] })).ToList();
        }

        return filters;
    }
}
