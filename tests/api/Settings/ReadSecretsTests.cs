using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Settings;

/// <summary>Secrets come from files and vaults before anything reads them; what cannot be had ends the start, and no value is ever shown.</summary>
public sealed class ReadSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_from_a_file_and_from_a_vault_are_used_and_only_their_names_are_shown()
    {
        await using var vault = await SecretVault.StartAsync();
        vault.Misbehaviour = 500;
        vault.Times = 2;
        var (token, key) = (Path.Combine(_folder.Path, "token"), Path.Combine(_folder.Path, "key"));
        await File.WriteAllTextAsync(token, SecretVault.Token + "\n");
        await File.WriteAllTextAsync(key, "key-from-a-file-0123456789\n");
        await using var product = await ProductProcess.StartAsync(
            Data, null, "--Secrets:Provider", "HashiCorp", "--Secrets:Endpoint", vault.Endpoint, "--Secrets:TokenFile", token, "--Secrets:TimeoutSeconds", "20",
            "--Knowledge:MemoryKeys:0", "vault:mail/model#key", "--Knowledge:MemoryKeys:1", $"file:{key}");
        foreach (var (value, status) in new[] { (SecretVault.Secret, HttpStatusCode.OK), ("key-from-a-file-0123456789", HttpStatusCode.OK), ("vault:mail/model#key", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/memory/indexes");
            request.Headers.TryAddWithoutValidation("Authorization", value);
            using var answer = await product.Client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }

        var text = await product.Client.GetStringAsync("/api/settings");
        Assert.DoesNotContain(SecretVault.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretVault.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain("key-from-a-file", text, StringComparison.Ordinal);
        Assert.DoesNotContain(vault.Endpoint, text, StringComparison.Ordinal);
        var settings = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("settings").EnumerateArray()
            .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => (setting.GetProperty("source").GetString(), setting.GetProperty("secret").GetBoolean()));
        Assert.Equal(("vault", true), settings["Knowledge:MemoryKeys:0"]);
        Assert.Equal(("file", true), settings["Knowledge:MemoryKeys:1"]);
        Assert.Equal(("file", true), settings["Secrets:Token"]);
        Assert.Equal(("command line", false), settings["Secrets:Endpoint"]);
        Assert.Equal(("environment", false), settings["Data:Directory"]);
        Assert.Equal(("default", true), settings["Protection:MasterKey"]);
        Assert.Equal(3, vault.Calls);
    }

    [Theory]
    [InlineData("Knowledge:MemoryKeys:0 refers to vault:a#b, but no vault is named", "--Knowledge:MemoryKeys:0", "vault:a#b")]
    [InlineData("Knowledge:ApiKey is to be read from the file /not/there", "--Knowledge:ApiKeyFile", "/not/there")]
    [InlineData("are both given", "--Knowledge:ApiKeyFile", "/not/there", "--Knowledge:ApiKey", "x")]
    [InlineData("Secrets:Endpoint must begin with https://", "--Knowledge:ApiKey", "vault:a#b", "--Secrets:Provider", "HashiCorp", "--Secrets:Endpoint", "http://vault.example", "--Secrets:Token", "x")]
    [InlineData("Secrets:TokenFile", "--Secrets:Provider", "HashiCorp", "--Secrets:Endpoint", "https://vault.example")]
    [InlineData("Unknown setting Knowledge:ProviderFile", "--Knowledge:ProviderFile", "/not/there")]
    public async Task A_secret_that_cannot_be_had_ends_the_start_with_its_name(string sentence, params string[] arguments) =>
        Assert.Contains(sentence, await ProductProcess.RefusalAsync(Data, arguments), StringComparison.Ordinal);

    [Fact]
    public async Task A_vault_that_refuses_ends_the_start_and_shows_no_token()
    {
        await using var vault = await SecretVault.StartAsync();
        var line = await ProductProcess.RefusalAsync(
            Data, "--Secrets:Provider", "HashiCorp", "--Secrets:Endpoint", vault.Endpoint, "--Secrets:Token", "a-wrong-token", "--Knowledge:MemoryKeys:0", "vault:mail/model#key");
        Assert.Contains("Knowledge:MemoryKeys:0 refers to vault:mail/model#key, which the vault does not let this product read", line, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-token", line, StringComparison.Ordinal);
    }
}
