using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;
using OutlookAssist.Knowledge.Vectors;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Finds the passages that speak of a question, of the caller's own organisation.</summary>
internal sealed class SearchKnowledge(IKnowledgeStore store, EmbedQuestion embed, KnownCollections collections)
{
    private const int Candidates = 150;
    private const long AnalysesInBytes = 24 << 20;
    private const int LongestQuery = 20_000;

    // A passage's text never changes under its key, so what was taken apart once stays right.
    private readonly RecentlyUsed<long, AnalyzedPassage> _analyses = new(AnalysesInBytes);

    /// <summary>Best first, at most <paramref name="limit"/>, and the words they were judged by.</summary>
    public async Task<KnowledgeFindings> FindAsync(KnowledgeQuestion question, int limit, CancellationToken cancellation)
    {
        var (languages, vocabulary) = await store.WordsAsync(question.Scope, cancellation);
        var query = QueryTerms.Read(question.Text, question.Context, question.Language, languages, vocabulary);
        var text = question.Text;
        if (!query.NamesASubject && question.Context.Length > 0)
        {
            text = $"{question.Context}\n{question.Text}";
            query = QueryTerms.Read(text, "", question.Language, languages, vocabulary);
        }

        var vector = await embed.EmbedAsync(text, cancellation);
        var wanted = new PassageQuery(question.Scope, query.Stems, question.Tags, Math.Max(Candidates, limit), text, vector);
        var matches = await store.MatchAsync(wanted, cancellation);
        var passages = matches.Passages.Select(Analyze).ToList();
        if (query.Learn(passages.SelectMany(passage => passage.ShortForms)))
        {
            matches = await store.MatchAsync(wanted with { Terms = query.Stems }, cancellation);
            passages = [.. matches.Passages.Select(Analyze)];
        }

        query.Weigh(matches.Frequencies, matches.PassageCount);
        var ranked = SharedTopic.Lift(query, RankPassages.Rank(query, passages), matches);
        return new KnowledgeFindings(query, [.. FuseRanks.Fuse(ranked, matches.Nearest ?? []).Take(limit)]);
    }

    /// <summary>Forgets the passages that were taken apart lately.</summary>
    public void Forget() => _analyses.Clear();

    /// <summary>The search of the public API.</summary>
    public async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> HandleAsync(string? q, int? limit, string[]? tag, bool? highlight, Caller caller, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuery)
        {
            return Problems.Validation("q", $"Give the words to look for in q, at most {LongestQuery} characters.");
        }

        if (limit is < 1 or > 100)
        {
            return Problems.Validation("limit", "The limit is between 1 and 100.");
        }

        if (!DocumentTags.TryRead(tag ?? [], out var tags, out var problem))
        {
            return Problems.Validation("tag", problem!);
        }

        var question = new KnowledgeQuestion(caller.Organisation, q, LanguageDetector.Detect(q).Tag, Tags: TagFilter.Of(tags)) { Also = (await collections.ScopeOfAsync(caller, cancellation)).Also };
        var findings = await FindAsync(question, limit ?? 10, cancellation);
        return TypedResults.Ok(new SearchAnswer([.. findings.Passages.Select(found => SearchResult.Of(found, highlight == true ? findings.Query : null))]));
    }

    private AnalyzedPassage Analyze(Passage passage)
    {
        // The name belongs to a document and may change, the text to its content.
        if (_analyses.TryGet(passage.Id, out var known) && known!.Passage.DocumentName == passage.DocumentName && known.Passage.DocumentId == passage.DocumentId && known.Passage.Text == passage.Text)
        {
            return known;
        }

        var analysis = AnalyzedPassage.Of(passage);
        _analyses.Set(passage.Id, analysis, analysis.Size);
        return analysis;
    }
}

/// <summary>What is asked of the knowledge base.</summary>
/// <param name="Organisation">Whose documents.</param>
/// <param name="Text">The question in its own words.</param>
/// <param name="Language">The BCP 47 tag of the question.</param>
/// <param name="Context">Words around it that help to choose.</param>
/// <param name="Tags">Only documents that pass.</param>
/// <param name="Collection">Which of the organisation's collections.</param>
internal sealed record KnowledgeQuestion(string Organisation, string Text, string Language, string Context = "", TagFilter? Tags = null, string Collection = KnowledgeScope.DefaultCollection)
{
    /// <summary>Only documents that pass.</summary>
    public TagFilter Tags { get; init; } = Tags ?? TagFilter.Everything;

    /// <summary>Further collections, which the one who asks may read.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Where to look.</summary>
    public KnowledgeScope Scope => new(Organisation, Collection) { Also = Also };
}

/// <summary>What was found, and the words it was judged by.</summary>
internal sealed record KnowledgeFindings(QueryTerms Query, IReadOnlyList<FoundPassage> Passages);

/// <summary>The answer of the search.</summary>
internal sealed record SearchAnswer(IReadOnlyList<SearchResult> Results);

/// <summary>One passage; <c>Page</c> counts from 1 and is null where the format has none; <c>Relevance</c> 0…1; <c>Highlights</c> are stretches of <c>Text</c>, null unless asked for.</summary>
internal sealed record SearchResult(string DocumentId, string DocumentName, int? Page, int Partition, string Heading, string Text, double Relevance, IReadOnlyList<TextSpan>? Highlights)
{
    /// <summary>The passage as the API shows it; words of <paramref name="highlighted"/> are pointed at.</summary>
    public static SearchResult Of(FoundPassage found, QueryTerms? highlighted) => new(
        found.Passage.DocumentId, found.Passage.DocumentName, found.Passage.Page, found.Passage.Partition, found.Passage.Heading, found.Passage.Text, found.Relevance,
        highlighted is null ? null : HighlightTerms.In(found.Passage, highlighted));
}
