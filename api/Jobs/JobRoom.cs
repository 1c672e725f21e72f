namespace OutlookAssist.Jobs;

/// <summary>How much of what may begin now: free places by kind, and by lane.</summary>
/// <param name="Kinds">The kinds with free places, and how many.</param>
/// <param name="FullLanes">The lanes of which nothing more may begin.</param>
/// <param name="BusyLanes">How many of each lane are running.</param>
/// <param name="MostPerLane">How many of one lane may run.</param>
internal sealed record JobRoom(IReadOnlyDictionary<string, int> Kinds, IReadOnlyCollection<string> FullLanes, IReadOnlyDictionary<string, int> BusyLanes, int MostPerLane)
{
    /// <summary>Room for these kinds without any limit: for those who claim by hand.</summary>
    public static JobRoom For(params IEnumerable<string> kinds) => new(kinds.ToDictionary(kind => kind, _ => int.MaxValue), [], new Dictionary<string, int>(), int.MaxValue);

    /// <summary>The first of the candidates, in their order, that have a place by kind and by lane.</summary>
    public IReadOnlyList<Job> Choose(IEnumerable<Job> candidates, int atMost)
    {
        var kinds = new Dictionary<string, int>(Kinds);
        var lanes = new Dictionary<string, int>(BusyLanes);
        var chosen = new List<Job>();
        foreach (var job in candidates)
        {
            var busy = job.Lane is null ? 0 : lanes.GetValueOrDefault(job.Lane);
            if (chosen.Count == atMost || kinds[job.Kind] == 0 || busy >= MostPerLane)
            {
                continue;
            }

            kinds[job.Kind]--;
            if (job.Lane is not null)
            {
                lanes[job.Lane] = busy + 1;
            }

            chosen.Add(job);
        }

        return chosen;
    }
}
