namespace OutlookAssist.Drafting;

/// <summary>A draft that nobody asked for and nobody waits for.</summary>
/// <param name="IsAcknowledgement">Only says that the mail has arrived: a person will answer what it asks.</param>
/// <param name="KeepAsync">Keeps what else belongs to the draft, in the transaction that keeps the draft itself.</param>
internal sealed record UnattendedDraft(bool IsAcknowledgement, Func<Draft, CancellationToken, Task> KeepAsync);
