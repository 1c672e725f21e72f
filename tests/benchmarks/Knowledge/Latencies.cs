using System.Diagnostics;

namespace OutlookAssist.Benchmarks.Knowledge;

/// <summary>Times the same action many times, in milliseconds.</summary>
internal static class Latencies
{
    /// <summary>The median and the 95th percentile.</summary>
    public static async Task<(double Median, double Slow)> OfAsync(int count, Func<int, Task> action)
    {
        var times = new double[count];
        for (var index = 0; index < count; index++)
        {
            var start = Stopwatch.GetTimestamp();
            await action(index);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[count / 2], times[(int)(count * 0.95)]);
    }
}
