namespace OutlookAssist.Knowledge.Index;

/// <summary>All documents that answer now, by content and by scope; the caller takes care that one thread changes it at a time.</summary>
internal sealed class LiveDocuments
{
    private readonly Dictionary<long, LiveDocument> _byKey = [];
    private readonly Dictionary<long, IReadOnlyList<LiveDocument>> _byContent = [];
    private readonly Dictionary<string, Dictionary<string, int>> _languages = new(StringComparer.Ordinal);

    // Thousands of documents carry the same few tags.
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    /// <summary>The documents that a content answers for, first uploaded first; empty when nobody can find it.</summary>
    public IReadOnlyList<LiveDocument> Of(long contentKey) => _byContent.GetValueOrDefault(contentKey, []);

    /// <summary>The languages of a scope's documents.</summary>
    public IReadOnlyCollection<string> LanguagesOf(string scope) => _languages.TryGetValue(scope, out var languages) ? [.. languages.Keys] : [];

    /// <summary>Takes a change in and gives what the document was before it, null when it did not answer.</summary>
    public LiveDocument? Apply(DocumentChange change)
    {
        if (_byKey.Remove(change.Key, out var before))
        {
            var others = Of(before.ContentKey).Where(document => document.Key != before.Key).ToArray();
            if (others.Length == 0)
                _byContent.Remove(before.ContentKey);
            else
                _byContent[before.ContentKey] = others;
            Count(before, -1);
        }

        if (change.Now is { } now)
        {
            if (!_tags.TryGetValue(now.Tags, out var tags))
                _tags.Add(now.Tags, tags = now.Tags);
            now = now with { Tags = tags };
            _byKey.Add(now.Key, now);
            _byContent[now.ContentKey] = [.. Of(now.ContentKey).Append(now).OrderBy(document => document.Key)];
            Count(now, 1);
        }

        return before;
    }

    private void Count(LiveDocument document, int one)
    {
        if (!_languages.TryGetValue(document.Scope, out var languages))
            _languages.Add(document.Scope, languages = new(StringComparer.Ordinal));
        if ((languages[document.Language] = languages.GetValueOrDefault(document.Language) + one) == 0)
            languages.Remove(document.Language);
        if (languages.Count == 0)
            _languages.Remove(document.Scope);
    }
}
