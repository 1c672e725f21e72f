using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Numbers the states of the knowledge: it grows with every change of what can be found, so that two drafts of one number knew the same documents.</summary>
internal static class KnowledgeVersion
{
    /// <summary>The number now; 0 before the first document and for documents that another service keeps.</summary>
    public static async Task<long> CurrentAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        // The list of changes is cut when it was read; the number goes on.
        await using var command = await database.CommandAsync("SELECT seq FROM sqlite_sequence WHERE name = 'KnowledgeChanges'", cancellation);
        return await command.ExecuteScalarAsync(cancellation) is long sequence ? sequence : 0;
    }
}
