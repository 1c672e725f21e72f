using Microsoft.Extensions.AI;
using Polly;

namespace OutlookAssist.LanguageModels;

/// <summary>Gives every request for vectors its retries, its circuit and its time limit.</summary>
internal sealed class ResilientEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, TimeSpan timeout, TimeProvider time) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly ResiliencePipeline _pipeline = ModelResilience.Pipeline(time);

    /// <inheritdoc />
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await ModelResilience.RunAsync(_pipeline, time.GetUtcNow() + timeout, token => new ValueTask<GeneratedEmbeddings<Embedding<float>>>(base.GenerateAsync(texts, options, token)), either.Token, cancellationToken);
    }
}
