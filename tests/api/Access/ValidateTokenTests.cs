using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>Each claim wrong in turn: nothing but a whole, fresh token of an allowed tenant for this product lets a person in.</summary>
[Collection(SignInCollection.Name)]
public class ValidateTokenTests(SignInProduct product)
{
    [Fact]
    public async Task A_good_token_is_recognised_with_person_organisation_and_roles()
    {
        var me = await MeAsync(product.Issuer.Token(roles: ["Agent", "Auditor", "Emperor"]));
        Assert.Equal("Ana Ruiz", me.GetProperty("name").GetString());
        Assert.Equal(TestIssuer.Tenant, me.GetProperty("organisation").GetString());
        Assert.Equal(["Agent", "Auditor"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Theory]
    [InlineData("aud", "api://33333333-3333-4333-8333-333333333333")]
    [InlineData("iss", "https://sts.windows.net/11111111-1111-4111-8111-111111111111/")]
    [InlineData("scp", "User.Read access_as_user")]
    [InlineData("roles", null)]
    public async Task Other_right_values_are_accepted(string claim, string? value) => await MeAsync(product.Issuer.Token(new() { [claim] = value }));

    [Theory]
    [InlineData("iss", "https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222/v2.0", 401)]
    [InlineData("iss", "https://issuer.example/11111111-1111-4111-8111-111111111111/v2.0", 401)]
    [InlineData("iss", null, 401)]
    [InlineData("aud", "api://somebody-else", 401)]
    [InlineData("aud", "https://graph.microsoft.com", 401)]
    [InlineData("aud", null, 401)]
    [InlineData("tid", "22222222-2222-4222-8222-222222222222", 401)]
    [InlineData("tid", null, 401)]
    [InlineData("oid", null, 401)]
    [InlineData("oid", "", 401)]
    [InlineData("oid", "two words\r\nforged", 401)]
    [InlineData("exp", null, 401)]
    [InlineData("scp", null, 403)]
    [InlineData("scp", "", 403)]
    [InlineData("scp", "User.Read", 403)]
    [InlineData("scp", "access_as_user_2", 403)]
    [InlineData("idtyp", "app", 403)]
    public async Task One_wrong_claim_is_enough_to_be_refused(string claim, string? value, int status) =>
        await RefusedAsync(product.Issuer.Token(new() { [claim] = value }), status);

    [Fact]
    public async Task A_tenant_that_is_not_set_up_is_refused_although_its_token_is_in_order()
    {
        const string stranger = "44444444-4444-4444-8444-444444444444";
        await RefusedAsync(product.Issuer.Token(tenant: stranger), 403);
    }

    [Theory]
    [InlineData("exp", -3, "expired")]
    [InlineData("nbf", 10, "not valid yet")]
    public async Task A_token_out_of_its_time_is_refused_with_the_reason(string claim, int minutes, string reason)
    {
        var when = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
        Assert.Contains(reason, (await RefusedAsync(product.Issuer.Token(new() { [claim] = when }), 401)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<TestIssuer, string>> Forgeries => new()
    {
        { "unsigned", issuer => issuer.Unsigned() },
        { "signed with the public key as a secret", issuer => issuer.SignedWithPublicKey() },
        { "no signature", issuer => issuer.Token()[..(issuer.Token().LastIndexOf('.') + 1)] },
        { "another body under the signature", issuer => $"{issuer.Token().Split('.')[0]}.{issuer.Token(person: "person-2").Split('.')[1]}.{issuer.Token().Split('.')[2]}" },
        { "another issuer's key under the same name", issuer => new TestIssuer().Token() },
        { "an unknown key", issuer => issuer.Token(header: new { alg = "RS256", kid = "nobody" }) },
        { "no key name", issuer => issuer.Token(header: new { alg = "RS256" }) },
        { "a stronger algorithm than allowed", issuer => issuer.Token(header: new { alg = "RS512", kid = "key-1" }) },
        { "extensions that must be understood", issuer => issuer.Token(header: new { alg = "RS256", kid = "key-1", crit = new[] { "b64" }, b64 = false }) },
        { "a key of its own in the header", issuer => issuer.Token(header: new { alg = "RS256", jwk = new { kty = "RSA" }, jku = "https://attacker.example" }) },
        { "encrypted and compressed", _ => $"{TestIssuer.Encode(new { alg = "dir", enc = "A256GCM", zip = "DEF", kid = "key-1" })}..AAAA.{new string('A', 8_000)}.AAAA" },
        { "longer than any real one", issuer => issuer.Token(new() { ["padding"] = new string('x', 20_000) }) },
        { "words", _ => "let me in" },
        { "dots", _ => ".." },
        { "a list where an object should be", _ => $"{TestIssuer.Encode(new[] { 1 })}.{TestIssuer.Encode(new[] { 1 })}.AAAA" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_refused(string what, Func<TestIssuer, string> forge)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/access/me");
        Assert.True(request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + forge(product.Issuer)), what);
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_token_of_100_kilobytes_is_refused_by_the_server_and_the_next_request_is_answered()
    {
        using var client = product.With(product.Issuer.Token(new() { ["padding"] = new string('x', 75_000) }));
        using var answer = await client.GetAsync("/api/access/me");
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        await MeAsync(product.Issuer.Token());
    }

    [Fact]
    public async Task Two_authorization_headers_are_no_authorization()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/access/me");
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {product.Issuer.Token()}", "Bearer x"]);
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");
    }

    private async Task<JsonElement> MeAsync(string token)
    {
        using var client = product.With(token);
        return await client.GetFromJsonAsync<JsonElement>("/api/access/me");
    }

    private async Task<JsonElement> RefusedAsync(string token, int status)
    {
        using var client = product.With(token);
        using var answer = await client.GetAsync("/api/access/me");
        return await ProblemAssert.IsAsync(answer, (HttpStatusCode)status, status == 401 ? "unauthorized" : "forbidden");
    }
}
