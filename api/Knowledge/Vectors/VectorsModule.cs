using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>Search by meaning, where <c>Embeddings:Provider</c> names a model.</summary>
internal static class VectorsModule
{
    /// <summary>Registers the vectors and the work that makes them.</summary>
    public static void AddVectors(this IServiceCollection services)
    {
        services.AddSingleton<StoredVectors>();
        services.AddSingleton<EmbedQuestion>();
        services.AddJob<DocumentReady, EmbedDocument>();
        services.AddHostedService<EmbedMissing>();
    }
}
