using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>The vectors of passages in the database, with those that were looked at lately in memory.</summary>
/// <remarks>A content never changes under its key, so what was read once stays right; who may see it is decided anew by every search.</remarks>
internal sealed class StoredVectors : IDisposable
{
    private const long MostBytes = 1L << 30;
    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>How many passages of a content have their vector in a space.</summary>
    public static async Task<int> CountAsync(OutlookAssistDatabase database, long contentKey, string space, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            "SELECT coalesce(sum(Count), 0) FROM PassageVectors WHERE ContentKey = $content AND Space = $space", cancellation, ("$content", contentKey), ("$space", space));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>How many passages that a collection answers with have their vector in a space.</summary>
    public static async Task<long> CountAsync(OutlookAssistDatabase database, KnowledgeScope scope, string space, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            "SELECT coalesce(sum(v.Count), 0) FROM PassageVectors v WHERE v.Space = $space AND v.ContentKey IN (SELECT LiveContentKey FROM KnowledgeDocuments WHERE Organisation = $organisation AND Collection = $collection)",
            cancellation, ("$space", space), ("$organisation", scope.Organisation), ("$collection", scope.Collection));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the vectors of the next passages of a content, inside the caller's transaction; nothing if it has gone meanwhile.</summary>
    public static Task<int> AddAsync(OutlookAssistDatabase database, long contentKey, string space, int part, VectorBlock block, CancellationToken cancellation) =>
        database.ExecuteAsync(
            "INSERT OR REPLACE INTO PassageVectors (ContentKey, Space, Part, Count, Vectors) SELECT $content, $space, $part, $count, $vectors WHERE EXISTS (SELECT 1 FROM KnowledgeContents WHERE Key = $content)",
            cancellation, ("$content", contentKey), ("$space", space), ("$part", part), ("$count", block.Ids.Length), ("$vectors", block.ToBytes()));

    /// <summary>Removes what another model made of a content.</summary>
    public static Task<int> RemoveOthersAsync(OutlookAssistDatabase database, long contentKey, string space, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM PassageVectors WHERE ContentKey = $content AND Space <> $space", cancellation, ("$content", contentKey), ("$space", space));

    /// <summary>The keys of the passages nearest to a question, nearest first.</summary>
    public async Task<IReadOnlyList<long>> NearestAsync(OutlookAssistDatabase database, IEnumerable<long> contents, QuestionVector question, int limit, CancellationToken cancellation)
    {
        var (query, scale) = QuantizedVector.Of(question.Numbers.Span);
        var nearest = new NearestPassages(limit);
        foreach (var content in contents)
        {
            foreach (var block in await BlocksAsync(database, content, question.Space, cancellation))
            {
                block.Offer(query, scale, nearest);
            }
        }

        return nearest.ToList();
    }

    /// <inheritdoc />
    public void Dispose() => _blocks.Dispose();

    private async Task<IReadOnlyList<VectorBlock>> BlocksAsync(OutlookAssistDatabase database, long contentKey, string space, CancellationToken cancellation)
    {
        if (_blocks.TryGetValue((contentKey, space), out IReadOnlyList<VectorBlock>? known))
        {
            return known!;
        }

        await using var command = await database.CommandAsync(
            "SELECT v.Count, v.Vectors, c.Passages FROM PassageVectors v JOIN KnowledgeContents c ON c.Key = v.ContentKey WHERE v.ContentKey = $content AND v.Space = $space ORDER BY v.Part",
            cancellation, ("$content", contentKey), ("$space", space));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (blocks, passages) = (new List<VectorBlock>(), 0);
        while (await reader.ReadAsync(cancellation))
        {
            blocks.Add(VectorBlock.Read(reader.GetFieldValue<byte[]>(1), reader.GetInt32(0)));
            passages = reader.GetInt32(2);
        }

        if (blocks.Count > 0 && blocks.Sum(block => block.Ids.Length) == passages)
        {
            // A content that is still being embedded is read again next time.
            _blocks.Set((contentKey, space), (IReadOnlyList<VectorBlock>)blocks, new MemoryCacheEntryOptions { Size = blocks.Sum(block => block.Bytes) });
        }

        return blocks;
    }
}

/// <summary>Where a question points.</summary>
/// <param name="Space">The model's space; only vectors of the same one may be compared.</param>
/// <param name="Numbers">The vector.</param>
internal sealed record QuestionVector(string Space, ReadOnlyMemory<float> Numbers);
