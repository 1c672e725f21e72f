using System.Net;
using OutlookAssist.Settings;

namespace OutlookAssist.LanguageModels;

/// <summary>One model: who serves it, where, under which name, with which key.</summary>
internal sealed class ModelChoice
{
    /// <summary>The providers that can be named.</summary>
    public static readonly string[] Providers = ["AzureOpenAI", "OpenAI"];

    /// <summary>The path of Azure OpenAI's v1 interface below a resource's address.</summary>
    private const string AzurePath = "/openai/v1/";
    private const string OpenAiAddress = "https://api.openai.com/v1/";

    /// <summary><c>AzureOpenAI</c> or <c>OpenAI</c> (any compatible server through the endpoint).</summary>
    public string? Provider { get; set; }

    /// <summary>The model, or the name of the deployment at Azure.</summary>
    public string? Model { get; set; }

    /// <summary>The key; Azure without one means the managed identity of this machine.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>The base address; Azure wants the resource's, OpenAI's own is the default.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Whether Azure's rules apply.</summary>
    internal bool IsAzure => string.Equals(Provider, "AzureOpenAI", StringComparison.OrdinalIgnoreCase);

    /// <summary>The base address that requests go to, with a slash at its end.</summary>
    internal Uri Address
    {
        get
        {
            var address = string.IsNullOrWhiteSpace(Endpoint) ? OpenAiAddress : Endpoint.TrimEnd('/') + "/";
            return IsAzure && new Uri(address).AbsolutePath == "/" ? new Uri(new Uri(address), AzurePath) : new Uri(address);
        }
    }

    /// <summary>What is missing here is taken from another choice; a key and an address only from one of the same provider.</summary>
    internal ModelChoice Over(ModelChoice general)
    {
        var isSame = Provider is null || string.Equals(Provider, general.Provider, StringComparison.OrdinalIgnoreCase);
        return new ModelChoice
        {
            Provider = Provider ?? general.Provider,
            Model = Model ?? general.Model,
            Endpoint = Endpoint ?? (isSame ? general.Endpoint : null),
            // A key belongs to an address and goes nowhere else.
            ApiKey = ApiKey ?? (isSame && Endpoint is null ? general.ApiKey : null),
        };
    }

    /// <summary>What is wrong with it, each fault with the setting's whole path.</summary>
    internal IEnumerable<string> Faults(string section)
    {
        if (!Providers.Contains(Provider, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{section}:Provider must be one of: {string.Join(", ", Providers)}.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return $"{section}:Provider={Provider} needs {section}:Model{(IsAzure ? ", the name of the deployment" : "")}.";
        }

        if (IsAzure && string.IsNullOrWhiteSpace(Endpoint))
        {
            yield return $"{section}:Provider=AzureOpenAI needs the resource's address in {section}:Endpoint, such as https://NAME.openai.azure.com.";
        }

        if (!IsAzure && string.IsNullOrWhiteSpace(Endpoint) && string.IsNullOrWhiteSpace(ApiKey))
        {
            yield return $"{section}:Provider=OpenAI needs {section}:ApiKey, or the address of a compatible server in {section}:Endpoint.";
        }

        if (!string.IsNullOrWhiteSpace(Endpoint))
        {
            if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0)
            {
                yield return $"{section}:Endpoint must be an address such as https://NAME.openai.azure.com or http://localhost:11434/v1.";
            }
            else if (address.Scheme == "http" && !IsLoopback(address))
            {
                yield return $"{section}:Endpoint must begin with https://: what is sent to another machine is encrypted on its way.";
            }
        }
    }

    private static bool IsLoopback(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
