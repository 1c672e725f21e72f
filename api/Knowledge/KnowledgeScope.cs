namespace OutlookAssist.Knowledge;

/// <summary>Whose documents, and which collection of them: nothing is ever found across two scopes.</summary>
/// <param name="Organisation">The tenant.</param>
/// <param name="Collection">A set of documents of its own; drafts are written from <see cref="DefaultCollection"/>.</param>
internal sealed record KnowledgeScope(string Organisation, string Collection = KnowledgeScope.DefaultCollection)
{
    /// <summary>The collection that the pages show and drafts cite.</summary>
    public const string DefaultCollection = "default";
}
