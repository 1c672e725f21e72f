using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OutlookAssist.LanguageModels.Providers;

namespace OutlookAssist.LanguageModels;

/// <summary>The one door to embeddings: masked, in batches, retried; absent unless <c>Embeddings:Provider</c> names a model.</summary>
internal sealed class EmbedTexts : IDisposable
{
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _generator;
    private readonly EmbeddingOptions _options;

    /// <summary>Builds the generator that the settings name; no request is made.</summary>
    public EmbedTexts(IOptions<EmbeddingOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _generator = _options.IsOn
            ? new RedactingEmbeddingGenerator(new ResilientEmbeddingGenerator(OpenAiClients.Embeddings(_options.Choice), TimeSpan.FromSeconds(_options.TimeoutSeconds), time))
            : null;
    }

    /// <summary>Whether there is a model at all; <see cref="EmbedAsync"/> may be called only then.</summary>
    public bool IsOn => _generator is not null;

    /// <summary>Names the space the vectors live in: vectors of two different names must not be compared.</summary>
    public string Space => $"{_options.Provider}/{_options.Model}/{_options.Dimensions}";

    /// <summary>One vector for each text, in order.</summary>
    /// <exception cref="ModelFailureException">The model does not answer; lexical retrieval still works.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var generator = _generator ?? throw new InvalidOperationException("Embeddings:Provider=None has no vectors.");
        var vectors = new List<ReadOnlyMemory<float>>(texts.Count);
        foreach (var batch in texts.Chunk(_options.BatchSize))
        {
            var embedded = await generator.GenerateAsync(batch, new EmbeddingGenerationOptions { Dimensions = _options.Dimensions }, cancellation);
            vectors.AddRange(embedded.Select(embedding => embedding.Vector));
        }

        return vectors;
    }

    /// <inheritdoc />
    public void Dispose() => _generator?.Dispose();
}
