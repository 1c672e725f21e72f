using Microsoft.Extensions.Options;

namespace OutlookAssist.Jobs;

/// <summary>Knows what this process is working on, and what may begin beside it: so many jobs in all, of a kind and of a lane, and none of a lane that waits for its mailbox.</summary>
internal sealed class RunningJobs(IEnumerable<JobKind> kinds, IOptions<JobsOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Job> _running = [];
    private readonly Dictionary<string, (long Since, TimeSpan Pause)> _heldLanes = [];
    private readonly Dictionary<string, int> _most = kinds.ToDictionary(kind => kind.Name, kind => kind.MostAtOnce);

    /// <summary>How many jobs may run at once.</summary>
    public int Most { get; } = options.Value.WorkersInForce;

    /// <summary>How many more may begin.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
            {
                return Most - _running.Count;
            }
        }
    }

    /// <summary>The identifiers of what runs.</summary>
    public IReadOnlySet<long> Held
    {
        get
        {
            lock (_gate)
            {
                return _running.Keys.ToHashSet();
            }
        }
    }

    /// <summary>What may begin beside what runs.</summary>
    public JobRoom Room()
    {
        lock (_gate)
        {
            foreach (var lane in _heldLanes.Where(held => time.GetElapsedTime(held.Value.Since) >= held.Value.Pause).Select(held => held.Key).ToList())
            {
                _heldLanes.Remove(lane);
            }

            var busyKinds = _running.Values.CountBy(job => job.Kind).ToDictionary();
            var busyLanes = _running.Values.Where(job => job.Lane is not null).CountBy(job => job.Lane!).ToDictionary();
            var free = _most.Select(kind => (kind.Key, Free: kind.Value - busyKinds.GetValueOrDefault(kind.Key))).Where(kind => kind.Free > 0).ToDictionary(kind => kind.Key, kind => kind.Free);
            var full = busyLanes.Where(lane => lane.Value >= options.Value.PerMailbox).Select(lane => lane.Key).Concat(_heldLanes.Keys).ToHashSet();
            return new JobRoom(free, full, busyLanes, options.Value.PerMailbox);
        }
    }

    /// <summary>A job begins.</summary>
    public void Add(Job job)
    {
        lock (_gate)
        {
            _running[job.Id] = job;
        }
    }

    /// <summary>A job has ended.</summary>
    public void Remove(Job job)
    {
        lock (_gate)
        {
            _running.Remove(job.Id);
        }
    }

    /// <summary>Nothing of the lane begins before the pause has passed.</summary>
    public void HoldLane(string lane, TimeSpan pause)
    {
        lock (_gate)
        {
            _heldLanes[lane] = (time.GetTimestamp(), pause);
        }
    }
}
