namespace OutlookAssist.Knowledge;

/// <summary>Whose documents, and which collection of them: nothing is ever found across two scopes.</summary>
/// <param name="Organisation">The tenant.</param>
/// <param name="Collection">A set of documents of its own; drafts are written from <see cref="DefaultCollection"/>.</param>
internal sealed record KnowledgeScope(string Organisation, string Collection = KnowledgeScope.DefaultCollection)
{
    /// <summary>The collection that the pages show and drafts cite.</summary>
    public const string DefaultCollection = "default";

    /// <summary>Where documents of the default collection wait for good removal: nothing searches or lists it, and no client can name it.</summary>
    public const string DeletedCollection = "~deleted";

    /// <summary>Further collections that a search looks into along with it; those that the one who asks may read.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Every collection that a search looks into.</summary>
    public IReadOnlyList<string> All => [Collection, .. Also];

    /// <summary>Documents that can still be brought back.</summary>
    public static KnowledgeScope DeletedOf(string organisation) => new(organisation, DeletedCollection);

    /// <summary>The same name where nothing is: what a caller sees of a collection that others read.</summary>
    public KnowledgeScope Hidden => new($"~{Organisation}", Collection);
}
