namespace OutlookAssist.Benchmarks;

/// <summary>One thing that costs time, memory or bytes, measured beside something simple in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    Task RunAsync(Bench bench, CancellationToken cancellationToken);
}
