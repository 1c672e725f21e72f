using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using OutlookAssist.Http;
using OutlookAssist.Protection;
using OutlookAssist.Protection.Providers;

namespace OutlookAssist.Tests.Api.Protection.Providers;

/// <summary>Azure Key Vault by its REST contract, against a vault of ours that keeps to it and can misbehave.</summary>
public sealed class KeyVaultMasterKeyTests : IAsyncLifetime
{
    private readonly Vault _vault = new();

    public Task InitializeAsync() => _vault.StartAsync();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    [Fact]
    public void What_it_wrapped_it_unwraps_also_after_the_vault_has_a_newer_version_of_the_key()
    {
        var master = Master();
        var dataKey = RandomNumberGenerator.GetBytes(32);
        var kept = master.Wrap("a", 3, dataKey);
        Assert.Equal($"{_vault.Key}/v1", kept.WrappedBy);
        _vault.Rotate();
        Assert.Equal(dataKey, master.Unwrap(kept));
        Assert.Equal($"{_vault.Key}/v2", master.Wrap("a", 4, dataKey).WrappedBy);
        Assert.Equal(-1, kept.Wrapped.AsSpan().IndexOf(dataKey));
    }

    [Fact]
    public void A_wrapped_key_in_the_place_of_another_does_not_unwrap()
    {
        var master = Master();
        var kept = master.Wrap("a", 3, new byte[32]);
        Assert.Null(master.Unwrap(kept with { Organisation = "b" }));
        Assert.Null(master.Unwrap(kept with { Version = 4 }));
        Assert.Null(master.Unwrap(kept with { Wrapped = [.. kept.Wrapped.Reverse()] }));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/keys/main/v1")]
    [InlineData("https://elsewhere.example/keys/main/v1")]
    [InlineData("{key}/../../secrets/x")]
    [InlineData("{key}/v1?x=1")]
    public void It_never_sends_its_token_where_a_changed_row_points(string wrappedBy)
    {
        Assert.Null(Master().Unwrap(new OrganisationKey("a", 1, [1, 2, 3], wrappedBy.Replace("{key}", _vault.Key, StringComparison.Ordinal))));
        Assert.Equal(0, _vault.Calls);
    }

    [Theory]
    [InlineData(401, "may not wrap and unwrap")]
    [InlineData(403, "may not wrap and unwrap")]
    [InlineData(404, "check that it exists")]
    [InlineData(429, "asked too often")]
    [InlineData(500, "answered 500")]
    [InlineData(302, "answered 302")]
    [InlineData(0, "does not answer")]
    [InlineData(1, "not as a vault does")]
    public void A_vault_that_does_not_do_it_is_a_sentence_and_no_key(int misbehaviour, string sentence)
    {
        _vault.Misbehaviour = misbehaviour;
        var failure = Assert.Throws<UnavailableException>(() => Master().Wrap("a", 1, new byte[32]));
        Assert.Equal("master-key-unavailable", failure.Code);
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-of-the-test", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://name.vault.azure.net/keys/main", true)]
    [InlineData("https://name.vault.azure.net/keys/main/", true)]
    [InlineData("http://name.vault.azure.net/keys/main", false)]
    [InlineData("https://name.vault.azure.net/keys/main/v1", false)]
    [InlineData("https://name.vault.azure.net/secrets/main", false)]
    [InlineData("https://user@name.vault.azure.net/keys/main", false)]
    [InlineData("name", false)]
    public void Only_the_secure_address_of_a_key_is_taken(string address, bool isTaken) => Assert.Equal(isTaken, KeyVaultMasterKey.AddressOf(address) is not null);

    private KeyVaultMasterKey Master() => new(KeyVaultMasterKey.AddressOf(_vault.Key)!, KeyVaultMasterKey.Reach(TimeSpan.FromSeconds(_vault.Misbehaviour == 0 ? 1 : 30)), () => "token-of-the-test");

    /// <summary>Wraps with RSA-OAEP-256 as the vault does, version by version.</summary>
    private sealed class Vault : IAsyncDisposable
    {
        private readonly List<RSA> _versions = [RSA.Create(2048)];
        private WebApplication? _app;

        public string Key { get; private set; } = "";

        public int Calls { get; private set; }

        public int Misbehaviour { get; set; } = 200;

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/keys/main/wrapkey", (Delegate)((HttpContext context) => AnswerAsync(context, _versions.Count, (rsa, value) => rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256))));
            _app.MapPost("/keys/main/v{version:int}/unwrapkey", (int version, HttpContext context) => AnswerAsync(context, version, (rsa, value) => rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256)));
            await _app.StartAsync();
            Key = $"{_app.Urls.First()}/keys/main";
        }

        public void Rotate() => _versions.Add(RSA.Create(2048));

        public async ValueTask DisposeAsync()
        {
            _versions.ForEach(version => version.Dispose());
            await _app!.DisposeAsync();
        }

        private async Task<IResult> AnswerAsync(HttpContext context, int version, Func<RSA, byte[], byte[]> work)
        {
            Calls++;
            if (context.Request.Headers.Authorization != "Bearer token-of-the-test" || context.Request.Query["api-version"] != "7.4")
            {
                return Results.StatusCode(401);
            }

            switch (Misbehaviour)
            {
                case 200:
                    break;
                case 0:
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case 1:
                    return Results.Text("<html>", "text/html");
                case 302:
                    return Results.Redirect("/elsewhere");
                default:
                    return Results.StatusCode(Misbehaviour);
            }

            var question = await context.Request.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("RSA-OAEP-256", question.GetProperty("alg").GetString());
            try
            {
                var value = work(_versions[version - 1], WebEncoders.Base64UrlDecode(question.GetProperty("value").GetString()!));
                return Results.Json(new { kid = $"{Key}/v{version}", value = WebEncoders.Base64UrlEncode(value) });
            }
            catch (CryptographicException)
            {
                return Results.Json(new { error = new { code = "BadParameter", message = "no" } }, statusCode: (int)HttpStatusCode.BadRequest);
            }
        }
    }
}
