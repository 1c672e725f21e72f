using System.Diagnostics.Metrics;

namespace OutlookAssist.Knowledge;

/// <summary>Counts documents that became ready or failed, for whoever watches the product.</summary>
internal sealed class DocumentMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _documents = meters.Create("OutlookAssist").CreateCounter<long>("outlookassist.documents", description: "Documents that were read, by how it ended.");

    /// <summary>A document settled.</summary>
    public void Settled(DocumentState state) => _documents.Add(1, new KeyValuePair<string, object?>("outcome", state == DocumentState.Ready ? "ready" : "failed"));
}
