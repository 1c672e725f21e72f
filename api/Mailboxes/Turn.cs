namespace OutlookAssist.Mailboxes;

/// <summary>What one person said in one mail of a thread.</summary>
/// <param name="Author">Who, as far as the thread says; name or address may be missing.</param>
/// <param name="Sent">When, in the thread's own words; null when it does not say.</param>
/// <param name="SentOn">The day of it, where the words leave no doubt; "03/04/2026" does.</param>
/// <param name="Text">The words, without what they quote and without the signature.</param>
/// <param name="Promises">What the author commits to in them.</param>
internal sealed record Turn(MailAddress? Author, string? Sent, DateOnly? SentOn, string Text, IReadOnlyList<Promise> Promises);

/// <summary>A sentence that commits its writer, and by when, in its own words.</summary>
internal sealed record Promise(string Text, string? Due);
