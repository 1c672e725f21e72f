using System.Globalization;

namespace OutlookAssist.Knowledge;

/// <summary>Which documents a search may look at: one alternative is enough, and inside an alternative every condition holds.</summary>
internal sealed record TagFilter(IReadOnlyList<IReadOnlyList<TagCondition>> Alternatives)
{
    /// <summary>Compared with the identifier of the document instead of a tag.</summary>
    public const string DocumentIdKey = "__document_id";

    /// <summary>Compared with the page instead of a tag; 0 where a format has none.</summary>
    public const string PageKey = "__sect_n";

    /// <summary>Lets every document through.</summary>
    public static readonly TagFilter Everything = new([]);

    /// <summary>Whether every document passes.</summary>
    public bool IsEverything => Alternatives.Count == 0;

    /// <summary>Every key must be present with one of its values.</summary>
    public static TagFilter Of(IReadOnlyDictionary<string, IReadOnlyList<string>> tags) =>
        tags.Count == 0 ? Everything : new TagFilter([[.. tags.Select(tag => new TagCondition(tag.Key, tag.Value))]]);

    /// <summary>Whether any page of this document may be found.</summary>
    public bool AcceptsDocument(string documentId, string storedTags) => Accepts(documentId, null, storedTags, anyPage: true);

    /// <summary>Whether a passage of this document may be found.</summary>
    /// <param name="documentId">The document's identifier.</param>
    /// <param name="page">The passage's page.</param>
    /// <param name="storedTags">The document's tags as they are stored.</param>
    public bool Accepts(string documentId, int? page, string storedTags) => Accepts(documentId, page, storedTags, anyPage: false);

    private bool Accepts(string documentId, int? page, string storedTags, bool anyPage)
    {
        if (IsEverything)
        {
            return true;
        }

        var tags = DocumentTags.Parse(storedTags);
        return Alternatives.Any(alternative => alternative.All(condition => condition.Accepts(condition.Key.ToLowerInvariant() switch
        {
            DocumentIdKey => [documentId],
            PageKey when anyPage => condition.Values,
            PageKey => [(page ?? 0).ToString(CultureInfo.InvariantCulture)],
            _ => tags.GetValueOrDefault(condition.Key),
        })));
    }
}

/// <summary>One thing that must be true of a document's tags.</summary>
/// <param name="Key">Compared without case.</param>
/// <param name="Values">One of them is enough, compared exactly; none means that the key must be there.</param>
internal sealed record TagCondition(string Key, IReadOnlyList<string> Values)
{
    /// <summary>Whether the values that a document has under the key will do; null when it lacks the key.</summary>
    public bool Accepts(IReadOnlyList<string>? present) =>
        present is not null && (Values.Count == 0 || Values.Any(value => present.Contains(value, StringComparer.Ordinal)));
}
