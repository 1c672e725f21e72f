namespace OutlookAssist.Mailboxes;

/// <summary>A mail on its way from the mailbox into the database.</summary>
/// <param name="Found">What the mailbox said of it.</param>
/// <param name="Raw">Its bytes; null where it was not downloaded.</param>
/// <param name="Arrival">What was read of it; null where it was not downloaded or could not be read.</param>
/// <param name="Skipped">Why it was not downloaded; null with no bytes means that it could not be had.</param>
internal sealed record TakenMail(FoundMessage Found, byte[]? Raw, Arrival? Arrival, string? Skipped)
{
    /// <summary>Reads it; one that breaks the parser is kept for the error list instead of coming back for ever.</summary>
    public static TakenMail Read(FoundMessage found, byte[] raw)
    {
        try
        {
            return Arrival.Read(raw, found.ConversationId) is { } arrival
                ? new TakenMail(found, raw, arrival, null)
                : new TakenMail(found, null, null, SkippedReasons.Empty);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            return new TakenMail(found, raw, null, null);
        }
    }
}
