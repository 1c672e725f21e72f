using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.LanguageModels;

/// <summary>Who writes drafts: the product itself, or a language model with the product as its guard and its stand-in.</summary>
internal sealed class LanguageModelOptions : IValidatableObject
{
    /// <summary><c>Embedded</c>, <c>AzureOpenAI</c>, or <c>OpenAI</c> (any compatible server through <see cref="Endpoint"/>).</summary>
    [OneOf("Embedded", "AzureOpenAI", "OpenAI")]
    public string Provider { get; set; } = "Embedded";

    /// <summary>The model, or the name of the deployment at Azure.</summary>
    public string? Model { get; set; }

    /// <summary>The key; Azure without one means the managed identity of this machine.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>The base address: the resource's at Azure, a compatible server's with its path.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Seconds for the whole draft, retries and repair included.</summary>
    [Range(0.2, 600)]
    public double TimeoutSeconds { get; set; } = 20;

    /// <summary><c>Embedded</c>: the product answers when no model does. <c>None</c>: 503 <c>model-unavailable</c>.</summary>
    [OneOf("Embedded", "None")]
    public string Fallback { get; set; } = "Embedded";

    /// <summary>Other models for single features; what is missing in one is taken from above.</summary>
    public FeatureModels Features { get; set; } = new();

    /// <summary>Models to ask when the first does not answer, in this order.</summary>
    public ModelChoice[] Alternatives { get; set; } = [];

    /// <summary>The most calls at once; further ones wait for a place.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentCalls { get; set; } = 256;

    /// <summary>Tokens that one person may use on one day (UTC); unlimited when absent.</summary>
    [Range(1, long.MaxValue)]
    public long? DailyTokensPerPerson { get; set; }

    /// <summary>What one person's calls may cost on one day (UTC), in the currency of the prices; unlimited when absent.</summary>
    [Range(0.0, 1e9)]
    public double? DailyCostPerPerson { get; set; }

    /// <summary>The price of a million tokens that are sent.</summary>
    [Range(0.0, 1e6)]
    public double InputPricePerMillion { get; set; }

    /// <summary>The price of a million tokens that are written.</summary>
    [Range(0.0, 1e6)]
    public double OutputPricePerMillion { get; set; }

    /// <summary>How many answers are kept in memory for equal questions on unchanged knowledge; 0 keeps none.</summary>
    [Range(0, 100_000)]
    public int CachedAnswers { get; set; } = 500;

    /// <summary>Whether a model writes drafts.</summary>
    internal bool IsOn => !Provider.Equals("Embedded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the product stands in for a model that does not answer.</summary>
    internal bool HasStandIn => Fallback.Equals("Embedded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The models of a feature in the order in which they are asked.</summary>
    internal IReadOnlyList<ModelChoice> For(ModelFeature feature)
    {
        var general = new ModelChoice { Provider = Provider, Model = Model, ApiKey = ApiKey, Endpoint = Endpoint };
        var first = (feature switch { ModelFeature.Revise => Features.Revise ?? Features.Draft, _ => Features.Draft })?.Over(general) ?? general;
        return [first, .. Alternatives.Select(alternative => alternative.Over(general))];
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            if (Model is not null || ApiKey is not null || Endpoint is not null || Alternatives.Length > 0 || Features.Draft is not null || Features.Revise is not null)
            {
                yield return new ValidationResult("LanguageModel:Provider=Embedded uses no model. Set LanguageModel:Provider to AzureOpenAI or OpenAI, or remove the other settings of LanguageModel.");
            }

            yield break;
        }

        var faults = new ModelChoice { Provider = Provider, Model = Model, ApiKey = ApiKey, Endpoint = Endpoint }.Faults("LanguageModel")
            .Concat(For(ModelFeature.Draft)[0].Faults("LanguageModel:Features:Draft"))
            .Concat(For(ModelFeature.Revise)[0].Faults("LanguageModel:Features:Revise"))
            .Concat(For(ModelFeature.Draft).Skip(1).SelectMany((choice, index) => choice.Faults($"LanguageModel:Alternatives:{index}")));
        if (faults.FirstOrDefault() is { } fault)
        {
            yield return new ValidationResult(fault);
        }

        if (DailyCostPerPerson is not null && InputPricePerMillion == 0 && OutputPricePerMillion == 0)
        {
            yield return new ValidationResult("LanguageModel:DailyCostPerPerson needs LanguageModel:InputPricePerMillion and LanguageModel:OutputPricePerMillion.");
        }
    }
}

/// <summary>Models for single features.</summary>
internal sealed class FeatureModels
{
    /// <summary>The one that writes drafts.</summary>
    public ModelChoice? Draft { get; set; }

    /// <summary>The one that writes them anew; the one of drafts when absent.</summary>
    public ModelChoice? Revise { get; set; }
}
