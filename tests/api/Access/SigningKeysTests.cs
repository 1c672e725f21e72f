using System.Net;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>Issuers change their keys and fail; neither may lock people out for long, nor may strangers make us ask the issuer all the time.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly SignInProduct product = new() { Clock = new FakeClock() };

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_changed_key_is_read_anew_and_the_old_one_counts_no_more()
    {
        var old = product.Issuer.Token();
        await AcceptedAsync(old);
        product.Issuer.Rotate();
        product.Clock!.Advance(TimeSpan.FromMinutes(1));
        await AcceptedAsync(product.Issuer.Token());
        // Remembered as verified for five minutes, then checked against the keys of today.
        product.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
    }

    [Fact]
    public async Task Invented_key_names_do_not_make_us_ask_the_issuer_each_time()
    {
        for (var tries = 0; tries < 50; tries++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(product.Issuer.Token(header: new { alg = "RS256", kid = $"invented-{tries}" })));
        }

        Assert.Equal(1, product.Issuer.Reads);
    }

    [Fact]
    public async Task A_silent_issuer_is_named_and_people_known_already_go_on()
    {
        product.Issuer.IsDown = true;
        using (var client = product.With(product.Issuer.Token()))
        {
            using var answer = await client.GetAsync("/api/access/me");
            await ProblemAssert.IsAsync(answer, HttpStatusCode.ServiceUnavailable, "sign-in-unavailable");
        }

        product.Issuer.IsDown = false;
        product.Clock!.Advance(TimeSpan.FromMinutes(1));
        await AcceptedAsync(product.Issuer.Token());
        product.Issuer.IsDown = true;
        product.Clock.Advance(TimeSpan.FromMinutes(30));
        await AcceptedAsync(product.Issuer.Token(person: "person-2"));
    }

    private async Task AcceptedAsync(string token)
    {
        using var client = product.With(token);
        using var answer = await client.GetAsync("/api/access/me");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var client = product.With(token);
        using var answer = await client.GetAsync("/api/access/me");
        return answer.StatusCode;
    }
}
