using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Kernel Memory's search: passages by words, or by tags alone.</summary>
internal sealed class SearchMemory(SearchKnowledge search, IKnowledgeStore store, MemoryCitations citations, KnownCollections collections)
{
    /// <summary>Citations, best first; a call that is wrong in itself is 400.</summary>
    public async Task<Results<Ok<MemorySearchAnswer>, ProblemHttpResult>> HandleAsync(MemorySearchRequest request, Caller caller, CancellationToken cancellation)
    {
        if (!MemoryRequest.TryScope(request.Index, caller, out var scope, out var problem) || !MemoryRequest.TryFilter(request.Filters, out var filter, out problem))
        {
            return problem!;
        }

        scope = await collections.MayReadAsync(caller, scope.Collection, cancellation) ? scope : scope.Hidden;
        var query = request.Query?.Trim() ?? "";
        if (query.Length > MemoryRequest.LongestQuery)
        {
            return Problems.Validation("query", $"A query has at most {MemoryRequest.LongestQuery} characters.");
        }

        var limit = request.Limit is > 0 and < MemoryRequest.MostPassages ? request.Limit.Value : MemoryRequest.MostPassages;
        var found = query.Length > 0 ? await FindAsync(scope, query, filter, limit, request.MinRelevance ?? 0, cancellation)
            : filter.IsEverything ? []
            : await ListAsync(scope, filter, limit, cancellation);
        var results = await citations.OfAsync(scope, found, cancellation);
        return TypedResults.Ok(new MemorySearchAnswer(query, results.Count == 0, results));
    }

    private async Task<List<(Passage, double)>> FindAsync(KnowledgeScope scope, string query, TagFilter filter, int limit, double least, CancellationToken cancellation)
    {
        var question = new KnowledgeQuestion(scope.Organisation, query, LanguageDetector.Detect(query).Tag, Tags: filter, Collection: scope.Collection);
        var findings = await search.FindAsync(question, limit, cancellation);
        return [.. findings.Passages.Where(passage => passage.Relevance >= least).Select(passage => (passage.Passage, passage.Relevance))];
    }

    private async Task<List<(Passage, double)>> ListAsync(KnowledgeScope scope, TagFilter filter, int limit, CancellationToken cancellation) =>
        [.. (await store.ListAsync(scope, filter, limit, cancellation)).Select(passage => (passage, 1.0))]; // Every one is just what was asked for.
}
