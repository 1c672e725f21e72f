using OutlookAssist.Settings;
using OutlookAssist.Settings.Providers;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Settings.Providers;

/// <summary>HashiCorp Vault by its REST contract, against a vault of ours that keeps to it and can misbehave.</summary>
public sealed class HashiCorpSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_reads_a_field_of_a_path()
    {
        await using var vault = await SecretVault.StartAsync();
        Assert.Equal(SecretVault.Secret, await ReadAsync(vault, "mail/model#key"));
    }

    [Theory]
    [InlineData("mail/model#none", "without this field")]
    [InlineData("mail/model#number", "without this field")]
    [InlineData("mail/model", "without this field")]
    [InlineData("mail/other#key", "does not have")]
    [InlineData("mail/../../sys/mounts#key", "no path")]
    [InlineData("#key", "no path")]
    public async Task What_is_not_there_is_said(string reference, string sentence)
    {
        await using var vault = await SecretVault.StartAsync();
        Assert.Contains(sentence, (await Assert.ThrowsAsync<SecretException>(() => ReadAsync(vault, reference))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "does not let", false)]
    [InlineData(403, "does not let", false)]
    [InlineData(404, "does not have", false)]
    [InlineData(302, "answered 302", false)]
    [InlineData(429, "too often", true)]
    [InlineData(500, "answered 500", true)]
    [InlineData(503, "answered 503", true)]
    [InlineData(SecretVault.Hangs, "does not answer", true)]
    [InlineData(SecretVault.Page, "no vault", false)]
    public async Task A_vault_that_misbehaves_is_a_sentence_without_any_secret(int misbehaviour, string sentence, bool mayPass)
    {
        await using var vault = await SecretVault.StartAsync();
        vault.Misbehaviour = misbehaviour;
        var failure = await Assert.ThrowsAsync<SecretException>(() => ReadAsync(vault, "mail/model#key"));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.Equal(mayPass, failure.MayPass);
        Assert.DoesNotContain(SecretVault.Token, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, vault.Calls);
    }

    [Fact]
    public async Task Its_certificate_is_checked_and_an_authority_of_ones_own_can_be_named()
    {
        var authority = Path.Combine(_folder.Path, "authority.pem");
        using var certificate = SecretVault.CertificateFor(authority);
        await using var vault = await SecretVault.StartAsync(certificate);
        Assert.Contains("certificate is not trusted", (await Assert.ThrowsAsync<SecretException>(() => ReadAsync(vault, "mail/model#key"))).Message, StringComparison.Ordinal);
        Assert.Equal(SecretVault.Secret, await ReadAsync(vault, "mail/model#key", authority));

        var other = Path.Combine(_folder.Path, "other.pem");
        using var unrelated = SecretVault.CertificateFor(other);
        await Assert.ThrowsAsync<SecretException>(() => ReadAsync(vault, "mail/model#key", other));
        await Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync(vault, "mail/model#key", Path.Combine(_folder.Path, "none.pem")));
    }

    private static async Task<string> ReadAsync(SecretVault vault, string reference, string? authority = null)
    {
        var options = new SecretsOptions { Provider = "HashiCorp", Endpoint = vault.Endpoint, Token = SecretVault.Token, CertificateAuthorityFile = authority, TimeoutSeconds = vault.Misbehaviour == SecretVault.Hangs ? 1 : 20 };
        using var http = new VaultHttp(options);
        return await new HashiCorpSecrets(options, http).ReadAsync(reference, CancellationToken.None);
    }
}
