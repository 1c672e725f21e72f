using OutlookAssist.Settings;
using OutlookAssist.Settings.Providers;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Settings.Providers;

/// <summary>Secrets of Azure Key Vault by their REST contract, against a vault of ours that keeps to it.</summary>
public sealed class AzureKeyVaultSecretsTests
{
    [Theory]
    [InlineData("model-key", SecretVault.Token, null)]
    [InlineData("model-key", "another token", "does not let")]
    [InlineData("other-key", SecretVault.Token, "does not have")]
    [InlineData("../keys/main", SecretVault.Token, "no name")]
    [InlineData("", SecretVault.Token, "no name")]
    public async Task It_reads_a_secret_by_its_name_or_says_why_not(string reference, string token, string? sentence)
    {
        await using var vault = await SecretVault.StartAsync();
        var options = new SecretsOptions { Provider = "AzureKeyVault", Endpoint = vault.Endpoint, TimeoutSeconds = 20 };
        using var http = new VaultHttp(options);
        var read = new AzureKeyVaultSecrets(options, http, _ => Task.FromResult(token)).ReadAsync(reference, CancellationToken.None);
        if (sentence is null)
        {
            Assert.Equal(SecretVault.Secret, await read);
        }
        else
        {
            Assert.Contains(sentence, (await Assert.ThrowsAsync<SecretException>(() => read)).Message, StringComparison.Ordinal);
        }
    }
}
