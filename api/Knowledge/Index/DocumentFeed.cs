using System.Data.Common;
using System.Globalization;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Reads from the database which documents answer now, and which have changed since; triggers number the changes (see the migration KnowledgeChanges).</summary>
internal static class DocumentFeed
{
    private const string Columns = "d.Organisation, d.Collection, d.DocumentId, d.LiveContentKey, IFNULL(c.Language, 'und'), d.Tags";

    /// <summary>The number of the last change.</summary>
    public static async Task<long> LatestAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync("SELECT IFNULL(MAX(Sequence), 0) FROM KnowledgeChanges", cancellation);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>The documents that changed after a number, as they are now.</summary>
    public static Task<List<DocumentChange>> SinceAsync(OutlookAssistDatabase database, long sequence, CancellationToken cancellation) => ReadAsync(
        database,
        $"SELECT x.DocumentKey, {Columns} FROM (SELECT DISTINCT DocumentKey FROM KnowledgeChanges WHERE Sequence > $sequence) x"
        + " LEFT JOIN KnowledgeDocuments d ON d.Key = x.DocumentKey LEFT JOIN KnowledgeContents c ON c.Key = d.LiveContentKey",
        sequence, cancellation);

    /// <summary>Every document that answers now.</summary>
    public static Task<List<DocumentChange>> AllAsync(OutlookAssistDatabase database, CancellationToken cancellation) => ReadAsync(
        database, $"SELECT d.Key, {Columns} FROM KnowledgeDocuments d JOIN KnowledgeContents c ON c.Key = d.LiveContentKey WHERE $sequence = 0", 0, cancellation);

    /// <summary>Forgets changes that the index has followed; the last stays, so that numbers never start again.</summary>
    public static Task ForgetAsync(OutlookAssistDatabase database, long sequence, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM KnowledgeChanges WHERE Sequence < $sequence", cancellation, ("$sequence", sequence));

    private static async Task<List<DocumentChange>> ReadAsync(OutlookAssistDatabase database, string sql, long sequence, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(sql, cancellation, ("$sequence", sequence));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<DocumentChange>();
        while (await reader.ReadAsync(cancellation))
            changes.Add(new DocumentChange(reader.GetInt64(0), reader.IsDBNull(4) ? null : Read(reader)));
        return changes;
    }

    private static LiveDocument Read(DbDataReader reader) => new(
        reader.GetInt64(0), IndexScope.Of(reader.GetString(1), reader.GetString(2)), reader.GetString(3), reader.GetInt64(4), reader.GetString(5), reader.GetString(6));
}
