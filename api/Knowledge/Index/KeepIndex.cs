using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Loads the index before the first request, then saves and merges its segments in the background.</summary>
internal sealed class KeepIndex(
    IDbContextFactory<OutlookAssistDatabase> databases, DataDirectory directory, PassageIndex index, LoadIndex load, TimeProvider time, ILogger<KeepIndex> log) : BackgroundService, IAsyncDisposable
{
    private const long MostChanges = 10_000;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _changed = new(0, 1);

    // Two that merged the same segments at once would leave a file behind that nobody owns.
    private readonly SemaphoreSlim _tending = new(1, 1);
    private readonly Lock _stopping = new();
    private Task? _stopped;
    private IReadOnlyList<IndexedContent> _missing = [];

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _stopped = null;
        _missing = await load.FromFilesAsync(cancellationToken);
        if (_missing.Count == 0)
            index.BecomeReady();
        index.Changed += Wake;
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped from two sides at once: both wait for the one that saves.
        lock (_stopping)
        {
            return _stopped ??= StopOnceAsync();
        }
    }

    private async Task StopOnceAsync()
    {
        await HaltAsync();
        try
        {
            await TendAsync(save: true, CancellationToken.None);
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            IndexLog.NotSaved(log, failure); // The next start builds it again.
        }
    }

    /// <summary>Ends the background work and leaves unsaved what lives in memory; the next start builds it again.</summary>
    public Task HaltAsync()
    {
        index.Changed -= Wake;
        return base.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // A host that is disposed without having been stopped must not leave a file half written behind it.
        await (_stopped ?? HaltAsync());
        Dispose();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _changed.Dispose();
        _tending.Dispose();
        base.Dispose();
    }

    /// <summary>Saves and merges what is due.</summary>
    /// <param name="save">Whether what lives in memory is saved, however little it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task TendAsync(bool save, CancellationToken cancellation) => TendAsync(save, purge: false, cancellation);

    /// <summary>Takes the words of what was deleted out of the files now.</summary>
    public Task PurgeAsync(CancellationToken cancellation) => TendAsync(save: true, purge: true, cancellation);

    private async Task TendAsync(bool save, bool purge, CancellationToken cancellation)
    {
        await _tending.WaitAsync(cancellation);
        try
        {
            await TendInTurnAsync(save, purge, cancellation);
        }
        finally
        {
            _tending.Release();
        }
    }

    private async Task TendInTurnAsync(bool save, bool purge, CancellationToken cancellation)
    {
        await FollowAsync(cancellation);
        var held = index.Segments();
        if (!directory.IsAlone)
        {
            // The files belong to the process that was here first; this one keeps what it adds in memory.
            held = [.. held.Where(segment => segment.File is null)];
            save = false;
        }
        else
        {
            save |= held.Where(segment => segment.File is null).Sum(segment => (long)segment.View.Segment.Passages) >= MergePlan.MostUnsaved;
        }

        foreach (var step in MergePlan.Next(held, save, purge))
            await MergeAsync(step, cancellation);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await CompleteAsync(stoppingToken);
        var due = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What keeps changing is saved when there is enough of it, what rests is saved once; what was deleted while nobody searched leaves the files too.
                var woken = await _changed.WaitAsync(due ? Quiet : Idle, stoppingToken);
                await TendAsync(save: due && !woken, stoppingToken);
                due = woken;
                await ForgetChangesAsync(stoppingToken);
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                IndexLog.NotSaved(log, failure);
                due = true;
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private static bool IsPassing(Exception failure) => failure is IOException or UnauthorizedAccessException or DbUpdateException or System.Data.Common.DbException;

    /// <summary>Builds what no file holds; searches wait for it.</summary>
    private async Task CompleteAsync(CancellationToken cancellation)
    {
        while (_missing.Count > 0)
        {
            IndexLog.Rebuilding(log, _missing.Count);
            try
            {
                await load.FromPassagesAsync(_missing, cancellation);
                _missing = [];
            }
            catch (System.Data.Common.DbException failure)
            {
                IndexLog.NotRead(log, failure);
                await Task.Delay(AfterFailure, time, cancellation);
            }
        }

        index.BecomeReady();
        Wake();
    }

    private void Wake()
    {
        try
        {
            if (_changed.CurrentCount == 0)
                _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two woke it at once.
        }
    }

    private async Task MergeAsync(MergeStep step, CancellationToken cancellation)
    {
        var inputs = step.Inputs.Select(input => input.View.Segment).ToList();
        var kept = await KeptAsync(inputs, cancellation);
        var passages = inputs.Sum(input => input.Runs.Sum(run => kept[input].Contains(run.ContentKey) ? run.Count : 0));
        if (inputs.Count == 1 && passages == inputs[0].Passages && (step.Inputs[0].File is not null || !step.Save))
            return; // What looked dead is only not published yet.
        var merged = inputs.Count == 1 && passages == inputs[0].Passages
            ? inputs[0]
            : SegmentMerge.Merge(inputs[0].Scope, inputs, (input, run) => kept[input].Contains(run.ContentKey), cancellation);
        var file = step.Save && merged.Passages > 0 ? SegmentFile.Save(merged, directory.Index) : null;
        index.Replace(inputs, merged, file);
        foreach (var obsolete in step.Inputs.Select(input => input.File).OfType<string>().Where(obsolete => obsolete != file))
            File.Delete(obsolete);
    }

    /// <summary>For each input the contents that it answers for and that the database still has.</summary>
    private async Task<Dictionary<PassageSegment, HashSet<long>>> KeptAsync(List<PassageSegment> inputs, CancellationToken cancellation)
    {
        var contents = inputs.ToDictionary(input => input, index.ContentsOf);
        var hidden = contents.Values.SelectMany(held => held).Where(held => !held.Value).Select(held => held.Key).Distinct().ToList();
        var gone = new HashSet<long>();
        if (hidden.Count > 0)
        {
            await using var database = await databases.CreateDbContextAsync(cancellation);
            await using var command = await database.CommandAsync(
                "SELECT value FROM json_each($keys) WHERE value NOT IN (SELECT Key FROM KnowledgeContents)", cancellation, ("$keys", JsonSerializer.Serialize(hidden)));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                gone.Add(reader.GetInt64(0));
        }

        return contents.ToDictionary(held => held.Key, held => held.Value.Keys.Where(content => !gone.Contains(content)).ToHashSet());
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var snapshot = await database.BeginReadAsync(cancellation);
        await CurrentIndex.FollowAsync(index, load, database, cancellation);
    }

    private async Task ForgetChangesAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var command = await database.CommandAsync("SELECT IFNULL(MIN(Sequence), 0) FROM KnowledgeChanges", cancellation);
        var oldest = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        if (index.State.Sequence - oldest > MostChanges)
            await DocumentFeed.ForgetAsync(database, index.State.Sequence, cancellation);
    }
}
