namespace OutlookAssist.Jobs;

/// <summary>Decides when memory that work has left behind is worth giving back: when the work is over and was more than a little.</summary>
/// <remarks>Told the bytes allocated since the start at equal intervals; it measures nothing by itself.</remarks>
internal sealed class IdleMemory
{
    /// <summary>Allocating less than this in an interval counts as rest, in bytes.</summary>
    public const long MostAtRest = 2 << 20;

    /// <summary>Less than this since the last time is not worth stopping everything for, in bytes.</summary>
    public const long LeastWorth = 32 << 20;

    private long _seen;
    private long _released;

    /// <summary>Whether now is the moment; true once for each stretch of work.</summary>
    public bool IsDue(long allocated)
    {
        var rests = allocated - _seen < MostAtRest;
        _seen = allocated;
        if (!rests || allocated - _released < LeastWorth)
        {
            return false;
        }

        _released = allocated;
        return true;
    }
}
