using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting.Styles;

/// <summary>A style is the person's own: seen, said, forgotten by nobody else.</summary>
[Collection(SignInCollection.Name)]
public sealed class ManageStyleTests(SignInProduct product) : IDisposable
{
    private readonly HttpClient _person = product.As($"owner-{Guid.NewGuid():N}", TestIssuer.Tenant, "Agent");

    public void Dispose() => _person.Dispose();

    [Fact]
    public async Task An_own_form_is_used_at_once_and_seen_by_nobody_else()
    {
        var style = await ChangeAsync(new { enabled = true, habits = new[] { new { name = "greeting", language = "en", own = "Ahoy {name}!" } } });
        Assert.Equal("Ahoy {name}!", style.GetProperty("habits")[0].GetProperty("inUse").GetString());
        using var drafted = await _person.PostAsJsonAsync("/api/drafts", new { message = new { from = new { name = "Ana Ruiz" }, body = new { content = "Do you sell unicycles for children?" } } });
        Assert.StartsWith("Ahoy Ana Ruiz!", (await drafted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
        using var other = product.As($"other-{Guid.NewGuid():N}", TestIssuer.Tenant, "Agent");
        Assert.Empty((await other.GetFromJsonAsync<JsonElement>("/api/style")).GetProperty("habits").EnumerateArray());
    }

    [Fact]
    public async Task A_nameless_mail_is_greeted_without_the_place_of_the_name()
    {
        await ChangeAsync(new { enabled = true, habits = new[] { new { name = "greeting", language = "en", own = "Ahoy {name}!" } } });
        using var drafted = await _person.PostAsJsonAsync("/api/drafts", new { message = new { body = new { content = "Do you sell unicycles for children?" } } });
        Assert.StartsWith("Ahoy!", (await drafted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_is_kept_and_not_used()
    {
        await ChangeAsync(new { enabled = true, habits = new[] { new { name = "closing", language = "en", own = "Fair winds," } } });
        var style = await ChangeAsync(new { enabled = false });
        Assert.Single(style.GetProperty("habits").EnumerateArray());
        using var drafted = await _person.PostAsJsonAsync("/api/drafts", new { message = new { body = new { content = "Do you sell unicycles for children?" } } });
        Assert.DoesNotContain("Fair winds", await drafted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_habit_or_everything_is_forgotten()
    {
        await ChangeAsync(new { enabled = true, habits = new object[] { new { name = "closing", language = "en", own = "Fair winds," }, new { name = "tone", own = "formal" } } });
        using var one = await _person.DeleteAsync(new Uri("/api/style/habits/closing?language=en", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, one.StatusCode);
        Assert.Equal("tone", (await _person.GetFromJsonAsync<JsonElement>("/api/style")).GetProperty("habits")[0].GetProperty("name").GetString());
        using var unknown = await _person.DeleteAsync(new Uri("/api/style/habits/handwriting", UriKind.Relative));
        await ProblemAssert.IsAsync(unknown, HttpStatusCode.NotFound, "not-found");
        using var all = await _person.DeleteAsync(new Uri("/api/style", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
        var style = await _person.GetFromJsonAsync<JsonElement>("/api/style");
        Assert.False(style.GetProperty("enabled").GetBoolean());
        Assert.Empty(style.GetProperty("habits").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"habits":[{"name":"signature","own":"x"}]}""", "habits[0].name")]
    [InlineData("""{"habits":[{"name":"greeting","own":"Hi"}]}""", "habits[0].language")]
    [InlineData("""{"habits":[{"name":"greeting","language":"en","own":"Visit https://evil.example"}]}""", "habits[0].own")]
    [InlineData("""{"habits":[{"name":"closing","language":"en","own":"one\ntwo"}]}""", "habits[0].own")]
    [InlineData("""{"habits":[{"name":"tone","own":"angry"}]}""", "habits[0].own")]
    [InlineData("""{"habits":[{"name":"length","own":"endless"}]}""", "habits[0].own")]
    public async Task What_cannot_be_used_is_refused_by_its_field(string json, string field)
    {
        using var answer = await _person.PutAsync(new Uri("/api/style", UriKind.Relative), new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    private async Task<JsonElement> ChangeAsync(object change)
    {
        using var answer = await _person.PutAsJsonAsync("/api/style", change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
