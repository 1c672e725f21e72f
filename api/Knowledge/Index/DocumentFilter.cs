namespace OutlookAssist.Knowledge.Index;

/// <summary>Turns a filter on tags into a question that can be asked of thousands of documents in a search.</summary>
internal static class DocumentFilter
{
    /// <summary>Whether passages of a document may pass; null when all do.</summary>
    public static Func<LiveDocument, bool>? Of(TagFilter filter)
    {
        if (filter.IsEverything)
            return null;
        if (filter.Alternatives.Any(alternative => alternative.Any(condition => string.Equals(condition.Key, TagFilter.DocumentIdKey, StringComparison.OrdinalIgnoreCase))))
            return document => filter.AcceptsDocument(document.DocumentId, document.Tags);

        // Many documents carry the same few tags: each set of them is read once.
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return document =>
        {
            if (!known.TryGetValue(document.Tags, out var accepted))
                known.Add(document.Tags, accepted = filter.AcceptsDocument("", document.Tags));
            return accepted;
        };
    }
}
