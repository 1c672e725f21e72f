using OutlookAssist.Knowledge.Vectors;

namespace OutlookAssist.Knowledge;

/// <summary>Where passages are found; one implementation per kind of store.</summary>
internal interface IKnowledgeStore
{
    /// <summary>The passages that share most of the wanted terms, best first, of documents that can be found now.</summary>
    Task<PassageMatches> MatchAsync(PassageQuery query, CancellationToken cancellation);

    /// <summary>The first passages of the documents that pass the filter, in the order in which the documents came.</summary>
    Task<IReadOnlyList<Passage>> ListAsync(KnowledgeScope scope, TagFilter tags, int limit, CancellationToken cancellation);

    /// <summary>The languages and words of the documents that can be found now.</summary>
    Task<CollectionWords> WordsAsync(KnowledgeScope scope, CancellationToken cancellation);

    /// <summary>All passages of the named pages, in order; a null page is the whole of a document without pages.</summary>
    Task<IReadOnlyList<Passage>> ReadPagesAsync(KnowledgeScope scope, IReadOnlyCollection<PageReference> pages, CancellationToken cancellation);
}

/// <summary>A store that keeps passages which were read here.</summary>
internal interface IPassageStore : IKnowledgeStore
{
    /// <summary>Takes the passages of a content that nobody can find yet, in the order of the document; replaces what an interrupted try left.</summary>
    Task WriteAsync(KnowledgeContent content, IReadOnlyList<PassageDraft> passages, Func<double, Task> progress, CancellationToken cancellation);
}

/// <summary>What to look for.</summary>
/// <param name="Scope">Only its documents are looked at.</param>
/// <param name="Terms">Stems; one is enough to match, more are better.</param>
/// <param name="Tags">Only documents that pass are looked at.</param>
/// <param name="Limit">At most so many passages.</param>
/// <param name="Text">The question in its own words, for stores that do not look for stems.</param>
/// <param name="Vector">Where the question points, if a model says so.</param>
internal sealed record PassageQuery(KnowledgeScope Scope, IReadOnlyCollection<string> Terms, TagFilter Tags, int Limit, string Text = "", QuestionVector? Vector = null);

/// <summary>What was found, and how rare each wanted term is.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Frequencies">For each wanted term the number of passages that hold it.</param>
/// <param name="PassageCount">All passages among which the frequencies were counted.</param>
/// <param name="Nearest">Keys of those of the passages that are nearest to the query's vector, nearest first; null without one.</param>
/// <param name="Rarity">Says of any stems in about how many passages each stands; null for stores that do not tell.</param>
internal sealed record PassageMatches(IReadOnlyList<Passage> Passages, IReadOnlyDictionary<string, long> Frequencies, long PassageCount, IReadOnlyList<long>? Nearest = null, StemRarity? Rarity = null);

/// <summary>About how many passages hold each of these stems; costs microseconds, since it counts what was deleted and not yet merged away.</summary>
internal delegate IReadOnlyDictionary<string, long> StemRarity(IReadOnlyCollection<string> stems);

/// <summary>What a collection's documents are written with.</summary>
/// <param name="Languages">BCP 47 tags.</param>
/// <param name="Vocabulary">Their stems; empty for stores that do not tell.</param>
internal sealed record CollectionWords(IReadOnlyCollection<string> Languages, Vocabulary Vocabulary);

/// <summary>One page of one document.</summary>
internal readonly record struct PageReference(string DocumentId, int? Page);
