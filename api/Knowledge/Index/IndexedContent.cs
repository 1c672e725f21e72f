namespace OutlookAssist.Knowledge.Index;

/// <summary>What the index takes of a content besides its passages; the same whether it comes from an upload or is read back from the database.</summary>
internal sealed record IndexedContent(long Key, string Scope, string Title, string Language)
{
    /// <summary>The words of the title and of the file's name.</summary>
    public static IndexedContent Of(long key, string scope, string? title, string name, string? language) =>
        new(key, scope, $"{title} {Path.GetFileNameWithoutExtension(name).Replace('_', ' ')}", language ?? "und");

    /// <summary>Of a content of the database.</summary>
    public static IndexedContent Of(KnowledgeContent content) =>
        Of(content.Key, IndexScope.Of(content.Organisation, content.Collection), content.Title, content.Name, content.Language);
}
