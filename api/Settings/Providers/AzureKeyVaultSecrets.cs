using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace OutlookAssist.Settings.Providers;

/// <summary>Secrets of Azure Key Vault by its REST contract: <c>NAME</c> or <c>NAME/VERSION</c>.</summary>
/// <param name="options">Where the vault is.</param>
/// <param name="http">Asks it.</param>
/// <param name="token">Gives a bearer token for the vault.</param>
internal sealed class AzureKeyVaultSecrets(SecretsOptions options, VaultHttp http, Func<CancellationToken, Task<string>> token) : ISecretStore
{
    private static readonly string[] Scopes = ["https://vault.azure.net/.default"];

    /// <summary>The vault, opened by the managed identity of this machine.</summary>
    public static AzureKeyVaultSecrets ByIdentity(SecretsOptions options, VaultHttp http)
    {
        var identity = new DefaultAzureCredential();
        return new AzureKeyVaultSecrets(options, http, async cancellation =>
        {
            try
            {
                return (await identity.GetTokenAsync(new TokenRequestContext(Scopes), cancellation)).Token;
            }
            catch (AuthenticationFailedException failure)
            {
                throw new SecretException("but this machine has no managed identity that signs in", cause: failure);
            }
        });
    }

    /// <inheritdoc />
    public async Task<string> ReadAsync(string reference, CancellationToken cancellation)
    {
        if (reference.Split('/') is not ([{ Length: > 0 }] or [{ Length: > 0 }, _]) || reference.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '/')))
        {
            throw new SecretException("which is no name of a secret");
        }

        using var question = new HttpRequestMessage(HttpMethod.Get, $"{options.Endpoint!.TrimEnd('/')}/secrets/{reference}?api-version=7.4");
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellation));
        var answer = await http.AskAsync(question, cancellation);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new SecretException("which the vault has without a value");
    }
}
