using System.Threading.RateLimiting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OutlookAssist.LanguageModels.Providers;

namespace OutlookAssist.LanguageModels;

/// <summary>The one door to language models: for each feature its models, each call metered, redacted, remembered and resilient.</summary>
internal sealed class ModelDoor : IDisposable
{
    private static readonly Dictionary<string, Func<ModelChoice, IChatClient>> Factories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OpenAI"] = OpenAiClients.Chat,
        ["AzureOpenAI"] = OpenAiClients.Chat,
    };

    private readonly Dictionary<ModelFeature, IChatClient> _clients = [];
    private readonly List<CachedChatClient> _caches = [];
    private readonly ConcurrencyLimiter _places;

    /// <summary>Builds the clients that the settings name; no request is made.</summary>
    public ModelDoor(IOptions<LanguageModelOptions> options, ModelLedger ledger, TimeProvider time)
    {
        Options = options.Value;
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = Options.MaxConcurrentCalls, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        if (!Options.IsOn)
        {
            return;
        }

        // Features with the same model share its circuit.
        var known = new Dictionary<(string?, string?, string?, string?), IChatClient>();
        foreach (var feature in Enum.GetValues<ModelFeature>())
        {
            var models = Options.For(feature).Select(choice =>
            {
                var key = (choice.Provider, choice.Model, choice.Endpoint, choice.ApiKey);
                return known.TryGetValue(key, out var same) ? same : known[key] = new ResilientChatClient(Factories[choice.Provider!](choice), _places, time);
            }).ToList();
            IChatClient preferred = models.Count == 1 ? models[0] : new PreferredChatClient(models, time);
            IChatClient cached = Options.CachedAnswers == 0 ? preferred : Remembering(preferred);
            _clients[feature] = new MeteredChatClient(new RedactingChatClient(cached), ledger, time);
        }
    }

    /// <summary>The settings.</summary>
    public LanguageModelOptions Options { get; }

    /// <summary>Whether a model writes drafts.</summary>
    public bool IsOn => Options.IsOn;

    /// <summary>The client of a feature; there is none without a provider.</summary>
    public IChatClient For(ModelFeature feature) => _clients[feature];

    /// <summary>Forgets every answer that is kept in memory; which mail one was given to is not known.</summary>
    public void ForgetAnswers() => _caches.ForEach(cache => cache.Clear());

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _places.Dispose();
    }

    private CachedChatClient Remembering(IChatClient inner)
    {
        var cache = new CachedChatClient(inner, Options.CachedAnswers);
        _caches.Add(cache);
        return cache;
    }
}
