namespace OutlookAssist.Knowledge.Index;

/// <summary>What a search must know of a document that answers now, before it reads anything from the database.</summary>
/// <param name="Key">Our own key.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="DocumentId">The identifier that clients use.</param>
/// <param name="ContentKey">The content that answers for it.</param>
/// <param name="Language">The BCP 47 tag of the content.</param>
/// <param name="Tags">Its tags as they are stored.</param>
internal sealed record LiveDocument(long Key, string Scope, string DocumentId, long ContentKey, string Language, string Tags);

/// <summary>The document behind a key as it is now; null when it does not answer any more.</summary>
internal readonly record struct DocumentChange(long Key, LiveDocument? Now);
