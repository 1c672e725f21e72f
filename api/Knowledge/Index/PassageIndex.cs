using System.Collections.Immutable;

namespace OutlookAssist.Knowledge.Index;

/// <summary>The inverted index of all scopes in memory: takes segments in, swaps them for merged ones, follows the documents, and hands searches an unchanging view.</summary>
/// <remarks>
/// The database stays the truth: a segment says which passages hold a term, the documents say which of them can be found. So nothing
/// that a crash interrupts can be lost or seen twice, and a deletion is a change of bits.
/// </remarks>
internal sealed class PassageIndex
{
    private readonly Lock _gate = new();
    private readonly LiveDocuments _documents = new();

    // A content is answered for by the segment that took it last; what older tries left elsewhere is never seen.
    private readonly Dictionary<long, PassageSegment> _owners = [];
    private readonly Dictionary<PassageSegment, string?> _files = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IndexState _state = new(0, ImmutableDictionary.Create<string, ScopeView>(StringComparer.Ordinal));

    /// <summary>What can be found now.</summary>
    public IndexState State => _state;

    /// <summary>Completes when everything that the database holds is in the index.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Raised outside of any lock when there may be something to save or to merge.</summary>
    public event Action? Changed;

    /// <summary>Everything that the database holds is in.</summary>
    public void BecomeReady() => _ready.TrySetResult();

    /// <summary>Takes in a segment, which from now on answers for its contents.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="file">The file that keeps it, or null.</param>
    /// <param name="contents">Those of its contents that it answers for; null for all.</param>
    public void Add(PassageSegment segment, string? file = null, IReadOnlySet<long>? contents = null)
    {
        lock (_gate)
        {
            var overtaken = new HashSet<PassageSegment>();
            foreach (var run in segment.Runs.Where(run => contents is null || contents.Contains(run.ContentKey)))
            {
                if (_owners.TryGetValue(run.ContentKey, out var owner) && owner != segment)
                    overtaken.Add(owner);
                _owners[run.ContentKey] = segment;
            }

            _files.Add(segment, file);
            Publish(_state.Sequence, segment.Scope, [segment], overtaken);
        }

        Changed?.Invoke();
    }

    /// <summary>Follows the documents from one change to a later one; false when the index has moved on meanwhile.</summary>
    public bool Advance(long from, long to, IReadOnlyCollection<DocumentChange> changes)
    {
        lock (_gate)
        {
            if (_state.Sequence != from)
                return false;
            var contents = new HashSet<long>();
            var scopes = new Dictionary<string, HashSet<PassageSegment>>(StringComparer.Ordinal);
            foreach (var change in changes)
            {
                foreach (var document in new[] { _documents.Apply(change), change.Now }.OfType<LiveDocument>())
                {
                    contents.Add(document.ContentKey);
                    scopes.TryAdd(document.Scope, []);
                }
            }

            foreach (var content in contents)
            {
                if (_owners.TryGetValue(content, out var owner))
                    (scopes.TryGetValue(owner.Scope, out var owners) ? owners : scopes[owner.Scope] = []).Add(owner);
            }

            foreach (var (scope, segments) in scopes)
                Publish(to, scope, [], segments);
            _state = _state with { Sequence = to };
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Those contents of changed documents that no segment answers for: another process has written them.</summary>
    public IReadOnlyList<long> UnknownOf(IEnumerable<DocumentChange> changes)
    {
        lock (_gate)
            return [.. changes.Select(change => change.Now).OfType<LiveDocument>().Select(document => document.ContentKey).Where(content => !_owners.ContainsKey(content)).Distinct()];
    }

    /// <summary>Puts a merged segment in the place of its inputs.</summary>
    public void Replace(IReadOnlyCollection<PassageSegment> inputs, PassageSegment merged, string? file)
    {
        lock (_gate)
        {
            var moved = new HashSet<long>();
            foreach (var input in inputs)
            {
                _files.Remove(input);
                moved.UnionWith(input.Runs.Where(run => OwnsNow(input, run)).Select(run => run.ContentKey));
            }

            foreach (var content in moved)
                _owners.Remove(content);
            foreach (var run in merged.Runs.Where(run => moved.Contains(run.ContentKey)))
                _owners[run.ContentKey] = merged;
            if (merged.Passages > 0)
                _files.Add(merged, file);
            Publish(_state.Sequence, merged.Scope, merged.Passages > 0 ? [merged] : [], [], inputs);
        }
    }

    /// <summary>All segments, each with its file or null while it lives in memory only.</summary>
    public IReadOnlyList<HeldSegment> Segments()
    {
        lock (_gate)
            return [.. _state.Scopes.Values.SelectMany(scope => scope.Segments).Select(view => new HeldSegment(view, _files[view.Segment]))];
    }

    /// <summary>The contents that a segment answers for, each with whether it can be found now.</summary>
    public IReadOnlyDictionary<long, bool> ContentsOf(PassageSegment segment)
    {
        lock (_gate)
        {
            var contents = new Dictionary<long, bool>();
            foreach (var run in segment.Runs.Where(run => OwnsNow(segment, run)))
                contents[run.ContentKey] = DocumentsOf(segment, run).Count > 0;
            return contents;
        }
    }

    private void Publish(long sequence, string scope, PassageSegment[] added, IReadOnlyCollection<PassageSegment> changed, IReadOnlyCollection<PassageSegment>? removed = null)
    {
        var kept = _state[scope].Segments.Where(view => removed is null || !removed.Contains(view.Segment))
            .Select(view => changed.Contains(view.Segment) ? View(view.Segment) : view);
        var segments = kept.Concat(added.Select(View)).OrderByDescending(view => view.Segment.Passages).ToArray();
        var languages = _documents.LanguagesOf(scope);
        _state = new IndexState(sequence, segments.Length == 0 && languages.Count == 0 ? _state.Scopes.Remove(scope) : _state.Scopes.SetItem(scope, new ScopeView(segments, languages)));
    }

    private SegmentView View(PassageSegment segment) => SegmentView.Of(segment, run => DocumentsOf(segment, run));

    private IReadOnlyList<LiveDocument> DocumentsOf(PassageSegment segment, PassageRun run)
    {
        if (!OwnsNow(segment, run))
            return [];
        var documents = _documents.Of(run.ContentKey);
        // A document that waits for good removal has left the scope; its words stay, for it may come back.
        return documents.Any(document => document.Scope != segment.Scope) ? [.. documents.Where(document => document.Scope == segment.Scope)] : documents;
    }

    private bool OwnsNow(PassageSegment segment, PassageRun run) => _owners.TryGetValue(run.ContentKey, out var owner) && ReferenceEquals(owner, segment);
}

/// <summary>A segment, what can be found of it, and the file that keeps it (null while it lives in memory only).</summary>
internal sealed record HeldSegment(SegmentView View, string? File);
