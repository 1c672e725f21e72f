using System.Text.Json;

namespace OutlookAssist.Settings.Providers;

/// <summary>HashiCorp Vault, key/value store version 2, by its REST contract: <c>PATH#FIELD</c>, the field <c>value</c> when none is named.</summary>
internal sealed class HashiCorpSecrets(SecretsOptions options, VaultHttp http) : ISecretStore
{
    /// <inheritdoc />
    public async Task<string> ReadAsync(string reference, CancellationToken cancellation)
    {
        var (path, field) = reference.Split('#', 2) is [var before, var after] ? (before, after) : (reference, "value");
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 0 || steps.Any(step => step is "." or ".."))
        {
            throw new SecretException("which is no path of the vault");
        }

        var address = $"{options.Endpoint!.TrimEnd('/')}/v1/{options.Mount.Trim('/')}/data/{string.Join('/', steps.Select(Uri.EscapeDataString))}";
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        question.Headers.Add("X-Vault-Token", options.Token!.Trim());
        question.Headers.Add("X-Vault-Request", "true");
        if (!string.IsNullOrWhiteSpace(options.Namespace))
        {
            question.Headers.Add("X-Vault-Namespace", options.Namespace);
        }

        var answer = await http.AskAsync(question, cancellation);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var outer) && outer.ValueKind == JsonValueKind.Object
            && outer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new SecretException("which the vault has without this field");
    }
}
