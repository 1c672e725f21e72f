using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.LanguageModels;

/// <summary>Which model turns texts into vectors, if any; without one retrieval is lexical.</summary>
internal sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary><c>None</c>, <c>AzureOpenAI</c>, or <c>OpenAI</c> (any compatible server through <see cref="Endpoint"/>).</summary>
    [OneOf("None", "AzureOpenAI", "OpenAI")]
    public string Provider { get; set; } = "None";

    /// <summary>The model, or the name of the deployment at Azure.</summary>
    public string? Model { get; set; }

    /// <summary>The key; Azure without one means the managed identity of this machine.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>The base address, as for <c>LanguageModel:Endpoint</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The length of the vectors, for models that let one choose; their own when absent.</summary>
    [Range(8, 8192)]
    public int? Dimensions { get; set; }

    /// <summary>The most texts in one request.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 128;

    /// <summary>Seconds for one request, retries included.</summary>
    [Range(0.1, 600)]
    public double TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether there is a model at all.</summary>
    internal bool IsOn => !Provider.Equals("None", StringComparison.OrdinalIgnoreCase);

    /// <summary>The model as the provider wants it.</summary>
    internal ModelChoice Choice => new() { Provider = Provider, Model = Model, ApiKey = ApiKey, Endpoint = Endpoint };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        IsOn ? Choice.Faults("Embeddings").Select(fault => new ValidationResult(fault)) : [];
}
