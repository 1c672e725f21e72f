using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Fills the index at the start: from segment files as far as they agree with the database, from the passages themselves for the rest.</summary>
internal sealed class LoadIndex(IDbContextFactory<OutlookAssistDatabase> databases, DataDirectory directory, PassageIndex index, ILogger<LoadIndex> log)
{
    // Passages that one rebuilt segment takes at least, so that thousands of small documents do not become as many segments.
    private const int RebuiltPassages = 16_384;

    /// <summary>Loads the files and gives the contents that no file answers for.</summary>
    public async Task<IReadOnlyList<IndexedContent>> FromFilesAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var snapshot = await database.BeginReadAsync(cancellation);
        var expected = await ExpectedAsync(database, cancellation);
        foreach (var (segment, file) in Load().OrderByDescending(loaded => loaded.Segment.Passages))
        {
            // A crash after a merge leaves the merged file and its inputs: the first that answers for a content is enough.
            var contents = Agreeing(segment, expected);
            foreach (var content in contents)
                expected.Remove(content);
            if (contents.Count > 0)
                index.Add(segment, file, contents);
            else
                Delete(file);
        }

        var sequence = await DocumentFeed.LatestAsync(database, cancellation);
        index.Advance(0, sequence, await DocumentFeed.AllAsync(database, cancellation));
        return [.. expected.Values.Select(content => content.Content)];
    }

    /// <summary>Cuts and counts the passages of contents once more.</summary>
    public async Task FromPassagesAsync(IReadOnlyCollection<long> contentKeys, CancellationToken cancellation)
    {
        if (contentKeys.Count == 0)
            return;
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var contents = await database.Set<KnowledgeContent>().AsNoTracking().Where(content => contentKeys.Contains(content.Key)).ToListAsync(cancellation);
        await FromPassagesAsync([.. contents.Select(IndexedContent.Of)], cancellation);
    }

    /// <summary>Cuts and counts the passages of contents once more.</summary>
    public async Task FromPassagesAsync(IReadOnlyList<IndexedContent> contents, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var command = await database.CommandAsync("SELECT Id, Heading, Text FROM Passages WHERE ContentKey = $content ORDER BY Id", cancellation, ("$content", 0L));
        foreach (var scope in contents.GroupBy(content => content.Scope, StringComparer.Ordinal))
        {
            var builder = new SegmentBuilder(scope.Key);
            foreach (var content in scope)
            {
                command.Parameters["$content"].Value = content.Key;
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                while (await reader.ReadAsync(cancellation))
                {
                    builder.Add(content.Title, reader.GetString(1), reader.GetString(2), content.Language);
                    builder.AddRun(content.Key, reader.GetInt64(0), 1);
                }

                if (builder.Passages >= RebuiltPassages)
                {
                    index.Add(builder.Build());
                    builder = new SegmentBuilder(scope.Key);
                }
            }

            if (builder.Passages > 0)
                index.Add(builder.Build());
        }
    }

    /// <summary>Only the one process that owns the folder tidies it.</summary>
    private void Delete(string file)
    {
        if (directory.IsAlone)
            File.Delete(file);
    }

    private List<(PassageSegment Segment, string File)> Load()
    {
        var loaded = new List<(PassageSegment, string)>();
        Parallel.ForEach(SegmentFile.List(directory.Index, directory.IsAlone), file =>
        {
            if (SegmentFile.Load(file) is { } segment)
            {
                lock (loaded)
                    loaded.Add((segment, file));
            }
            else
            {
                IndexLog.Unusable(log, Path.GetFileName(file));
                Delete(file);
            }
        });
        return loaded;
    }

    /// <summary>The contents of which the segment holds exactly the rows that the database has.</summary>
    private static HashSet<long> Agreeing(PassageSegment segment, Dictionary<long, ExpectedContent> expected)
    {
        var held = new Dictionary<long, (long FirstId, int Count)>();
        foreach (var run in segment.Runs)
        {
            var (first, count) = held.GetValueOrDefault(run.ContentKey, (long.MaxValue, 0));
            held[run.ContentKey] = (Math.Min(first, run.FirstId), count + run.Count);
        }

        return [.. held.Where(content => expected.TryGetValue(content.Key, out var rows) && rows.Content.Scope == segment.Scope
            && rows.FirstId == content.Value.FirstId && rows.Count == content.Value.Count).Select(content => content.Key)];
    }

    private static async Task<Dictionary<long, ExpectedContent>> ExpectedAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        // Only what is complete: a content that was being written when the process ended is written again from its start.
        var contents = await database.Set<KnowledgeContent>().Where(content => content.State == DocumentState.Ready)
            .Select(content => new { content.Key, content.Organisation, content.Collection, content.Title, content.Name, content.Language })
            .ToDictionaryAsync(content => content.Key, content => IndexedContent.Of(content.Key, IndexScope.Of(content.Organisation, content.Collection), content.Title, content.Name, content.Language), cancellation);
        await using var command = await database.CommandAsync("SELECT ContentKey, MIN(Id), COUNT(*) FROM Passages GROUP BY ContentKey", cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var expected = new Dictionary<long, ExpectedContent>();
        while (await reader.ReadAsync(cancellation))
        {
            if (contents.TryGetValue(reader.GetInt64(0), out var content))
                expected.Add(content.Key, new ExpectedContent(content, reader.GetInt64(1), reader.GetInt32(2)));
        }

        return expected;
    }

    private sealed record ExpectedContent(IndexedContent Content, long FirstId, int Count);
}
