using Microsoft.Extensions.AI;
using OutlookAssist.Privacy;

namespace OutlookAssist.LanguageModels;

/// <summary>Masks personal data before a text leaves this process to become a vector.</summary>
internal sealed class RedactingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <inheritdoc />
    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        // Each text by itself: equal texts give equal vectors, whoever they stand beside.
        base.GenerateAsync(values.Select(value => new MaskPersonalData().Mask(value).Text), options, cancellationToken);
}
