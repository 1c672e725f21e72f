using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Jobs;

/// <summary>How much background work runs at once.</summary>
internal sealed class JobsOptions
{
    /// <summary>Jobs that one process runs at once; 0 for four a core, at least eight.</summary>
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <summary>Jobs of one mailbox that one process runs at once: Microsoft Graph answers four requests of a program to one mailbox at a time.</summary>
    [Range(1, 64)]
    public int PerMailbox { get; set; } = 4;

    /// <summary>The number of workers in force.</summary>
    internal int WorkersInForce => Workers > 0 ? Workers : Math.Max(8, 4 * Environment.ProcessorCount);
}
