using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class CorrectLabelTests : IAsyncLifetime
{
    private const string Mail = "Hello,\n\nthe quarterly newsletter of Anna Miller mentions our greenhouse project. Write to anna@example.com.";

    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_correction_changes_the_next_answer_and_its_undo_changes_it_back()
    {
        var before = await ClassifyAsync(Mail);
        Assert.NotEqual("sales", Label(before, "category"));

        var given = await CorrectAsync(Mail, new { category = "sales", sentiment = "negative", urgency = "high", intent = "price_request" });
        Assert.True(given.GetProperty("applied").GetBoolean());
        await AssertLearnedAsync();
        await product.RestartAsync();
        await AssertLearnedAsync();

        using var undone = await product.Client.DeleteAsync($"/api/classifications/corrections/{given.GetProperty("id").GetInt64()}");
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal(before.ToString(), (await ClassifyAsync(Mail)).ToString());

        async Task AssertLearnedAsync()
        {
            var after = await ClassifyAsync(Mail);
            Assert.Equal(("sales", "negative", "high"), (Label(after, "category"), Label(after, "sentiment"), Label(after, "urgency")));
            Assert.Equal("price_request", after.GetProperty("intents")[0].GetProperty("label").GetString());
            Assert.Contains("a mail like this was corrected", after.GetProperty("urgency").GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        }
    }

    [Fact]
    public async Task What_resembles_no_corrected_mail_stays_as_it_was()
    {
        const string other = "I was charged twice on invoice INV-2024-001.";
        var before = (await ClassifyAsync(other)).ToString();
        await CorrectAsync(Mail, new { category = "sales", sentiment = "negative" });
        Assert.Equal(before, (await ClassifyAsync(other)).ToString());
    }

    [Fact]
    public async Task A_correction_that_makes_other_corrected_mails_worse_is_refused_and_says_so()
    {
        await CorrectAsync("The greenhouse sensors report strange humidity values.", new { category = "sales" });
        await CorrectAsync("The greenhouse sensors report strange humidity values again.", new { category = "sales" });
        await CorrectAsync("Greenhouse sensors report strange humidity values.", new { category = "sales" });

        var contrary = await CorrectAsync("The greenhouse sensors report strange humidity values again.", new { category = "returns" });

        Assert.False(contrary.GetProperty("applied").GetBoolean());
        var effect = contrary.GetProperty("effect");
        Assert.Equal((3, 3), (effect.GetProperty("heldBack").GetInt32(), effect.GetProperty("rightBefore").GetInt32()));
        Assert.True(effect.GetProperty("rightAfter").GetInt32() < 3);
        Assert.Equal("sales", Label(await ClassifyAsync("The greenhouse sensors report strange humidity values again."), "category"));
        var listed = (await product.Client.GetFromJsonAsync<JsonElement>("/api/classifications/corrections")).GetProperty("corrections").EnumerateArray().ToList();
        Assert.Equal([false, true, true, true], listed.Select(one => one.GetProperty("applied").GetBoolean()));
    }

    [Fact]
    public async Task What_is_kept_of_the_mail_names_nobody()
    {
        await CorrectAsync(Mail, new { category = "sales" });
        var text = (await product.Client.GetFromJsonAsync<JsonElement>("/api/classifications/corrections")).ToString();
        Assert.DoesNotContain("anna", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Miller", text, StringComparison.Ordinal);
        Assert.Contains("greenhouse", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_the_organisation_wins_over_a_correction()
    {
        await CorrectAsync(Mail, new { urgency = "critical" });
        using var put = await product.Client.PutAsJsonAsync("/api/classifications/labels", new { urgencyRules = new[] { new { when = new { words = new[] { "greenhouse" } }, urgency = "low" } } });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("low", Label(await ClassifyAsync(Mail), "urgency"));
    }

    [Theory]
    [InlineData("""{"message":{"body":{"content":"Hi there"}}}""", "labels")]
    [InlineData("""{"message":{"body":{"content":"Hi there"}},"labels":{}}""", "labels")]
    [InlineData("""{"message":{"body":{"content":"Hi there"}},"labels":{"category":"gardening"}}""", "labels.category")]
    [InlineData("""{"message":{"body":{"content":"Hi there"}},"labels":{"sentiment":"angry"}}""", "labels.sentiment")]
    [InlineData("""{"message":{"body":{"content":" "}},"labels":{"sentiment":"negative"}}""", "message.body.content")]
    [InlineData("""{"labels":{"sentiment":"negative"}}""", "message")]
    public async Task A_wrong_correction_is_named_by_its_place(string json, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/classifications/corrections", json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task Undoing_what_is_not_there_is_not_found()
    {
        using var answer = await product.Client.DeleteAsync("/api/classifications/corrections/4711");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    private static string? Label(JsonElement result, string part) => result.GetProperty(part).GetProperty("label").GetString();

    private async Task<JsonElement> CorrectAsync(string text, object labels)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications/corrections", new { message = new { body = new { content = text } }, labels });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> ClassifyAsync(string text)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/classifications", new { messages = new[] { new { body = new { content = text } } } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0];
    }
}
