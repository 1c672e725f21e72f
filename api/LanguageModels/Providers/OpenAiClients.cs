using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

// The constructor that takes a managed identity is marked as subject to change; the version is pinned.
#pragma warning disable OPENAI001

namespace OutlookAssist.LanguageModels.Providers;

/// <summary>Builds the official client for OpenAI, for Azure OpenAI's v1 address, and for any compatible server.</summary>
internal static class OpenAiClients
{
    /// <summary>What a managed identity's token is for.</summary>
    private const string AzureScope = "https://ai.azure.com/.default";
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // One pool of connections for all models; addresses are resolved again when connections age.
    private static readonly HttpClient Http = new(new WireLog(new SocketsHttpHandler
    {
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        AllowAutoRedirect = false, // A redirect would carry the mail to an address that nobody configured.
    }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>A client for completions.</summary>
    public static OpenAiChatClient Chat(ModelChoice choice) => new(
        UsesIdentity(choice) ? new ChatClient(choice.Model, Identity(), Options(choice)) : new ChatClient(choice.Model, Key(choice), Options(choice)), choice);

    /// <summary>A generator of vectors.</summary>
    public static OpenAiEmbeddingGenerator Embeddings(ModelChoice choice) => new(
        UsesIdentity(choice) ? new EmbeddingClient(choice.Model, Identity(), Options(choice)) : new EmbeddingClient(choice.Model, Key(choice), Options(choice)));

    /// <summary>Whether the service lists its models to us: the cheapest question that proves address and key.</summary>
    public static async Task<bool> AnswersAsync(ModelChoice choice, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(choice.Address, "models"));
        if (UsesIdentity(choice))
        {
            var token = await new DefaultAzureCredential().GetTokenAsync(new Azure.Core.TokenRequestContext([AzureScope]), cancellation);
            request.Headers.Authorization = new("Bearer", token.Token);
        }
        else if (!string.IsNullOrEmpty(choice.ApiKey))
        {
            request.Headers.Authorization = new("Bearer", choice.ApiKey);
        }

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        // Some compatible servers have no list; that they answer is enough.
        return answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.NotFound;
    }

    private static bool UsesIdentity(ModelChoice choice) => choice.IsAzure && string.IsNullOrEmpty(choice.ApiKey);

    private static BearerTokenPolicy Identity() => new(new DefaultAzureCredential(), AzureScope);

    // The client insists on a key; servers without one ignore it.
    private static ApiKeyCredential Key(ModelChoice choice) => new(string.IsNullOrEmpty(choice.ApiKey) ? "none" : choice.ApiKey);

    private static OpenAIClientOptions Options(ModelChoice choice) => new()
    {
        Endpoint = choice.Address,
        Transport = new HttpClientPipelineTransport(Http),
        RetryPolicy = new ClientRetryPolicy(0), // Retries have one place, and it is not this one.
        NetworkTimeout = Timeout.InfiniteTimeSpan,
        ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
    };
}
