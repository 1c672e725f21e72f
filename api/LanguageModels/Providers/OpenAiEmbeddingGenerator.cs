using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace OutlookAssist.LanguageModels.Providers;

/// <summary>Vectors from OpenAI, Azure OpenAI or a compatible server.</summary>
internal sealed class OpenAiEmbeddingGenerator(EmbeddingClient client) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <inheritdoc />
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        WireLog.Begin(null);
        try
        {
            var answer = await client.GenerateEmbeddingsAsync(texts, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions }, cancellationToken);
            // The service may give them in any order; the index says which text each belongs to.
            var vectors = new Embedding<float>?[texts.Length];
            foreach (var item in answer.Value)
            {
                vectors[item.Index] = new Embedding<float>(item.ToFloats());
            }

            return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => vector ?? throw new ModelFailureException(ModelFailure.Malformed)));
        }
        catch (Exception thrown) when (OpenAiFailures.Of(thrown) is { } failure)
        {
            throw failure;
        }
        catch (IndexOutOfRangeException wrong)
        {
            throw new ModelFailureException(ModelFailure.Malformed, cause: wrong);
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
