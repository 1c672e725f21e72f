using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting.Styles;

/// <summary>A style is learned when the person wants it, after several replies that show the same, from own new words alone; drafts then use it.</summary>
[Collection(SignInCollection.Name)]
public sealed class LearnStyleTests(SignInProduct product) : IDisposable
{
    private readonly HttpClient _person = product.As($"writer-{Guid.NewGuid():N}", TestIssuer.Tenant, "Agent");

    public void Dispose() => _person.Dispose();

    [Fact]
    public async Task Nothing_is_learned_before_it_is_switched_on()
    {
        using var answer = await LearnAsync(Sent("one"));
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Conflict, "conflict");
        Assert.False((await _person.GetFromJsonAsync<JsonElement>("/api/style")).GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task A_habit_counts_after_three_replies_and_drafts_use_it()
    {
        await SwitchOnAsync();
        using var two = await LearnAsync(Sent("one"), Sent("two"));
        Assert.Equal(JsonValueKind.Null, (await HabitAsync("greeting")).GetProperty("learned").ValueKind);
        Assert.StartsWith("Hello Ana Ruiz,", await DraftAsync(), StringComparison.Ordinal);
        using var third = await LearnAsync(Sent("three"));
        Assert.Equal("Hi {firstName},", (await HabitAsync("greeting")).GetProperty("learned").GetString());
        Assert.Equal("Cheers,", (await HabitAsync("closing")).GetProperty("learned").GetString());
        Assert.Equal("short", (await HabitAsync("length")).GetProperty("learned").GetString());
        Assert.Equal("friendly", (await HabitAsync("tone")).GetProperty("learned").GetString());
        var text = await DraftAsync();
        Assert.StartsWith("Hi Ana,", text, StringComparison.Ordinal);
        Assert.EndsWith("Cheers,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_reply_forwards_quotes_signatures_and_machines_teach_nothing()
    {
        await SwitchOnAsync();
        using var answer = await LearnAsync(Sent("one"), Sent("one"), Sent("two") with { Subject = "FW: Tent" }, Sent("three") with { Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" } }, new Sample("Ok."));
        var learned = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, learned.GetProperty("learned").GetInt32());
        Assert.Equal(["known", "forwarded", "automatic", "too-short"], learned.GetProperty("ignored").EnumerateArray().Select(ignored => ignored.GetProperty("reason").GetString()));

        using var quoting = await LearnAsync(new Sample("We have sent the new tent to you this morning already.\n\nOn Mon, 3 Nov 2026 at 10:00, Bob <bob@example.com> wrote:\n> Hey Zacharias,\n> where is it?\n> Take care"));
        var style = (await _person.GetFromJsonAsync<JsonElement>("/api/style")).GetRawText();
        Assert.DoesNotContain("Hey", style, StringComparison.Ordinal);
        Assert.DoesNotContain("Take care", style, StringComparison.Ordinal);
        foreach (var secret in new[] { "Ana", "Zacharias", "Senior", "1234", "tent", "parcel" })
        {
            Assert.DoesNotContain(secret, style, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_person_made_of_a_draft_teaches_too()
    {
        await SwitchOnAsync();
        for (var index = 0; index < 3; index++)
        {
            var id = (await DraftedAsync()).GetProperty("id").GetString();
            using var rated = await _person.PostAsJsonAsync($"/api/drafts/{id}/rating", new { outcome = "edited", finalText = $"Dear Ana,\n\nplease send the tent number {index} back to us this week.\n\nSincerely,\nTom" });
            Assert.Equal(HttpStatusCode.NoContent, rated.StatusCode);
        }

        Assert.Equal("Dear {firstName},", (await HabitAsync("greeting")).GetProperty("learned").GetString());
    }

    [Fact]
    public async Task A_chosen_tone_wins_over_the_learned_one()
    {
        await SwitchOnAsync();
        using var learned = await LearnAsync(Sent("one"), Sent("two"), Sent("three"));
        using var forgot = await _person.DeleteAsync(new Uri("/api/style/habits/closing", UriKind.Relative));
        Assert.EndsWith("Yours sincerely,", await DraftAsync(new { tone = "formal" }), StringComparison.Ordinal);
    }

    private static Sample Sent(string number) => new($"Hi Ana,\n\nI'm glad that it's found. We've sent the parcel number {number} to you this morning, so you'll have it soon.\n\nCheers,\nTom Weber\nSenior Clerk\n+49 30 1234567");

    private async Task SwitchOnAsync()
    {
        using var on = await _person.PutAsJsonAsync("/api/style", new { enabled = true });
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
    }

    private Task<HttpResponseMessage> LearnAsync(params Sample[] samples) =>
        _person.PostAsJsonAsync("/api/style/samples", new { messages = samples.Select(sample => new { subject = sample.Subject, headers = sample.Headers, body = new { contentType = "text", content = sample.Text } }) });

    private async Task<JsonElement> HabitAsync(string name) =>
        (await _person.GetFromJsonAsync<JsonElement>("/api/style")).GetProperty("habits").EnumerateArray().Single(habit => habit.GetProperty("name").GetString() == name);

    private async Task<string> DraftAsync(object? options = null) => (await DraftedAsync(options)).GetProperty("reply").GetProperty("text").GetString()!;

    private async Task<JsonElement> DraftedAsync(object? options = null)
    {
        using var answer = await _person.PostAsJsonAsync("/api/drafts", new { message = new { from = new { name = "Ana Ruiz", address = "ana@example.com" }, body = new { contentType = "text", content = "Do you sell unicycles for children?" } }, options });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private sealed record Sample(string Text, string Subject = "RE: Tent", Dictionary<string, string>? Headers = null);
}
